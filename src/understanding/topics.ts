import type { Token } from './tokens.ts';
import type { Mask } from './unit.ts';

const BOOK_WORDS = new Set([
  'buku',
  'bukunya',
  'novel',
  'komik',
  'majalah',
  'buku-buku',
  'book',
  'books',
  'bku',
  'buk',
  'bacaan',
  'kitab',
  'buku2',
  'novels',
  'referensi',
  'literatur',
  'koleksi',
  'bukuny',
  'something',
  'anything',
]);
const ABOUT_WORDS = new Set([
  'tentang',
  'ttg',
  'tntg',
  'soal',
  'mengenai',
  'seputar',
  'perihal',
  'about',
  'on',
  'cara',
  'panduan',
  'resep',
  'belajar',
  'how',
  'tips',
  'berhenti',
  'caro',
  'teknik',
  'mulai',
  'perpajakan',
  'pajak',
  'persiapan',
  'latihan',
  'kumpulan',
  'ujian',
  'cpns',
  'pppk',
  'utbk',
  'snbt',
  'toefl',
  'ielts',
]);
/** Cues that belong to the topic themselves: "cara berhenti merokok", but not "tentang". */
const CUES_OF_THE_TOPIC = new Set(
  [...ABOUT_WORDS].filter((word) => !['tentang', 'ttg', 'tntg', 'soal', 'mengenai', 'seputar', 'perihal', 'about', 'on'].includes(word)),
);
const TOPIC_ENDS = new Set([
  'ada',
  'ado',
  'ad',
  'dak',
  'idak',
  'ga',
  'gak',
  'nggak',
  'ngga',
  'enggak',
  'gk',
  'tidak',
  'g',
  'punya',
  'min',
  'mimin',
  'kak',
  'kk',
  'ka',
  'dong',
  'ya',
  'yg',
  'yang',
  'bisa',
  'pacak',
  'please',
  'available',
  'sih',
  'di',
  'pls',
  'tersedia',
  'mana',
  'untuk',
  'buat',
  'utk',
  'for',
  'la',
  'lah',
  'yo',
  'nian',
  'tolong',
  'kan',
  'deh',
  'aja',
  'apa',
  'in',
  'do',
  'katek',
  'tu',
  'itu',
  'nah',
  'is',
  'that',
  'min,',
  'bang',
  'pak',
  'bu',
  'ditulis',
  'karya',
  'by',
  'dan',
  'and',
  'trus',
  'terus',
  'sama',
  'lagi',
]);

/** "buku tentang …", "buku cara …": what follows is a topic, whatever its words mean elsewhere (boundary rule 14). */
export const topicsOf = (tokens: readonly Token[]): Mask[] => {
  const found: Mask[] = [];
  tokens.forEach((token, at) => {
    const cue = tokens[at + 1];
    if (!BOOK_WORDS.has(token.lower) || cue === undefined || !ABOUT_WORDS.has(cue.lower)) return;
    const keepsCue = CUES_OF_THE_TOPIC.has(cue.lower);
    let end = at + 2;
    while (end < tokens.length && end < at + 9 && tokens[end]?.kind !== 'sign' && !TOPIC_ENDS.has(tokens[end]?.lower ?? '')) end += 1;
    const first = tokens[keepsCue ? at + 1 : at + 2];
    const last = tokens[end - 1];
    if (first !== undefined && last !== undefined && last.end > first.start)
      found.push({ kind: 'topic', start: first.start, end: last.end });
  });
  return found;
};

const TITLED = new Set(['judulnya', 'judulnyo', 'berjudul', 'titled', 'called']);

/** What stands behind "judulnya" is a title, whatever it says. */
export const titledOf = (tokens: readonly Token[]): Mask[] => {
  const at = tokens.findIndex((token) => TITLED.has(token.lower));
  let last = at;
  while (
    at >= 0 &&
    last - at < 6 &&
    tokens[last + 1] !== undefined &&
    tokens[last + 1]?.kind !== 'sign' &&
    !TOPIC_ENDS.has(tokens[last + 1]?.lower ?? '')
  )
    last += 1;
  const first = tokens[at + 1];
  const end = tokens[last];
  return at < 0 || last === at || first === undefined || end === undefined ? [] : [{ kind: 'quote', start: first.start, end: end.end }];
};
