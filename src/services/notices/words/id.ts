export const id = {
  stopped:
    'Semua pemberitahuan sudah dimatikan. Kakak tetap bisa bertanya kapan saja. Ketik "mulai pemberitahuan" untuk menyalakannya lagi.',
  resumed: 'Pemberitahuan sudah menyala lagi: pengingat jatuh tempo dan kabar pesanan akan datang ke chat ini.',
  resumedWithoutCard:
    'Pemberitahuan sudah menyala. Pengingat pinjaman baru datang setelah kartu anggota dihubungkan: ketik "hubungkan kartu".',
};

export type NoticeWords = typeof id;
