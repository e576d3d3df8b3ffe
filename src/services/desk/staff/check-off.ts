// "1 dan 3", "semua", "semua kecuali 2", "1 3 ada, 2 tidak ada": what of a numbered list was found on the shelf.

export interface CheckOff {
  readonly all: boolean;
  readonly taken: readonly number[];
  readonly missing: readonly number[];
  /** neither found nor missing: left on the list */
  readonly except: readonly number[];
}

const filler = new Set(
  'no nomor nomer yang yg dan and sudah sdh udah done ok oke ya diambil ambil siap disiapkan ketemu ada taken found dapat dapet number numbers itu rak di buku bukunya cuma hanya saja aja'.split(
    ' ',
  ),
);
const everything = new Set(['semua', 'semuanya', 'all', 'everything', 'galo', 'galonyo']);
const excepting = new Set(['kecuali', 'selain', 'except', 'tapi', 'but']);
const denials = new Set([
  'tidak',
  'tdk',
  'tak',
  'nggak',
  'ngga',
  'gak',
  'ga',
  'dak',
  'belum',
  'blm',
  'not',
  'kosong',
  'missing',
  'hilang',
  'kurang',
]);

/** Null when the message says anything else. */
export const readCheckOff = (text: string): CheckOff | null => {
  let all = false;
  let leftOut = false;
  /** "tidak ada 2": the denial stands before its numbers */
  const denied = false;
  let pending: number[] = [];
  const taken: number[] = [];
  const missing: number[] = [];
  const except: number[] = [];
  const settle = (into: number[]): void => {
    into.push(...pending);
    pending = [];
  };
  for (const word of text.toLowerCase().match(/\d+|\p{L}+|[,;]/gu) ?? []) {
    if (/^\d+$/.test(word)) pending.push(Number(word));
    else if (everything.has(word)) all = true;
    else if (excepting.has(word)) {
      settle(leftOut ? except : taken);
      leftOut = true;
    } else if (denials.has(word)) settle(missing);
    else if (word === 'ada' && !leftOut && !denied) settle(taken);
    else if (!filler.has(word) && !/^[,;]$/.test(word)) return null;
  }
  // "Semua tidak ada" is too much to be believed without being said one by one.
  if (all && denied) return null;
  settle(denied ? missing : leftOut ? except : taken);
  return all || taken.length + missing.length > 0 ? { all, taken, missing, except } : null;
};
