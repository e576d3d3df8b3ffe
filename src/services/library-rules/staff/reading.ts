import type { TermScope, TermSetting } from '#circulation/rules/changing-terms.ts';
import { findDates } from '#understanding/dates/read-date.ts';
import type { LocalNow } from '#understanding/dates/reading.ts';
import type { CardEdit, TermSaid, Unit } from '../rules.ts';

// What staff wrote about a lending rule: which term, which value, for whom and from when to when.

interface TermWords {
  readonly setting: TermSetting;
  readonly unit: Unit;
  readonly said: RegExp;
  /** beyond it a number is a slip of the finger */
  readonly most: number;
}

/** The first that fits counts: the narrower wordings stand before the wider ones. */
const terms: readonly TermWords[] = [
  {
    setting: 'block_at_fine',
    unit: 'rupiah',
    most: 10_000_000,
    said: /\b(?:blokir|batas|maks\w*)\b.*\bdenda\b|\bdenda (?:paling banyak|maks\w*)|block\w* (?:at|from).*fine|fine limit/i,
  },
  { setting: 'fine_per_day', unit: 'rupiah', most: 100_000, said: /\bdenda\b|\bfines?\b/i },
  { setting: 'suspension_cap_days', unit: 'days', most: 366, said: /\b(?:skors\w*|sanksi|suspen\w+)\b/i },
  { setting: 'overdue_grace_days', unit: 'days', most: 60, said: /\btoleransi\b|\bgrace\b/i },
  { setting: 'renew_window_days', unit: 'days', most: 60, said: /\b(?:perpanjang\w*|renew\w*)\b.*\b(?:sebelum|before)\b/i },
  {
    setting: 'max_renewals',
    unit: 'count',
    most: 20,
    said: /\b(?:perpanjang\w*|renew\w*)\b.*\b(?:kali|x|times?|maks\w*|paling banyak|max\w*|batas|limit)\b|\b(?:batas|maks\w*|jumlah|max\w*)\s+(?:perpanjang\w*|renew\w*)/i,
  },
  { setting: 'renew_days', unit: 'days', most: 366, said: /\b(?:perpanjang\w*|renew\w*)\b/i },
  {
    setting: 'max_holds_per_day',
    unit: 'count',
    most: 100,
    said: /\b(?:pesan\w*|reserv\w*|holds?)\b.*\b(?:per hari|sehari|a day|per day)\b/i,
  },
  {
    setting: 'hold_pickup_days',
    unit: 'days',
    most: 60,
    said: /\b(?:batas|waktu|lama|masa)\s+ambil\b|\b(?:disimpan|simpan)\b.*\bhari\b|\bpesan\w* (?:disimpan|ditahan)|pickup (?:days|time|window)/i,
  },
  { setting: 'max_holds', unit: 'count', most: 100, said: /\b(?:pesan\w*|reserv\w*|holds?)\b/i },
  {
    setting: 'due_mode',
    unit: 'choice',
    most: 0,
    said: /\bhari (?:libur|tutup) (?:tidak|nggak|gak) dihitung|closed days (?:are not|not) counted|\b(?:digeser|geser)\b.*\bhari buka\b|pushed? to the next open day|\bmenurut (?:hari )?kalender\b|plain calendar days/i,
  },
  {
    setting: 'loan_days',
    unit: 'days',
    most: 366,
    said: /\b(?:lama|masa|waktu|jangka)\b.*\bpinjam|\bpinjam\w*\b.*\b(?:hari|minggu|pekan)\b|\bloan (?:period|days|time)\b|\bloans?\b.*\b(?:days?|weeks?)\b/i,
  },
  {
    setting: 'max_loans',
    unit: 'count',
    most: 100,
    said: /\b(?:batas|maks\w*|jumlah|banyak\w*|max\w*|limit)\b.*\b(?:pinjam\w*|loans?)\b|\b(?:pinjam\w*|loans?)\b.*\b(?:maks\w*|paling banyak|buku|limit|at most)\b/i,
  },
  { setting: 'loan_days', unit: 'days', most: 366, said: /\b(?:pinjam\w*|peminjaman|loans?|lending)\b/i },
];

const numbers: Readonly<Record<string, number>> = {
  ...{ nol: 0, satu: 1, se: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10 },
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
};

const NUMBER = new RegExp(
  String.raw`(-?\d{1,3}(?:\.\d{3})+|-?\d+|\b(?:${Object.keys(numbers).join('|')})\b)\s*(?:(ribu|rb|k|juta)\b)?\s*(minggu|pekan|weeks?|bulan|months?)?`,
  'gi',
);

const sizes: Readonly<Record<string, number>> = { ribu: 1000, rb: 1000, k: 1000, juta: 1_000_000 };

/** Weeks are seven days; a month is no number of days, so it is asked for. */
const numberIn = (text: string, unit: Unit): number | null => {
  // the value comes last: "perpanjang 7 hari jadi 14 hari"
  const [, digits, size = '', span = ''] = [...text.matchAll(NUMBER)].at(-1) ?? [];
  if (digits === undefined || /bulan|month/i.test(span)) return null;
  const value = numbers[digits.toLowerCase()] ?? Number(digits.replaceAll('.', ''));
  const week = unit === 'days' && span !== '' ? 7 : 1;
  return value * (sizes[size.toLowerCase()] ?? 1) * week;
};

const choiceIn = (text: string): string => {
  if (/tidak|nggak|gak|not/i.test(text)) return 'skipClosed';
  return /kalender|calendar/i.test(text) ? 'calendar' : 'pushNextOpen';
};

const UNLIMITED = /\b(?:tanpa batas|tidak (?:di)?batas\w*|bebas|kapan saja|unlimited|no limit|any time)\b/i;
const NONE = /\b(?:tanpa denda|tidak ada denda|bebas denda|hapus denda|no fines?|tidak (?:bisa|boleh) (?:di)?perpanjang)\b/i;
const nullable: ReadonlySet<TermSetting> = new Set<TermSetting>(['max_holds_per_day', 'renew_window_days', 'block_at_fine']);

const valueOf = (text: string, { setting, unit }: TermWords): TermSaid['value'] => {
  if (unit === 'choice') return choiceIn(text);
  if (NONE.test(text)) return 0;
  if (UNLIMITED.test(text) && nullable.has(setting)) return null;
  return numberIn(text, unit) ?? undefined;
};

/** The term a text is about; null when it names none. */
export const termSaid = (text: string): TermSaid | null => {
  const term = terms.find(({ said }) => said.test(text));
  return term === undefined ? null : { setting: term.setting, unit: term.unit, most: term.most, value: valueOf(text, term) };
};

interface Season {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const LIMITED = /\b(?:mulai|dari|sejak|sampai|hingga|selama|tanggal|from|until|during|starting)\b/i;

/** From when to when, and the text without it; a season that the calendar knows is one. */
export const datesSaid = (text: string, now: LocalNow, seasons: readonly Season[]) => {
  const season = /\b(?:ramadh?an|puasa)\b/i.test(text)
    ? seasons.find(({ name, to }) => /ramad|puasa/i.test(name) && to >= now.toPlainDate().toString())
    : undefined;
  if (season !== undefined)
    return { from: season.from, to: season.to, rest: text.replace(/\b(?:selama|during)?\s*(?:bulan )?(?:ramadh?an|puasa)\b/i, ' ') };
  const found = LIMITED.test(text) ? findDates(text, now).filter(({ timeOnly, value }) => timeOnly !== true && value !== undefined) : [];
  const dates = found.filter(({ type }) => type === 'range' || type === 'date' || type === 'deadline');
  const [first, second] = dates;
  const rest = dates.reduceRight((left, { start = 0, end = 0 }) => `${left.slice(0, start)} ${left.slice(end)}`, text);
  if (first?.type === 'range') {
    const [from = null, to = null] = (first.value ?? '').split('/');
    return { from, to, rest };
  }
  const ends = [first, second].find((date) => date?.type === 'deadline')?.value?.slice(0, 10) ?? null;
  const starts = [first, second].find((date) => date?.type === 'date')?.value?.slice(0, 10) ?? null;
  return { from: starts, to: ends, rest };
};

/** For which kind of member. */
export const patronTypeSaid = (text: string): TermScope['patronType'] => {
  if (/\b(?:anak(?:-anak)?|child(?:ren)?)\b/i.test(text)) return 'child';
  if (/\b(?:remaja|teens?)\b/i.test(text)) return 'teen';
  return /\b(?:dewasa|adults?)\b/i.test(text) ? 'adult' : null;
};

/** "perpanjang maksimal 2 kali" is a change; "aturan pinjam" asks what holds. */
export const saysChange = (text: string, term: TermSaid | null): boolean =>
  term !== null && (term.value !== undefined || /\b(?:jadi|ubah|ganti|naik\w*|turun\w*|change|set|make)\b/i.test(text));

const CARD_FIELDS: readonly (readonly [CardEdit['field'], RegExp])[] = [
  ['phone', /\b(?:nomor )?(?:telepon|telpon|telp|phone|telephone)(?: perpustakaan| library)?\b/i],
  ['address', /\b(?:alamat|address)(?: perpustakaan| of the library)?\b/i],
  ['name', /\b(?:nama perpustakaan|library name|name of the library)\b/i],
  ['facilities', /\bfasilitas|facilit(?:y|ies)\b/i],
];

const EDITS = /\b(?:ganti|ubah|tambah(?:kan)?|hapus|set|change|add|remove)\b/i;

/** "ganti telepon perpustakaan jadi 0713-1": what is to stand on the library's card; null when it is not about that. */
export const cardSaid = (text: string): CardEdit | null => {
  const field = EDITS.test(text) ? CARD_FIELDS.find(([, said]) => said.test(text)) : undefined;
  if (field === undefined) return null;
  const [name, said] = field;
  const [, value = ''] =
    (name === 'facilities' ? /\b(?:fasilitas|facilit(?:y|ies))\b:?\s+(.+)$/i : /\b(?:jadi|menjadi|ke|to|dengan|:)\s+(.+)$/i).exec(text) ??
    [];
  const clean = value.replace(said, ' ').trim().replace(/[.]$/, '');
  return clean === '' || clean.length > 200 ? null : { field: name, value: clean, removes: /\b(?:hapus|remove)\b/i.test(text) };
};
