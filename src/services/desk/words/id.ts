import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { copyStates } from '#languages/id/refusals.ts';
import type { Format } from '#languages/format.ts';

interface Copy {
  readonly title: string | null;
  readonly copyCode: string;
}

interface KeptCopy {
  readonly title: string | null;
  readonly copyCode: string | null;
  readonly keptFor: string | null;
}

interface Sum {
  readonly titles: readonly string[];
  readonly amount: number;
}

const stateOf = (state: string): string => copyStates[state] ?? state;
const nameOf = ({ title, copyCode }: { readonly title: string | null; readonly copyCode: string | null }): string =>
  title && copyCode ? `${title} (${copyCode})` : (title ?? copyCode ?? 'kartu');

/** Acts of the desk as they are named when they are listed or taken back. */
const acts: Readonly<Record<string, string>> = {
  'check-out': 'Peminjaman',
  'check-in': 'Pengembalian',
  'confirm-capture': 'Penyiapan',
  'report-missing': 'Catatan tidak ada di rak:',
  'copy-lost': 'Catatan hilang:',
  'copy-damaged': 'Catatan rusak:',
  'copy-found': 'Catatan ditemukan:',
  'replace-lost': 'Penggantian',
  'charge-lost': 'Tagihan harga',
  'fine-paid': 'Pelunasan denda',
  'fine-waived': 'Penghapusan denda',
  'lift-suspension': 'Pencabutan skorsing',
  'register-member': 'Pendaftaran',
  'activate-member': 'Aktivasi kartu',
  'extend-card': 'Perpanjangan kartu',
};

const actOf = (operation: string, about: { readonly title: string | null; readonly copyCode: string | null }): string =>
  `${acts[operation] ?? operation} ${nameOf(about)}`;

const taskNames: Readonly<Record<string, string>> = {
  claimed: 'Dicari: mengaku sudah dikembalikan',
  lost: 'Buku hilang',
  overdue: 'Terlambat 90 hari atau lebih',
  releasing: 'Kembalikan ke rak',
  missing: 'Tidak ada di rak',
  pending: 'Menunggu aktivasi',
};

const types = { adult: 'dewasa', teen: 'remaja', child: 'anak' } as const;
const left = (amount: number, f: Format): string => (amount > 0 ? ` Sisa denda kartu ini ${f.money(amount)}.` : '');
const forTitles = (titles: readonly string[]): string => (titles.length > 0 ? ` (${titles.join(', ')})` : '');
const place = (branch: string | null): string => (branch === null ? '' : ` di ${branch}`);

export const id = {
  notInYourRole:
    'Itu dikerjakan pustakawan, kepala, atau pengelola; pengemudi hanya mencatat pinjam dan kembali. Minta bantuan salah satu dari mereka.',
  // lending
  howToCheckOut: 'Tulis kode eksemplar dan nomor kartu, misalnya: /pinjamkan B00123 A-0045',
  howToCheckIn: 'Tulis kode eksemplarnya, misalnya: /kembalikan B00123. Pindai saja kodenya juga bisa.',
  whoseCard: (copies: readonly KeptCopy[]): string => {
    const kept = copies.flatMap(({ keptFor }) => keptFor ?? []);
    return `${copies.map(nameOf).join(', ')}: dipinjamkan ke kartu siapa? Tulis nomor kartunya.${kept.length > 0 ? ` Buku ini disisihkan untuk kartu ${kept.join(', ')}.` : ''}`;
  },
  noSuchCard: (card: string): string => `Kartu ${card} tidak ada. Periksa nomornya, lalu tulis lagi.`,
  noSuchCopy: (code: string): string => `Kode ${code} tidak ada di katalog. Periksa kodenya, lalu tulis lagi.`,
  noSuchTitle: (said: string): string => `Judul "${said}" tidak ada di katalog. Tulis kode eksemplarnya.`,
  whichTitle: (said: string): string => `Ada beberapa judul untuk "${said}". Yang mana?`,
  whichCopy: (said: string): string => `Ada beberapa eksemplar "${said}" yang sedang dipinjam. Yang mana?`,
  copyOut: (copy: Copy & { readonly card: string | null }): string => `${nameOf(copy)}, kartu ${copy.card ?? '-'}`,
  noneOut: (said: string): string =>
    `Tidak ada eksemplar "${said}" yang sedang dipinjam. Tulis kode eksemplarnya bila ada di tangan Kakak.`,
  refusedFor: (item: string, why: string): string => `${item}: ${why}`,
  checkedOut: (title: string, copy: string, due: string, f: Format): string =>
    `${title} (${copy}) sudah dipinjamkan, jatuh tempo ${f.day(due)}.`,
  checkedIn: (title: string, copy: string, lateDays: number, state: string): string =>
    `${title} (${copy}) sudah kembali${lateDays > 0 ? `, terlambat ${lateDays} hari buka` : ''}. Keadaan: ${stateOf(state)}.`,
  arrived: (title: string, copy: string, state: string): string => `${title} (${copy}) sudah tiba. Keadaan: ${stateOf(state)}.`,
  forHold: (state: string): string =>
    state === 'in_transit' ? 'Kirimkan ke tempat ambil pemesannya.' : 'Sisihkan ke rak reservasi: sudah ada pemesannya.',
  owes: (amount: number, f: Format): string =>
    `Denda kartu ini sekarang ${f.money(amount)}. Bila dibayar, tulis: /lunas dan nomor kartunya.`,
  suspendedNow: (until: string, f: Format): string => `Kartunya diskors sampai ${f.day(until)} karena keterlambatan ini.`,
  // undoing
  undone: (operation: string, about: { readonly title: string | null; readonly copyCode: string | null }, state: string | null): string =>
    `${actOf(operation, about)} dibatalkan${state === null ? '.' : `; bukunya sekarang ${stateOf(state)}.`}`,
  nothingDone: 'Hari ini belum ada tindakan Kakak di meja layanan.',
  logLine: (
    act: { readonly operation: string; readonly title: string | null; readonly copyCode: string | null; readonly undone: boolean },
    time: string,
  ): string => `${time}: ${actOf(act.operation, act)}${act.undone ? ' (sudah diurungkan)' : ''}`,
  log: (lines: readonly string[], more: number, undoable: boolean): Say => [
    'Tindakan Kakak hari ini, yang terbaru dulu:',
    list([...lines, ...(more > 0 ? [`dan ${more} tindakan sebelumnya`] : [])]),
    ...(undoable ? ['Ketik "urungkan" untuk membatalkan yang terakhir.'] : []),
  ],
  // pull list
  pullList: (count: number, branch: string | null): string =>
    `${count} buku menunggu petugas${place(branch)}. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".`,
  toPull: (line: {
    readonly title: string;
    readonly copyCode: string;
    readonly shelf: string | null;
    readonly branchName: string;
    readonly pickupName: string;
  }): string => `${nameOf(line)}, ${line.branchName}${line.shelf ? `, ${line.shelf}` : ''}, untuk diambil di ${line.pickupName}`,
  toShelve: (copy: Copy & { readonly branchName: string }): string => `${nameOf(copy)}, ${copy.branchName}: kembalikan ke rak`,
  nextPage: (rest: number): string => `Berikutnya (${rest} lagi)`,
  nothingToPull: (branch: string | null): string => `Tidak ada buku yang perlu diambil dari rak${place(branch)}.`,
  onlySoMany: (count: number): string => `Nomornya hanya 1 sampai ${count}.`,
  howToCapture: 'Tulis kode eksemplar yang sudah diambil dari rak, misalnya: /siapkan B00123',
  captured: (title: string, ready: boolean, deadline: string | null, f: Format): string =>
    ready
      ? `${title} siap diambil${deadline ? ` sampai ${f.day(deadline)}` : ''}. Pemesannya dikabari bila pemberitahuannya menyala.`
      : `${title} dicatat dalam pengiriman ke tempat ambil.`,
  shelved: (title: string, copy: string, state: string): string => `${title} (${copy}) sudah diproses. Keadaan: ${stateOf(state)}.`,
  missed: (title: string, copy: string): string =>
    `${title} (${copy}) dicatat tidak ada di rak. Bila ada pemesannya, urutannya tetap dan ia mendapat eksemplar berikutnya.`,
  // copies and cases
  howToJudge: 'Tulis kode eksemplar dan keadaannya, misalnya: "B00123 hilang", "B00123 rusak", atau "B00123 ditemukan".',
  whichVerdict: (copy: Copy & { readonly state: string }): string => `${nameOf(copy)} sekarang ${stateOf(copy.state)}. Apa yang terjadi?`,
  verdicts: {
    lost: 'Hilang',
    damaged: 'Rusak',
    missing: 'Tidak ada di rak',
    found: 'Ditemukan',
    replaced: 'Sudah diganti',
    price: 'Harganya ditagih',
  },
  noLoanToReplace: (copy: Copy): string =>
    `${nameOf(copy)} tidak sedang dipinjam siapa pun, jadi tidak ada yang menggantinya. Untuk mencatatnya hilang, tulis: /hilang ${copy.copyCode}`,
  whichPrice: (copy: Copy): string => `Berapa harga ${nameOf(copy)}? Tulis jumlahnya, misalnya 75000.`,
  confirmVerdict: (
    copy: KeptCopy & { readonly card: string | null },
    verdict: string,
    { newCode, amount }: { readonly newCode: string | null; readonly amount: number | null },
    f: Format,
  ): string => {
    if (copy.card === null)
      return `${nameOf(copy)} disisihkan untuk kartu ${copy.keptFor ?? '-'}: catat ${verdict === 'lost' ? 'hilang' : 'rusak'}? Pemesannya mendapat eksemplar lain bila ada.`;
    const loan = `${nameOf(copy)}, pinjaman kartu ${copy.card}`;
    if (verdict === 'lost') return `${loan}: catat hilang? Pinjamannya dibekukan sampai buku, gantinya, atau harganya diserahkan.`;
    if (verdict === 'replaced')
      return `${loan}: terima penggantinya${newCode === null ? '' : ` dengan kode ${newCode}`}? Pinjamannya selesai dan ${copy.copyCode} tetap hilang.`;
    if (verdict === 'price') return `${loan}: tagih harga ${f.money(amount ?? 0)}? Pinjamannya selesai bila dibayar.`;
    return `${loan}: catat kembali dalam keadaan rusak? Bukunya tidak dipinjamkan lagi.`;
  },
  judged: {
    lost: (title: string, copy: string, _state: string, onLoan: boolean): string =>
      `${title} (${copy}) dicatat hilang${onLoan ? '; pinjamannya dibekukan, tanpa pengingat dan perpanjangan' : ''}.`,
    damaged: (title: string, copy: string, _state: string, onLoan: boolean): string =>
      `${title} (${copy}) dicatat rusak dan tidak dipinjamkan${onLoan ? '; pinjamannya selesai' : ''}.`,
    found: (title: string, copy: string, state: string, onLoan: boolean): string =>
      `${title} (${copy}) ditemukan${onLoan ? '; pinjamannya selesai tanpa sanksi' : ''}. Keadaan: ${stateOf(state)}.`,
  },
  replacedBy: (title: string, copy: string, newCode: string | null): string =>
    `Pengganti ${title} diterima${newCode === null ? '' : ` sebagai ${newCode}`}; pinjamannya selesai dan ${copy} tetap tercatat hilang.`,
  charged: (title: string, copy: string, amount: number, f: Format): string =>
    `Harga ${title} (${copy}) ${f.money(amount)} ditagihkan. Bila sudah dibayar, tulis: /lunas dan nomor kartunya.`,
  // fines
  whoseFine: 'Kartu siapa? Tulis nomor kartunya.',
  noFines: (card: string): string => `Kartu ${card} tidak punya denda yang belum lunas.`,
  openFines: (card: string, amount: number, f: Format): string => `Denda kartu ${card} seluruhnya ${f.money(amount)}. Yang mana?`,
  fineLine: (title: string | null, amount: number, f: Format): string => `${title ?? 'Denda'}: ${f.money(amount)}`,
  allFines: 'Semua denda',
  howToSettle: (card: string, { titles, amount }: Sum, f: Format): string =>
    `Denda kartu ${card} ${f.money(amount)}${forTitles(titles)}. Apa yang dicatat?`,
  settlements: { paid: 'Lunas dibayar', waived: 'Dihapus' },
  confirmSettle: (card: string, how: 'paid' | 'waived', { titles, amount }: Sum, f: Format): string =>
    how === 'paid'
      ? `Catat denda kartu ${card} lunas, ${f.money(amount)}${forTitles(titles)}?`
      : `Hapus denda kartu ${card}, ${f.money(amount)}${forTitles(titles)}?`,
  settled: (card: string, how: 'paid' | 'waived', sum: Sum & { readonly left: number }, f: Format): string =>
    `Denda kartu ${card} ${f.money(sum.amount)} ${how === 'paid' ? 'dicatat lunas' : 'dihapus'}${forTitles(sum.titles)}.${left(sum.left, f)}`,
  confirmLift: (card: string, until: string | null, f: Format): string =>
    `Cabut skorsing kartu ${card}${until === null ? '' : `, yang berlaku sampai ${f.day(until)}`}?`,
  lifted: (card: string): string => `Skorsing kartu ${card} dicabut; kartunya bisa dipakai meminjam lagi.`,
  // members
  whichName: 'Siapa nama anggota barunya? Tulis nama lengkapnya.',
  whichBirthDate: 'Tanggal lahirnya? Misalnya 2 Januari 1990.',
  noBirthDate: 'Tanggal lahir itu belum terbaca. Tulis hari, bulan, dan tahun empat angka, misalnya 2 Januari 1990.',
  whichGuardian: 'Anggota ini belum 18 tahun. Berapa nomor kartu walinya?',
  noGuardianCard: (card: string): string => `Kartu ${card} bukan kartu orang dewasa di perpustakaan ini.`,
  confirmMember: (
    form: {
      readonly name: string;
      readonly birthOn: string;
      readonly card: string;
      readonly type: keyof typeof types;
      readonly guardian?: string | undefined;
      readonly phone?: string | undefined;
      readonly address?: string | undefined;
    },
    f: Format,
  ): string =>
    `Daftarkan ${form.name}, lahir ${f.day(form.birthOn)}, anggota ${types[form.type]}, kartu ${form.card}${form.guardian ? `, wali kartu ${form.guardian}` : ''}${form.phone ? `, telepon ${form.phone}` : ''}${form.address ? `, alamat ${form.address}` : ''}?`,
  registered: (name: string, card: string, expires: string, f: Format): string =>
    `${name} terdaftar dengan kartu ${card}, berlaku sampai ${f.day(expires)}. Untuk chat, tulis: /kode ${card}`,
  howToCard: {
    activate: 'Tulis nomor kartu yang diaktifkan, misalnya: /aktifkan A-0045',
    extend: 'Tulis nomor kartu yang diperpanjang, misalnya: /perpanjangkartu A-0045',
  },
  confirmCard: {
    activate: (member: { readonly card: string; readonly name: string }, _f: Format): string =>
      `Aktifkan kartu ${member.card} (${member.name})? Cocokkan dulu dengan kartu identitasnya.`,
    extend: (member: { readonly card: string; readonly name: string; readonly expiresOn: string | null }, f: Format): string =>
      `Perpanjang kartu ${member.card} (${member.name}) satu tahun${member.expiresOn ? `? Sekarang berlaku sampai ${f.day(member.expiresOn)}.` : '?'}`,
  },
  cardChanged: {
    activate: (card: string, expires: string, f: Format): string => `Kartu ${card} aktif, berlaku sampai ${f.day(expires)}.`,
    extend: (card: string, expires: string, f: Format): string => `Kartu ${card} diperpanjang sampai ${f.day(expires)}.`,
  },
  howToIssueCode: 'Tulis nomor kartunya, misalnya: /kode A-0045',
  codeIssued: (card: string, code: string): string =>
    `Kode sekali pakai untuk kartu ${card}: ${code} (berlaku 15 menit). Anggota menulis kepada bot "hubungkan kartu", lalu nomor kartu dan kode ini.`,
  // tasks
  noTasks: 'Tidak ada yang menunggu petugas saat ini.',
  tasks: (count: number): string => `${count} hal menunggu petugas. Balas nomor untuk melihatnya.`,
  taskKind: (kind: string, count: number): string => `${taskNames[kind] ?? kind}: ${count}`,
  taskIntro: {
    claimed: 'Menurut anggota sudah kembali; tolong dicari. Balas nomor yang sudah jelas.',
    lost: 'Buku hilang yang belum selesai. Balas nomor untuk menyelesaikannya.',
    overdue: 'Terlambat 90 hari atau lebih. Dianggap hilang hanya bila petugas memutuskan; balas nomornya.',
    releasing: 'Pesanannya batal atau lewat batas. Balas nomor buku yang sudah di tangan.',
    missing: 'Tidak ditemukan di rak. Balas nomor yang sudah jelas.',
    pending: 'Pendaftaran yang menunggu aktivasi. Balas nomor untuk mengaktifkan.',
  },
  caseLine: (loan: Copy & { readonly card: string; readonly dueOn: string; readonly caseOn: string | null }, f: Format): string =>
    `${nameOf(loan)}, kartu ${loan.card}, ${loan.caseOn === null ? `jatuh tempo ${f.day(loan.dueOn)}` : `dilaporkan ${f.day(loan.caseOn)}`}`,
  copyLine: (copy: Copy & { readonly branchName: string }): string => `${nameOf(copy)}, ${copy.branchName}`,
  memberLine: (name: string, card: string): string => `${name}, kartu ${card}`,
  whatOfIt: (code: string): string => `Apa yang dicatat untuk ${code}?`,
  ways: { found: 'Ditemukan', lost: 'Hilang', replaced: 'Sudah diganti', returned: 'Sudah kembali' },
  // receipts
  receiptsAre: (on: boolean): string =>
    on
      ? 'Struk di chat menyala: setiap pinjam dan kembali saya kirimi catatannya. Matikan dengan: /struk off'
      : 'Struk di chat mati. Nyalakan dengan: /struk on',
  receiptsSet: (on: boolean): string =>
    on ? 'Struk di chat dinyalakan: setiap pinjam dan kembali di meja layanan saya kirimi catatannya.' : 'Struk di chat dimatikan.',
  receiptsSilent: 'Pemberitahuan Kakak sedang mati, jadi struk baru datang setelah Kakak menulis "mulai".',
  receipt: (
    done: readonly { readonly operation: string; readonly title: string | null; readonly due: string | null }[],
    f: Format,
  ): Say => [
    'Struk dari meja layanan:',
    list(
      done.map(({ operation, title, due }) =>
        operation === 'check-in' ? `${title ?? ''}: sudah kembali` : `${title ?? ''}: dipinjam${due ? `, jatuh tempo ${f.day(due)}` : ''}`,
      ),
    ),
  ],
  corrected: (titles: readonly string[], f: Format): string =>
    `Maaf, ada perubahan: pesanan ${f.list(titles)} belum bisa diambil. Urutan Kakak tetap; kami kabari lagi bila siap.`,
  // refusals, for those who can help
  notOut: (copy: Copy & { readonly state: string }): string =>
    `${nameOf(copy)} tidak sedang dipinjam: ${stateOf(copy.state)}. Untuk meminjamkannya, tulis: /pinjamkan ${copy.copyCode} dan nomor kartunya.`,
  cardRefused: (refusal: CirculationRefusal, card: string, f: Format): string | null => {
    switch (refusal.reason) {
      case 'member-suspended':
        return `Kartu ${card} sedang diskors${refusal.until ? ` sampai ${f.day(refusal.until)}` : ''}. Untuk mencabutnya, tulis: /cabutskorsing ${card}`;
      case 'member-pending':
        return `Kartu ${card} belum diaktifkan. Untuk mengaktifkannya, tulis: /aktifkan ${card}`;
      case 'member-expired':
        return `Kartu ${card} sudah berakhir${refusal.on ? ` pada ${f.day(refusal.on)}` : ''}. Untuk memperpanjangnya, tulis: /perpanjangkartu ${card}`;
      case 'fines-owed':
        return `Kartu ${card} masih punya denda ${f.money(refusal.amount)}. Bila sudah dibayar, tulis: /lunas ${card}`;
      default:
        return null;
    }
  },
  // joining
  nowLibrarian:
    'Sekarang Kakak bertindak sebagai petugas perpustakaan contoh ini. Coba: "daftar ambil rak", /pinjamkan KODE KARTU, /kembalikan KODE. Ketik "/sebagai pembaca" untuk kembali.',
  nowReader: 'Sekarang Kakak kembali menjadi pembaca contoh.',
  onlyInDemo: 'Perintah itu hanya berlaku di perpustakaan contoh. Petugas sungguhan bergabung dengan kode undangan: /petugas KODE',
  joined: (role: string): string => `Selamat datang. Akun chat ini sekarang terdaftar sebagai petugas (${role}).`,
  badInvitation: 'Kode undangan itu tidak berlaku. Minta kode baru kepada pengelola program ini.',
  howToJoin: 'Tulis kode undangannya, misalnya: /petugas ABCDE12345',
};

export type DeskWords = typeof id;
