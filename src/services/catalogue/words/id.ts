import { fields } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { Availability, TitleRecord } from '#ports/library-system.ts';

const formats: Readonly<Record<string, string>> = {
  braille: 'buku braille',
  audio: 'buku audio',
  large_print: 'buku huruf besar',
  digital: 'koleksi digital',
};
const audiences: Readonly<Record<string, string>> = { child: 'anak', teen: 'remaja', adult: 'dewasa' };

const stock = (availability: Availability): string => {
  if (availability.copies === 0) return 'belum punya eksemplar';
  if (availability.available === 0)
    return availability.onLoan === availability.copies
      ? 'sedang dipinjam semua'
      : 'sedang tidak tersedia, dipinjam atau disiapkan untuk pemesan';
  return `${availability.available} dari ${availability.copies} eksemplar tersedia`;
};

const places = (availability: Availability): readonly (readonly [string, string])[] =>
  availability.places.map((place) => [
    place.branchName,
    place.available > 0 ? `${place.available} dari ${place.copies} tersedia` : `${place.copies} eksemplar, sedang tidak tersedia`,
  ]);

const waiting = (availability: Availability, f: Format): readonly string[] => [
  ...(availability.available === 0 && availability.earliestDue ? [`Paling cepat kembali ${f.day(availability.earliestDue)}.`] : []),
  ...(availability.queue > 0 ? [`${availability.queue} pembaca sedang mengantre.`] : []),
];

/** The ten main classes of the Dewey Decimal Classification, by the first digit of a call number. */
const ddc: Readonly<Record<string, string>> = {
  '0': 'karya umum',
  '1': 'filsafat dan psikologi',
  '2': 'agama',
  '3': 'ilmu sosial',
  '4': 'bahasa',
  '5': 'sains',
  '6': 'teknologi dan kesehatan',
  '7': 'seni dan olahraga',
  '8': 'sastra',
  '9': 'sejarah dan geografi',
};

/** What is said beside the stock of a title. */
interface Circumstances {
  /** when the asker has it on loan */
  readonly ownDue: string | null;
  /** when the holdings were last imported from another system */
  readonly importedOn: string | null;
}

const asOf = (day: string, f: Format): string => `Data per ${f.day(day)}.`;

export const id = {
  asOf,
  whatToFind: 'Mau mencari buku apa? Tulis judul, pengarang, atau topiknya.',
  found: (count: number, said: string, corrected: string | null): string =>
    `Ada ${count} koleksi untuk ${corrected ? `"${corrected}"` : `"${said}"`}. Balas dengan nomornya untuk keterangan:`,
  perhaps: (said: string): string => `Belum ketemu "${said}". Mungkin maksudnya salah satu dari ini? Balas dengan nomornya:`,
  foundFiltered: (count: number, what: string): string =>
    `Ada ${count} koleksi${what ? ` ${what}` : ''}. Balas dengan nomornya untuk keterangan:`,
  filter: (filter: {
    readonly format?: string;
    readonly audience?: string;
    readonly localAuthor?: boolean;
    readonly availableOnly?: boolean;
    readonly author?: string;
    readonly subject?: string;
    readonly branch?: string;
  }): string =>
    [
      filter.format ? formats[filter.format] : '',
      filter.subject ? `tentang ${filter.subject}` : '',
      filter.author ? `karya ${filter.author}` : '',
      filter.audience ? `untuk ${audiences[filter.audience]}` : '',
      filter.localAuthor ? 'karya penulis lokal' : '',
      filter.branch ? `di ${filter.branch === 'van' ? 'perpustakaan keliling' : filter.branch}` : '',
      filter.availableOnly ? 'yang tersedia sekarang' : '',
    ]
      .filter(Boolean)
      .join(' '),
  option: (label: string, availability: Availability | undefined): string =>
    availability === undefined || availability.copies === 0
      ? label
      : `${label}: ${availability.available > 0 ? 'tersedia' : 'belum tersedia'}`,
  more: 'Berikutnya',
  otherForm: (said: string, what: string): string => `"${said}" ada, tetapi belum ada ${what}. Yang ada:`,
  nothing: (said: string): string =>
    `Belum ketemu koleksi untuk "${said}". Coba ejaan atau kata lain. Bila memang belum ada, ketik "usul buku" supaya perpustakaan mempertimbangkannya.`,
  nothingFiltered: (what: string): string => `Belum ada koleksi ${what || 'yang cocok'}. Coba kata lain, atau ketik "usul buku".`,
  which: (said: string): string => `Yang mana untuk "${said}"?`,
  whichTitle: 'Judul yang mana? Tulis judul bukunya.',
  details: (title: TitleRecord, availability: Availability, f: Format, { ownDue, importedOn }: Circumstances): Say => [
    `${title.title}${title.author ? ` (${title.author})` : ''}: ${ownDue ? `sedang Kakak pinjam, jatuh tempo ${f.day(ownDue)}` : title.reference ? 'hanya dibaca di tempat' : stock(availability)}.`,
    ...(availability.places.length > 0 ? [fields(places(availability))] : []),
    [
      ...waiting(availability, f),
      ...(title.digital ? [`Ada juga versi digital (${title.digital.formats.join(', ')}).`] : []),
      ...(importedOn ? [asOf(importedOn, f)] : []),
    ].join(' '),
  ],
  aspects: {
    availability: (title: TitleRecord, availability: Availability, f: Format): string =>
      [`${title.title}: ${stock(availability)}.`, ...waiting(availability, f)].join(' '),
    copies: (title: TitleRecord, availability: Availability): string =>
      `${title.title} punya ${availability.copies} eksemplar, ${availability.available} tersedia sekarang.`,
    location: (title: TitleRecord, shelf: string | null): string =>
      shelf ? `${title.title} ada di ${shelf}.` : `Letak rak ${title.title} belum tercatat. Silakan tanya petugas di meja layanan.`,
    synopsis: (title: TitleRecord): string =>
      title.synopsis ? `${title.title}: ${title.synopsis}` : `Ringkasan ${title.title} belum ada di katalog kami.`,
    due_back: (title: TitleRecord, availability: Availability, f: Format): string =>
      availability.available > 0
        ? `${title.title} tersedia sekarang, tidak perlu menunggu.`
        : availability.earliestDue
          ? `${title.title} paling cepat kembali ${f.day(availability.earliestDue)}.`
          : `Belum ada tanggal kembali untuk ${title.title}.`,
    queue: (title: TitleRecord, availability: Availability): string =>
      availability.queue > 0 ? `${availability.queue} pembaca mengantre untuk ${title.title}.` : `Tidak ada antrean untuk ${title.title}.`,
    loanable: (title: TitleRecord): string =>
      title.reference ? `${title.title} hanya untuk dibaca di tempat.` : `${title.title} boleh dipinjam dan dibawa pulang.`,
    bibliographic: (title: TitleRecord): Say => [
      `${title.title}${title.author ? ` ditulis oleh ${title.author}` : ''}.`,
      fields([
        ...(title.publisher ? [['Penerbit', title.publisher] as const] : []),
        ...(title.year ? [['Tahun', String(title.year)] as const] : []),
        ...(title.isbn ? [['ISBN', title.isbn] as const] : []),
        ...(title.subjects.length > 0 ? [['Subjek', title.subjects.join(', ')] as const] : []),
        ...(title.callNumber ? [['No. panggil', title.callNumber] as const] : []),
      ]),
    ],
  },
  shelf: (callNumber: string | null, subject: string | null, shelf: string | null): string | null => {
    if (!callNumber && !shelf) return null;
    const rack = shelf ? shelf : `rak nomor ${callNumber?.split('.')[0]}`;
    return `${rack}${callNumber ? `, nomor panggil ${callNumber}` : ''}${subject ? ` (${subject})` : ''}`;
  },
  ddc,
  actHold: 'Pesan buku ini',
  actRenew: 'Perpanjang pinjaman ini',
  actSynopsis: 'Isi ringkasnya',
  actOthers: (count: number): string => `Lihat ${count} koleksi lain`,
  actShelf: 'Letak raknya',
  newArrivals: (since: string, f: Format): string => `Koleksi baru sejak ${f.day(since)}. Balas dengan nomornya untuk keterangan:`,
  noNewArrivals: (since: string, f: Format): string =>
    `Belum ada koleksi baru sejak ${f.day(since)}. Ketik "saran bacaan" untuk rekomendasi.`,
  recommended: (what: string): string =>
    `Ini beberapa yang sedang tersedia${what ? ` ${what}` : ''}. Balas dengan nomornya untuk keterangan:`,
  similar: (label: string): string => `Kalau suka ${label}, coba ini. Balas dengan nomornya untuk keterangan:`,
  nothingToRecommend: 'Belum ada saran yang cocok dan tersedia sekarang. Sebutkan topik yang disukai, misalnya "saran novel sejarah".',
  localAuthors: 'Penulis lokal di katalog kami. Balas dengan nomornya untuk melihat bukunya:',
  noLocalAuthors:
    'Belum ada penulis lokal yang tercatat di katalog kami. Penulis Prabumulih boleh mengenalkan karyanya: ketik "pustakawan".',
};

export type CatalogueWords = typeof id;
