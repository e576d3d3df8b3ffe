import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { HoldPlaced, HoldRecord } from '#ports/library-system.ts';

type Preview = Omit<HoldPlaced, 'holdId'>;

/** A moment of the library's day, `time` as HH:MM. */
export interface ShownMoment {
  readonly day: string;
  readonly time: string;
}

/** One hold in a list of them. */
export interface HoldLine {
  readonly hold: HoldRecord;
  readonly expected: HoldPlaced['expected'];
  /** at a stop of the van */
  readonly visit: ShownMoment | null;
}

/** A hold that is kept on the shelf, as notices tell of it. */
export interface ShelfSlip {
  readonly title: string;
  readonly place: string;
  readonly code: string | null;
  readonly deadline: string | null;
  /** when the doors close on the last day, HH:MM */
  readonly until: string | null;
}

const moment = ({ day, time }: ShownMoment, f: Format): string => `${f.day(day)} pukul ${f.time(time)}`;

const place = (name: string, visit: ShownMoment | null, f: Format): string =>
  visit ? `${name} saat perpustakaan keliling datang ${moment(visit, f)}` : name;

const range = ({ from, to }: NonNullable<HoldPlaced['expected']>, f: Format): string => `siap antara ${f.day(from)} dan ${f.day(to)}`;

const expected = (placed: Preview, f: Format): string => (placed.expected ? ` Perkiraan ${range(placed.expected, f)}.` : '');

const status = ({ hold, expected: days, visit }: HoldLine, f: Format): string => {
  const where = place(hold.pickupName, visit, f);
  switch (hold.status) {
    case 'ready':
      return `siap diambil di ${where}${hold.deadlineOn && !visit ? ` sampai ${f.day(hold.deadlineOn)}` : ''}`;
    case 'in_transit':
      return `sedang dikirim ke ${where}`;
    case 'allocated':
      return `sedang disiapkan petugas, ambil di ${where}`;
    case 'suspended':
      return `ditunda${hold.suspendedUntil ? ` sampai ${f.day(hold.suspendedUntil)}` : ''}, antrean ke-${hold.position ?? '-'} tetap terjaga`;
    case 'waiting':
      return `antrean ke-${hold.position ?? '-'}, ambil di ${where}${days ? `, perkiraan ${range(days, f)}` : ''}`;
  }
};

export const id = {
  whichTitle: 'Buku apa yang mau dipesan? Tulis judulnya.',
  nothing: (said: string): string =>
    `Belum ketemu judul "${said}" di katalog. Coba ejaan lain, atau ketik "usul buku" bila ingin perpustakaan membelinya.`,
  which: (said: string): string => `Judul yang mana untuk "${said}"?`,
  place,
  whichPlace: 'Mau diambil di mana?',
  noSuchPlace: (said: string): string => `Tempat ambil "${said}" tidak saya kenal. Pilih salah satu:`,
  noVisit: (said: string): string => `Di ${said} belum ada kunjungan perpustakaan keliling yang bisa dikejar pesanan. Pilih tempat lain:`,
  aboutDay: (day: string, pickupDays: number, f: Format): string =>
    `Soal diambil ${f.day(day)}: hari ambil tidak bisa dipesan. Sejak siap, buku disimpan ${pickupDays} hari buka, dan batasnya kami kabari.`,
  confirm: (
    label: string,
    preview: Preview,
    { visit, orderUntil }: { readonly visit: ShownMoment | null; readonly orderUntil: ShownMoment | null },
    f: Format,
  ): string => {
    const cutOff = orderUntil ? ` (batas pesannya ${moment(orderUntil, f)})` : '';
    const where = `${place(preview.pickupName, visit, f)}${cutOff}`;
    return preview.status === 'waiting'
      ? `${label} sedang dipinjam. Kakak akan menjadi antrean ke-${preview.position ?? 1}, diambil di ${where}.${expected(preview, f)} Pesan?`
      : `${label} tersedia. Saya pesankan untuk diambil di ${where}?`;
  },
  placed: (
    label: string,
    placed: HoldPlaced,
    { told, visit }: { readonly told: boolean; readonly visit: ShownMoment | null },
    f: Format,
  ): string => {
    const where = place(placed.pickupName, visit, f);
    const tell = told ? `; kami kabari bila siap diambil di ${where}` : ` untuk diambil di ${where}`;
    if (placed.status === 'waiting')
      return `${label} sudah dipesan: antrean ke-${placed.position ?? 1}${told ? '' : `, diambil di ${where}`}.${expected(placed, f)}${told ? ` Kami kabari bila siap diambil di ${where}.` : ''}`;
    return `${label} sudah dipesan. Petugas menyiapkannya${tell}.`;
  },
  noticesOff:
    'Pemberitahuan Kakak sedang mati, jadi tidak ada kabar otomatis. Ketik "mulai" bila ingin dikabari, atau cek dengan "pesanan saya".',
  none: 'Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.',
  mine: (holds: readonly HoldLine[], f: Format): Exclude<Say, string> => [
    `${holds.length} pesanan Kakak:`,
    list(holds.map((line) => `${line.hold.title}: ${status(line, f)}`)),
  ],
  one: (line: HoldLine, f: Format): string => `${line.hold.title}: ${status(line, f)}.`,
  notHeld: (said: string): string => `"${said}" tidak ada di daftar pesanan Kakak. Ketik "pesanan saya" untuk melihatnya.`,
  whichToCancel: 'Pesanan mana yang dibatalkan?',
  all: 'Semuanya',
  confirmCancel: (labels: readonly string[], f: Format): string => `Batalkan pesanan ${f.list(labels)}?`,
  cancelled: (title: string, awaitsStaff: boolean): string =>
    `Pesanan ${title} sudah dibatalkan.${awaitsStaff ? ' Bukunya sudah disisihkan, jadi pembaca berikutnya mendapat giliran setelah petugas memprosesnya.' : ''}`,
  whichToSuspend: 'Pesanan mana yang ditunda?',
  untilWhen: (title: string, latest: string, f: Format): string =>
    `Pesanan ${title} ditunda sampai kapan? Tulis tanggalnya (paling lama ${f.day(latest)}), atau "belum tahu".`,
  untilWhenAgain: (latest: string, f: Format): string =>
    `Tanggal itu belum jelas bagi saya. Tulis misalnya "1 April" atau "dua minggu", paling lama ${f.day(latest)}.`,
  confirmSuspend: (hold: { readonly title: string; readonly until: string | null; readonly position: number | null }, f: Format): string =>
    `Tunda pesanan ${hold.title} ${hold.until ? `sampai ${f.day(hold.until)}` : 'sampai Kakak melanjutkannya (paling lama 90 hari, lalu kami tanya)'}? ${hold.position ? `Antrean ke-${hold.position} tetap milik Kakak; ` : ''}selama itu pembaca lain didahulukan.`,
  suspended: (hold: { readonly title: string; readonly until: string | null }, f: Format): string =>
    `Pesanan ${hold.title} ditunda${hold.until ? ` sampai ${f.day(hold.until)}, lalu menunggu lagi di tempatnya` : ''}. Ketik "lanjutkan pesanan" bila ingin lebih cepat.`,
  noneSuspended: 'Tidak ada pesanan Kakak yang sedang ditunda. Ketik "pesanan saya" untuk melihat semuanya.',
  whichToResume: 'Pesanan mana yang dilanjutkan?',
  resumed: (hold: { readonly title: string; readonly status: HoldRecord['status']; readonly position: number | null }): string =>
    hold.status === 'waiting'
      ? `Pesanan ${hold.title} dilanjutkan, antrean ke-${hold.position ?? 1}.`
      : `Pesanan ${hold.title} dilanjutkan. Bukunya ada dan sedang disiapkan petugas.`,
  whichToMove: 'Tempat ambil pesanan mana yang diganti?',
  samePlace: (title: string, name: string): string => `${title} memang sudah untuk diambil di ${name}; tidak ada yang berubah.`,
  onlyPlace: (name: string): string => `Saat ini pesanan hanya bisa diambil di ${name}.`,
  confirmMove: (hold: { readonly title: string; readonly pickupName: string }, visit: ShownMoment | null, f: Format): string =>
    `Ganti tempat ambil ${hold.title} ke ${place(hold.pickupName, visit, f)}?`,
  moved: (hold: { readonly title: string; readonly pickupName: string }, visit: ShownMoment | null, f: Format): string =>
    `Tempat ambil ${hold.title} sekarang ${place(hold.pickupName, visit, f)}. Tempat di antrean tidak berubah.`,
  expired: (titles: readonly string[], f: Format): string =>
    `Pesanan ${f.list(titles)} sudah berakhir karena belum diambil sampai batas waktunya. Bila masih ingin, ketik "pesan" dan judulnya.`,
  lapsed: (titles: readonly string[], f: Format): string =>
    `Pesanan ${f.list(titles)} sudah berakhir: penundaannya lewat 90 hari dan belum dilanjutkan. Bila masih ingin, ketik "pesan" dan judulnya.`,
  passedOn: (holds: readonly { readonly title: string; readonly until: string | null }[], f: Format): Say => [
    'Pesanan belum diambil sampai batasnya, jadi bukunya kami beri ke pembaca berikutnya. Tempat Kakak di antrean tetap:',
    list(holds.map(({ title, until }) => `${title}${until ? `: menunggu lagi mulai ${f.day(until)}` : ''}`)),
    'Ketik "lanjutkan pesanan" bila ingin lebih cepat, atau "batalkan pesanan" bila tidak jadi.',
  ],
  unfillable: (titles: readonly string[], f: Format): string =>
    `Pesanan ${f.list(titles)} tidak bisa dipenuhi: tidak ada lagi eksemplar yang bisa dipinjam. Cari edisi atau judul lain dengan "cari", atau ketik "usul buku" agar perpustakaan membelinya.`,
  stillWanted: (holds: readonly { readonly title: string; readonly deadline: string | null }[], f: Format): Say => [
    'Pesanan ini sudah lama ditunda. Masih mau bukunya?',
    list(holds.map(({ title, deadline }) => `${title}${deadline ? `: berakhir bila belum dilanjutkan sampai ${f.day(deadline)}` : ''}`)),
  ],
  resumeAction: (title: string): string => `Lanjutkan ${title}`,
  cancelAction: (title: string): string => `Batalkan ${title}`,
  rerouted: (holds: readonly { readonly title: string; readonly place: string; readonly visit: ShownMoment | null }[], f: Format): Say => [
    'Kunjungan perpustakaan keliling yang membawa pesanan Kakak tidak jadi:',
    list(
      holds.map(({ title, place: stop, visit }) =>
        visit
          ? `${title}: pindah ke kunjungan berikutnya di ${stop}, ${moment(visit, f)}`
          : `${title}: di ${stop} belum ada kunjungan berikutnya`,
      ),
    ),
    'Bila ingin mengambilnya di tempat lain, ketik "ganti tempat ambil".',
  ],
  moveAction: (title: string, name: string): string => `Ambil ${title} di ${name}`,
  ready: (holds: readonly ShelfSlip[], f: Format): Say => [
    holds.length === 1 ? 'Pesanan Kakak siap diambil:' : `${holds.length} pesanan Kakak siap diambil:`,
    list(holds.map((hold) => slip(hold, f))),
  ],
  lapsing: (holds: readonly ShelfSlip[], f: Format): Say => [
    holds.length === 1 ? 'Pesanan Kakak segera lewat batas ambilnya:' : `${holds.length} pesanan Kakak segera lewat batas ambilnya:`,
    list(holds.map((hold) => slip(hold, f))),
    'Bila tidak jadi, ketik "batalkan pesanan" agar pembaca lain mendapat giliran.',
  ],
};

const slip = ({ title, place: name, code, deadline, until }: ShelfSlip, f: Format): string =>
  `${title}, di ${name}${code ? ` (kode ${code})` : ''}${deadline ? `, paling lambat ${f.day(deadline)}${until ? ` pukul ${f.time(until)}` : ''}` : ''}`;

export type HoldWords = typeof id;
