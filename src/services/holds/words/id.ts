import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { HoldPlaced, HoldRecord } from '#ports/library-system.ts';

type Preview = Omit<HoldPlaced, 'holdId'>;

const expected = (placed: Preview, f: Format): string =>
  placed.expected ? ` Perkiraan siap antara ${f.day(placed.expected.from)} dan ${f.day(placed.expected.to)}.` : '';

const status = (hold: HoldRecord, f: Format): string => {
  switch (hold.status) {
    case 'ready':
      return `siap diambil di ${hold.pickupName}${hold.deadlineOn ? ` sampai ${f.day(hold.deadlineOn)}` : ''}`;
    case 'in_transit':
      return `sedang dikirim ke ${hold.pickupName}`;
    case 'allocated':
      return `sedang disiapkan petugas, ambil di ${hold.pickupName}`;
    case 'suspended':
      return `ditunda, antrean ke-${hold.position ?? '-'} tetap terjaga`;
    case 'waiting':
      return `antrean ke-${hold.position ?? '-'}, ambil di ${hold.pickupName}`;
  }
};

export const id = {
  whichTitle: 'Buku apa yang mau dipesan? Tulis judulnya.',
  nothing: (said: string): string =>
    `Belum ketemu judul "${said}" di katalog. Coba ejaan lain, atau ketik "usul buku" bila ingin perpustakaan membelinya.`,
  which: (said: string): string => `Judul yang mana untuk "${said}"?`,
  confirm: (label: string, preview: Preview, f: Format): string =>
    preview.status === 'allocated' || preview.status === 'ready' || preview.status === 'in_transit'
      ? `${label} tersedia. Saya pesankan untuk diambil di ${preview.pickupName}?`
      : `${label} sedang dipinjam. Kakak akan menjadi antrean ke-${preview.position ?? 1}, diambil di ${preview.pickupName}.${expected(preview, f)} Pesan?`,
  placed: (label: string, placed: HoldPlaced, told: boolean, f: Format): string => {
    const tell = told ? `; kami kabari bila siap diambil di ${placed.pickupName}` : ` untuk diambil di ${placed.pickupName}`;
    if (placed.status === 'waiting')
      return `${label} sudah dipesan: antrean ke-${placed.position ?? 1}${told ? '' : `, diambil di ${placed.pickupName}`}.${expected(placed, f)}${told ? ` Kami kabari bila siap diambil di ${placed.pickupName}.` : ''}`;
    return `${label} sudah dipesan. Petugas menyiapkannya${tell}.`;
  },
  noticesOff:
    'Pemberitahuan Kakak sedang mati, jadi tidak ada kabar otomatis. Ketik "mulai" bila ingin dikabari, atau cek dengan "pesanan saya".',
  none: 'Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.',
  mine: (holds: readonly HoldRecord[], f: Format): Say => [
    `${holds.length} pesanan Kakak:`,
    list(holds.map((hold) => `${hold.title}: ${status(hold, f)}`)),
  ],
  one: (hold: HoldRecord, f: Format): string => `${hold.title}: ${status(hold, f)}.`,
  notHeld: (said: string): string => `"${said}" tidak ada di daftar pesanan Kakak. Ketik "pesanan saya" untuk melihatnya.`,
  whichToCancel: 'Pesanan mana yang dibatalkan?',
  all: 'Semuanya',
  confirmCancel: (labels: readonly string[], f: Format): string => `Batalkan pesanan ${f.list(labels)}?`,
  cancelled: (title: string): string => `Pesanan ${title} sudah dibatalkan.`,
  expired: (titles: readonly string[], f: Format): string =>
    `Pesanan ${f.list(titles)} sudah berakhir karena belum diambil sampai batas waktunya. Bila masih ingin, ketik "pesan" dan judulnya.`,
  ready: (
    holds: readonly { readonly title: string; readonly place: string; readonly code: string | null; readonly deadline: string | null }[],
    f: Format,
  ): Say => [
    holds.length === 1 ? 'Pesanan Kakak siap diambil:' : `${holds.length} pesanan Kakak siap diambil:`,
    list(
      holds.map(
        (hold) =>
          `${hold.title}, di ${hold.place}${hold.code ? ` (kode ${hold.code})` : ''}${hold.deadline ? `, paling lambat ${f.day(hold.deadline)}` : ''}`,
      ),
    ),
  ],
};

export type HoldWords = typeof id;
