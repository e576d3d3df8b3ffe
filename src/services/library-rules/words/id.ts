import { list, type Say } from '#conversation/say.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Format } from '#languages/format.ts';
import type { CardEdit, RuleChanges, RuleTable, TermEdit, TermPreview, TermScope, TermSetting, TermValue } from '../rules.ts';

type Spoken = TermValue | undefined;

const count = (value: Spoken, noun: string): string => `${String(value)} ${noun}`;

/** Each term: what it is called, and how its value is said. */
const terms: Readonly<Record<TermSetting, readonly [name: string, value: (value: Spoken, f: Format) => string]>> = {
  loan_days: ['Masa pinjam', (value) => count(value, 'hari')],
  max_loans: ['Batas pinjaman', (value) => count(value, 'buku')],
  max_holds: ['Batas pesanan', (value) => count(value, 'judul')],
  max_holds_per_day: ['Batas pesanan sehari', (value) => (value === null ? 'tanpa batas' : count(value, 'judul'))],
  max_renewals: ['Perpanjangan', (value) => (value === 0 ? 'tidak bisa' : `paling banyak ${count(value, 'kali')}`)],
  renew_days: ['Lama perpanjangan', (value) => count(value, 'hari')],
  renewable: ['Bisa diperpanjang', (value) => (value === true ? 'ya' : 'tidak')],
  renew_from: ['Perpanjangan dihitung', (value) => (value === 'today' ? 'dari hari ini' : 'dari jatuh tempo')],
  renew_window_days: ['Perpanjangan dibuka', (value) => (value === null ? 'kapan saja' : `${count(value, 'hari')} sebelum jatuh tempo`)],
  overdue_renewal: [
    'Perpanjangan saat terlambat',
    (value) => (value === 'allow' ? 'boleh dalam toleransi' : value === 'block' ? 'tidak untuk buku itu' : 'tidak untuk semua bukunya'),
  ],
  overdue_grace_days: ['Toleransi terlambat', (value) => count(value, 'hari buka')],
  due_mode: [
    'Jatuh tempo di hari tutup',
    (value) =>
      value === 'pushNextOpen'
        ? 'digeser ke hari buka berikutnya'
        : value === 'skipClosed'
          ? 'hari tutup tidak dihitung'
          : 'tetap menurut kalender',
  ],
  hold_pickup_days: ['Pesanan disimpan', (value) => count(value, 'hari buka')],
  missed_pickup: ['Pesanan tidak diambil', (value) => (value === 'suspend' ? 'ditunda sekali' : 'berakhir')],
  fine_per_day: ['Denda per hari terlambat', (value, f) => (value === 0 ? 'tanpa denda (skorsing)' : f.money(Number(value)))],
  late_days: ['Hari terlambat', (value) => (value === 'open' ? 'dihitung hari buka saja' : 'dihitung semua hari')],
  block_at_fine: ['Denda yang menghentikan layanan', (value, f) => (value === null ? 'tidak ada' : `mulai ${f.money(Number(value))}`)],
  suspension_factor: ['Skorsing per hari terlambat', (value) => count(value, 'hari')],
  suspension_cap_days: ['Skorsing paling lama', (value) => count(value, 'hari')],
};

const types: Readonly<Record<PatronType, string>> = { adult: 'dewasa', teen: 'remaja', child: 'anak' };

const said = (setting: TermSetting, value: Spoken, f: Format): string => terms[setting][1](value, f);

const scopeWords = ({ patronType, material, from, to }: TermScope, branch: string | null, f: Format): readonly string[] => [
  patronType === null ? 'semua anggota' : `anggota ${types[patronType]}`,
  ...(material === null ? [] : [`koleksi ${material}`]),
  ...(branch === null ? [] : [`di ${branch}`]),
  ...(from === null ? [] : [`mulai ${f.day(from)}`]),
  ...(to === null ? [] : [`sampai ${f.day(to)}`]),
];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** When a change begins to count, and what stays as it is. */
const reach = (setting: TermSetting, { loans, late, over }: TermPreview): string => {
  if (setting === 'loan_days' || setting === 'due_mode') return `Berlaku untuk pinjaman baru; ${loans} pinjaman berjalan tetap.`;
  if (setting === 'max_loans' || setting === 'max_holds')
    return `Berlaku mulai permintaan berikutnya; ${over > 0 ? `${over} anggota sudah melebihinya, ` : ''}tidak ada yang ditarik kembali.`;
  if (/fine|suspension|late/.test(setting)) return `Berlaku juga untuk pinjaman yang sudah terlambat (sekarang ${late}).`;
  if (setting === 'hold_pickup_days') return 'Berlaku untuk pesanan yang siap sesudah ini; batas ambil yang sudah ada tetap.';
  return 'Berlaku mulai permintaan berikutnya; jatuh tempo yang sudah ada tetap.';
};

/** What the general lines of the table speak of; a term nobody set otherwise stays unsaid elsewhere. */
const tabled: readonly TermSetting[] = [
  ...(['loan_days', 'max_loans', 'max_renewals', 'renew_days', 'renew_window_days', 'max_holds', 'hold_pickup_days', 'due_mode'] as const),
  ...(['fine_per_day', 'block_at_fine', 'suspension_cap_days', 'overdue_grace_days'] as const),
];

const generalLine = (setting: TermSetting, { general }: RuleTable, f: Format): string => {
  const values = general.map(({ patronType, changes }) => ({ patronType, value: said(setting, changes[setting], f) }));
  const [first] = values;
  const isSame = values.every(({ value }) => value === first?.value);
  const each = values.map(({ patronType, value }) => `${types[patronType]} ${value}`);
  return `${terms[setting][0]}: ${isSame ? (first?.value ?? '') : each.join(', ')}`;
};

const changesText = (changes: RuleChanges, f: Format): string =>
  // as: the fields of a row are the settings
  (Object.entries(changes) as readonly [TermSetting, Spoken][])
    .map(([setting, value]) => `${terms[setting][0].toLowerCase()} ${said(setting, value, f)}`)
    .join('; ');

const shift = ({ terms: all }: Pick<TermPreview, 'terms'>, setting: TermSetting, f: Format): string => {
  const each = all.map(({ patronType, before, after }) => ({
    patronType,
    text: `${said(setting, before, f)} → ${said(setting, after, f)}`,
  }));
  const [first] = each;
  return each.every(({ text }) => text === first?.text)
    ? (first?.text ?? '')
    : each.map(({ patronType, text }) => `${types[patronType]} ${text}`).join(', ');
};

const cardNames: Readonly<Record<CardEdit['field'], string>> = {
  name: 'Nama perpustakaan',
  address: 'Alamat perpustakaan',
  phone: 'Telepon perpustakaan',
  facilities: 'Fasilitas',
};

export const id = {
  label: (scope: TermScope, branch: string | null, f: Format): string => capital(scopeWords(scope, branch, f).join(' ')),
  table: (table: RuleTable, branches: ReadonlyMap<string, string>, f: Format): Say => [
    'Aturan peminjaman yang berlaku:',
    list(tabled.map((setting) => generalLine(setting, table, f))),
    ...(table.rows.length > 0
      ? [
          'Aturan khusus (yang paling khusus menang):',
          list(
            table.rows.map(({ label, scope, changes }) => {
              const whom = scopeWords(scope, scope.branchId === null ? null : (branches.get(scope.branchId) ?? scope.branchId), f).join(
                ' ',
              );
              return `${label}${whom === '' || whom.toLowerCase() === label.toLowerCase() ? '' : `, ${whom}`}: ${changesText(changes, f)}`;
            }),
          ),
        ]
      : []),
    'Kepala atau admin mengubahnya dengan menulis misalnya "lama pinjam jadi 14 hari" atau "batas pinjam anak 3".',
  ],
  onlyHead: (names: readonly string[], f: Format): string =>
    `Aturan ini hanya diubah kepala perpustakaan atau admin${names.length > 0 ? ` (${f.list(names)})` : ''}. Sampaikan usulannya kepada mereka; belum ada yang berubah.`,
  whichValue: (setting: TermSetting): string => `${terms[setting][0]} menjadi berapa? Tulis angkanya.`,
  notSensible: (setting: TermSetting, least: number, most: number, f: Format): string =>
    `${terms[setting][0]} harus angka bulat antara ${f.number(least)} dan ${f.number(most)}. Tulis angkanya.`,
  datesWrong: 'Tanggal akhirnya sudah lewat atau sebelum tanggal mulainya. Tulis misalnya "mulai 1 april sampai 30 april".',
  alreadySo: (setting: TermSetting, value: TermValue, f: Format): string =>
    `${terms[setting][0]} memang sudah ${said(setting, value, f)}, jadi tidak ada yang berubah.`,
  preview: (edit: TermEdit, preview: TermPreview, branch: string | null, f: Format): Say => {
    const whom = scopeWords(edit.scope, branch, f);
    return [
      `${terms[edit.setting][0]}: ${shift(preview, edit.setting, f)}, untuk ${whom.join(' ')}.`,
      `${reach(edit.setting, preview)}${preview.others.length > 0 ? ` Tetap sendiri: ${f.list(preview.others.map(({ label, value }) => `${label} (${said(edit.setting, value, f)})`))}.` : ''}`,
      'Ubah aturan ini?',
    ];
  },
  changed: (edit: TermEdit, preview: Pick<TermPreview, 'terms'>, f: Format): string =>
    `${terms[edit.setting][0]} sudah diubah: ${shift(preview, edit.setting, f)}. Berlaku mulai ${edit.scope.from === null ? 'sekarang' : f.day(edit.scope.from)}.`,
  whichCard: 'Apa yang diganti? Tulis misalnya "ganti telepon perpustakaan jadi 0713-123456" atau "tambah fasilitas musala".',
  confirmCard: ({ field, value, removes }: CardEdit): string =>
    field === 'facilities'
      ? `${removes ? 'Hapus fasilitas' : 'Tambah fasilitas'} "${value}" di keterangan untuk pengunjung?`
      : `${cardNames[field]} menjadi "${value}". Ini yang dibaca pengunjung. Simpan?`,
  cardChanged: ({ field, value, removes }: CardEdit): string =>
    `${cardNames[field]} sudah ${field === 'facilities' ? (removes ? 'dikurangi' : 'ditambah') : 'diganti'}: ${value}.`,
};

export type RuleWords = typeof id;
