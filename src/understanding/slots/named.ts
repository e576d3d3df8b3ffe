import type { Unit } from '../unit.ts';
import { genre, genreWord, loneNumber, remaining } from './remaining.ts';
import { after, has, having, isCommand, isNamed, isQuiet, leftover, longestRun, masked, type Reader, surface } from './spans.ts';
import type { SlotValue } from './slot-types.ts';

type Value = SlotValue | readonly SlotValue[] | undefined;

const one = (values: readonly string[]): Value => (values.length <= 1 ? values[0] : [...new Set(values)]);

const surfacesOf = (reader: Reader, units: readonly Unit[]): readonly string[] =>
  units.map((unit) => surface(reader, unit.start, unit.end));

const BOOKLIKE = new Set(['book']);
const GENERIC_BOOK =
  /^(?:buku|bku|buk|bukunya|bukuku|buku2|books?|judul|titles?|koleksi|bacaan|copy|copies|items?|karya|buku-buku|novel|novels|komik|comics?|majalah|novelnya|puisi|cerpen)$/iu;

/** Words right behind "buku" or "novel" that no command follows: a title the library may not have. */
const behindBook = (reader: Reader): string | undefined =>
  after(
    reader,
    (unit) => unit.mask === undefined && unit.concepts.some((concept) => BOOKLIKE.has(concept)) && GENERIC_BOOK.test(unit.text),
    {
      most: 5,
      stops: (unit) =>
        isCommand(unit) ||
        isQuiet(unit) ||
        unit.concepts.some((concept) =>
          [
            'new',
            'only',
            'all',
            'ordinal',
            'localwriter',
            'date',
            'ready',
            'loan',
            'due',
            'van',
            'absent',
            'childmine',
            'similar',
            'recommend',
            'like',
            'return',
            'event',
          ].includes(concept),
        ),
    },
  );

/** Of two readings of the same words the one that holds the other. */
const wider = (found: string | undefined, other: string | undefined): string | undefined =>
  found === undefined || (other?.includes(found) ?? false) ? other : found;

/** `title`: names of the catalogue and quoted words; else what stands behind "buku", else what is left. */
export const title = (reader: Reader): Value => {
  const known = reader.units.filter((unit) => !unit.negated && (unit.mask === 'title' || unit.mask === 'quote'));
  if (known.length > 0) return one(surfacesOf(reader, known));
  return wider(behindBook(reader) ?? leftover(reader), remaining(reader)) ?? loneNumber(reader);
};

export const knownTitle = (reader: Reader): Value =>
  one(
    surfacesOf(
      reader,
      reader.units.filter((unit) => !unit.negated && (unit.mask === 'title' || unit.mask === 'quote')),
    ),
  );

const BY = /^(?:karya|karangan|krya|penulis|penulisnya|pengarang|by|ditulis|author|written|oleh)$/iu;

/** `author`: known names; else the words behind "karya". */
export const author = (reader: Reader): Value => {
  const known = masked(reader, 'author');
  if (known.length > 0) return one(surfacesOf(reader, known));
  if (has(reader, 'localwriter')) return undefined;
  const stops = (unit: Unit): boolean => unit.mask !== undefined || (unit.known && !isNamed(reader, unit));
  return (
    after(reader, (unit) => BY.test(unit.text), { most: 3, stops }) ??
    after(reader, (unit) => unit.mask === 'title', { most: 2, stops: (unit) => stops(unit) || unit.text.length < 4 })
  );
};

/** `subject`: the stretch behind "buku tentang …", else words that are fields of knowledge. */
export const subject = (reader: Reader): Value => {
  const topics = masked(reader, 'topic');
  if (topics.length > 0) return one(surfacesOf(reader, topics));
  return longestRun(
    reader,
    (unit) => !unit.negated && unit.mask === undefined && unit.concepts.includes('subjectword'),
    (unit) => unit.mask === undefined && !unit.known,
  );
};

const KIND_OF_BOOK =
  /^(?:kitab|ensiklopedia|kamus|atlas|komik|novel|antologi|cerpen|majalah|jurnal|tafsir|biografi|dictionary|encyclopedia)$/iu;

const AUDIENCE = ['child', 'teen', 'adult', 'school'];

/** `query` of a search: titles; else a kind of book with what follows ("kamus inggris"), else what is left beside subject and author. */
export const query = (reader: Reader): Value => {
  const known = knownTitle(reader);
  if (known !== undefined) return known;
  if (masked(reader, 'topic').length > 0 || has(reader, 'localwriter')) return undefined;
  const kind = reader.units.find((unit) => KIND_OF_BOOK.test(unit.text));
  const field = subject(reader);
  if (field !== undefined) return undefined;
  const rest = leftover(reader);
  if (kind !== undefined && /^(?:kitab|kamus|ensiklopedia|atlas|tafsir)$/iu.test(kind.text)) {
    const following = after(reader, (unit) => unit === kind, { most: 3 });
    return following === undefined ? kind.text.toLowerCase() : `${kind.text.toLowerCase()} ${following}`;
  }
  const by = author(reader);
  if (rest !== undefined && typeof by === 'string' && rest.includes(by)) return rest.replace(by, '').trim() || undefined;
  return rest ?? (by === undefined && genre(reader) === undefined ? remaining(reader, AUDIENCE) : undefined);
};

/** `title` of a wish to buy: a field of knowledge is no title. */
export const wantedTitle = (reader: Reader): Value => knownTitle(reader) ?? (subject(reader) === undefined ? title(reader) : undefined);

/** `subject` of what is new: a field, or a kind of book even inside a set phrase ("novel baru"). */
export const newSubject = (reader: Reader): Value => subject(reader) ?? genreWord(reader);

/** `subject` of a search: a field of knowledge; else the kind of book, where nothing else is looked for. */
export const soughtSubject = (reader: Reader): Value => {
  const field = subject(reader);
  if (
    field !== undefined ||
    query(reader) !== undefined ||
    author(reader) !== undefined ||
    has(reader, 'localwriter', 'format_braille', 'format_audio', 'format_large', 'format_digital')
  )
    return field;
  return genre(reader);
};

/** `similar_to`: the titles or authors a wish for something to read names. */
export const similarTo = (reader: Reader): Value => {
  const named = [...masked(reader, 'title'), ...masked(reader, 'quote'), ...masked(reader, 'author')];
  if (named.length > 0) return one(surfacesOf(reader, named));
  return !has(reader, 'similar') ? undefined : after(reader, (unit) => unit.concepts.includes('similar'), { most: 4 });
};

const IS_SCHOOL =
  /^(?:sd|sdn|sdit|sdn?\d*|smp|smpn|smpit|sma|sman|smk|smkn|mi|min|mts|mtsn|ma|man|tk|tkit|paud|ra|pkk|pkbm|slb|tpa|tpq|ponpes|pesantren|pondok|universitas|politeknik|komunitas|karang|yayasan|panti|himpunan|majelis|osis|penerbit|forum|mgmp|kkg|school|kindergarten)$/iu;
const ENDS_NAME =
  /^(?:mau|nak|ingin|hendak|akan|tgl|tanggal|besok|lusa|hari|bulan|minggu|jam|pukul|ke|di|dengan|untuk|yang|bisa|boleh|pacak|dak|ga|gak|wants?|would|on|to|kak|min|ya|jumat|senin|selasa|rabu|kamis|sabtu|berkunjung|kunjungan|kirim|dan|sebanyak|sejumlah|sekitar|bermaksud|berencana|datang|dateng|is|are|and|with|kami|kelas|tigo|duo|tiga|dua|\d{2,})$/iu;

const nameFrom = (reader: Reader, at: number, most: number): string | undefined => {
  const { units } = reader;
  let last = at;
  while (last + 1 < units.length && last - at < most) {
    const next = units[last + 1];
    if (
      next === undefined ||
      (next.words.length === 0 && next.mask === undefined) ||
      (last > at ? ENDS_NAME.test(next.text) : /^(?:mau|nak|ingin|hendak|bisa|kami|di|ke|untuk|yang)$/iu.test(next.text))
    )
      break;
    last += 1;
  }
  const first = units[at];
  const end = units[last];
  return first === undefined || end === undefined ? undefined : surface(reader, first.start, end.end);
};

/** `organisation`: a school or group with its name. */
export const organisation = (reader: Reader): string | undefined => {
  const at = reader.units.findIndex(
    (unit) => IS_SCHOOL.test(unit.text) || (unit.mask === 'code' && /^(?:sdn?|smpn?|sman?)/iu.test(unit.text)),
  );
  if (at < 0) return undefined;
  const next = reader.units[at + 1];
  const named =
    next !== undefined &&
    (!next.known ||
      isNamed(reader, next) ||
      next.mask !== undefined ||
      /^\d{1,2}$/u.test(next.text) ||
      /^(?:negeri|islam|pertiwi|taruna|swasta|muhammadiyah)$/iu.test(next.text));
  return named ? nameFrom(reader, at, 4) : undefined;
};

const PLACE_WORD =
  /^(?:kelurahan|kel|desa|dusun|kecamatan|kec|pasar|lapangan|simpang|perumahan|komplek|kompleks|taman|masjid|balai|alun-alun|jalan|jl|gang|rt|rw|sdn|sd|smpn|sman|tk|paud|kampung|gor|stasiun|terminal|puskesmas|posyandu|gor|posko|perumnas|blok)$/iu;
const AFTER_PLACE = /^(?:market|village|school|square|park|field|street|subdistrict|mosque|station)$/iu;
const TO = /^(?:ke|di|to|at|in|near|dari|from|around|sekitar|deket|dekat|dr|samo|utk|untuk|for|daerah|area|lokasi|kampung)$/iu;

const widened = (reader: Reader, unit: Unit): string => {
  const at = reader.units.indexOf(unit);
  const left = reader.units[at - 1];
  const right = reader.units[at + 1];
  const start = left !== undefined && left.mask === undefined && PLACE_WORD.test(left.text) ? left.start : unit.start;
  const end = right !== undefined && AFTER_PLACE.test(right.text) ? right.end : unit.end;
  return surface(reader, start, end);
};

/** Kinds of place of which a town has one. */
const PLACE_ALONE = /^(?:pasar|lapangan|alun-alun|masjid|taman|gor|stasiun|terminal|rumah sakit|rsud|puskesmas|posyandu)$/iu;

/** `place`: known stops with their kind of place ("pasar …"), else the name behind "ke / di / to". */
export const place = (reader: Reader): Value => {
  const known = masked(reader, 'place');
  if (known.length > 0) return one(known.map((unit) => widened(reader, unit)));
  const cue = reader.units.findIndex((unit) => PLACE_WORD.test(unit.text) && unit.mask === undefined);
  const next = reader.units[cue + 1];
  if (cue >= 0 && next !== undefined && (!next.known || isNamed(reader, next) || /^\d{1,3}$/u.test(next.text)))
    return nameFrom(reader, cue, 3);
  const to = reader.units.findIndex((unit, at) => {
    const target = reader.units[at + 1];
    return TO.test(unit.text) && target !== undefined && (!target.known || isNamed(reader, target)) && target.mask === undefined;
  });
  if (to >= 0) return nameFrom(reader, to + 1, 2);
  return (
    reader.units
      .find((unit, at) => unit.mask === undefined && PLACE_ALONE.test(unit.text) && TO.test(reader.units[at - 1]?.text ?? ''))
      ?.text.toLowerCase() ??
    (next?.mask === undefined && PLACE_ALONE.test(reader.units[cue]?.text ?? '') ? reader.units[cue]?.text.toLowerCase() : undefined)
  );
};

const GENERIC_EVENT = /^(?:acara|kegiatan|event|events|agenda|acaranya|kegiatannya|program)$/iu;

/** `event`: a known event, else its kind with its name ("workshop canva"). */
export const event = (reader: Reader): Value => {
  const known = masked(reader, 'event');
  if (known.length > 0) return one(surfacesOf(reader, known));
  const at = reader.units.findIndex(
    (unit) => !unit.negated && unit.mask === undefined && unit.concepts.includes('event') && !GENERIC_EVENT.test(unit.text),
  );
  if (at < 0) {
    const noun = reader.units.findIndex((unit) => GENERIC_EVENT.test(unit.text));
    const next = reader.units[noun + 1];
    return noun >= 0 && next !== undefined && (!next.known || isNamed(reader, next)) && next.mask === undefined
      ? nameFrom(reader, noun + 1, 3)
      : undefined;
  }
  const unit = reader.units[at];
  const before = reader.units[at - 1];
  const start =
    before !== undefined && !before.known && before.mask === undefined && reader.message.language === 'en'
      ? before.start
      : (unit?.start ?? 0);
  let last = at;
  while (last - at < 3) {
    const next = reader.units[last + 1];
    if (
      next === undefined ||
      next.mask !== undefined ||
      next.words.length === 0 ||
      (next.known && !isNamed(reader, next) && !next.concepts.includes('subjectword'))
    )
      break;
    last += 1;
  }
  return surface(reader, start, reader.units[last]?.end ?? start);
};

/** `name`: the person after "nama", "atas nama", "ananda". */
export const personName = (reader: Reader): string | undefined => {
  const text = reader.message.text;
  const match =
    /(?:atas nama|a\.n\.?|\ban\b|bernama|namanya|nama(?:nyo|ku)?|ananda|my name is|name is|named|under the name)\s*:?\s+((?:\p{Lu}[\p{L}'.]*)(?:\s+\p{Lu}[\p{L}'.]*){0,3}|[\p{L}']+(?:\s+[\p{L}']+)?)/u.exec(
      text,
    );
  const found = match?.[1]?.toLowerCase();
  return found === undefined || /^(?:saya|aku|anak|siapa|apa|kamu|adik|yang|dan|ibu|bapak)/u.test(found)
    ? undefined
    : found.replace(/\s+(?:mau|ya|kak|min|umur|usia|dan|bisa|kelas|siswa|untuk)$/u, '');
};

export const items = (reader: Reader): Value => {
  const codes = reader.units.filter((unit) => unit.mask === 'code' && unit.concepts.includes('itemcode'));
  return codes.length > 0 ? one(surfacesOf(reader, codes)) : (knownTitle(reader) ?? behindBook(reader));
};

export const member = (reader: Reader): string | undefined => {
  const card = reader.units.find((unit) => unit.mask === 'code' && unit.concepts.includes('cardcode'));
  if (card !== undefined) return surface(reader, card.start, card.end);
  const named =
    /(?:atas nama|a\.n\.?|\ban\b|kepada|ke|untuk|utk|dari|oleh|member|anggota|for|to|from|by|pembaca|bu|pak|ibu|bapak)\s+((?:\p{Lu}[\p{L}'.]+)(?:\s+\p{Lu}[\p{L}'.]+){0,3})/u.exec(
      reader.message.text,
    );
  // All capitals is a code or an office, not a person.
  return named?.[1] === undefined || /^\p{Lu}+$/u.test(named[1]) ? undefined : named[1].toLowerCase();
};

export const scopeAll = (reader: Reader): 'all' | undefined => (having(reader, 'all').some((unit) => !unit.negated) ? 'all' : undefined);
