import { type Reader, surface } from './spans.ts';

const behindColon = (reader: Reader): string | undefined => {
  const at = reader.units.find((unit) => unit.text === ':');
  const end = reader.units.at(-1)?.end;
  return at === undefined || end === undefined || at.end >= end
    ? undefined
    : surface(reader, at.end, end)
        .replace(/[.\s]+$/u, '')
        .replace(/^["']|["']$/gu, '');
};

const THAT = /^(?:bahwa|bahwasanya|kalau|kalo|klo|that|bhw|kalu|amen|soal|about)$/iu;

/** `message`: what is to be told, behind a colon or "bahwa", else behind the act and whom it is for. */
export const announcement = (reader: Reader): string | undefined => {
  const told = behindColon(reader);
  if (told !== undefined) return told;
  const { units } = reader;
  const end = units.at(-1)?.end ?? 0;
  const that = units.find((unit) => THAT.test(unit.text));
  if (that !== undefined && that.end < end) return surface(reader, that.end, end).replace(/[.\s!]+$/u, '');
  let at = units.findIndex((unit) => unit.concepts.includes('announce'));
  if (at < 0) return undefined;
  while (
    units[at + 1]?.concepts.some((concept) => ['everyone', 'fw', 'addr', 'group', 'all', 'please'].includes(concept)) === true &&
    units[at + 1]?.mask === undefined
  )
    at += 1;
  const first = units[at + 1];
  return first === undefined ? undefined : surface(reader, first.start, end).replace(/[.\s!]+$/u, '');
};

export const answer = behindColon;

/** `audience` of a broadcast. */
export const broadcastAudience = (reader: Reader): string | undefined => {
  const { units } = reader;
  const group = units.findIndex(
    (unit) =>
      unit.concepts.includes('group') ||
      /grup|group/iu.test(unit.text) ||
      /^(?:pengikut|pelanggan|subscribers|followers|penumpang)$/iu.test(unit.text),
  );
  const place = units.find((unit, at) => unit.mask === 'place' && group >= 0 && at > group && at - group <= 3);
  if (place !== undefined) return `van:${surface(reader, place.start, place.end)}`;
  const text = reader.message.text.toLowerCase();
  if (
    /(?:semua|seluruh) (?:anggota|orang|member|pengguna|pemustaka|pembaca)|galo (?:anggota|wong)|all (?:members|patrons|users|readers)|everyone|everybody|para anggota|semua$|ke semua/u.test(
      text,
    )
  )
    return 'all';
  if (/peserta|participants|attendees|registrants|pendaftar/u.test(text)) return 'event_participants';
  if (
    /(?:pelanggan|pengikut|subscriber).{0,20}(?:mobil|keliling|van|pusling)|van subscribers|mobile library subscribers|pelanggan (?:mobil|keliling)/u.test(
      text,
    )
  )
    return 'van_subscribers';
  if (/medsos|media sosial|social media|instagram|facebook|\big\b|\bfb\b/u.test(text)) return 'social';
  if (/grup|groups?/u.test(text)) return 'groups';
  return undefined;
};

/** `reason`: behind "karena", or the last stretch that states a fact. */
export const reason = (reader: Reader): string | undefined => {
  const match =
    /(?:\bkarena|\bkarna|\bkrn|\bkarno|\bgara-gara|\bgara2|\bbecause|\bdue to|\bsoalnya|\bsebab|\bakibat)\s+(.{3,80}?)(?:[.!?]|$)/iu.exec(
      reader.message.text,
    );
  if (match?.[1] !== undefined) return match[1].toLowerCase();
  const comma = reader.message.text.lastIndexOf(',');
  const tail =
    comma < 0
      ? ''
      : reader.message.text
          .slice(comma + 1)
          .trim()
          .replace(/[.!]+$/u, '');
  return /(?:sakit|macet|mogok|hujan|banjir|ban|rusak|sick|ill|rain|traffic|flat|broke|batal|berhalangan)/iu.test(tail) && tail.length < 60
    ? tail.toLowerCase()
    : undefined;
};

/** `title` of a new event: its name behind "acara baru" or "namanya", up to when it is. */
export const newTitle = (reader: Reader): string | undefined => {
  const { units, message } = reader;
  const quoted = units.find((unit) => unit.mask === 'quote');
  if (quoted !== undefined) return surface(reader, quoted.start, quoted.end);
  const timeStart = Math.min(
    ...[...message.dates, ...message.times].map((span) => span.start ?? Number.MAX_SAFE_INTEGER),
    Number.MAX_SAFE_INTEGER,
  );
  const cue = /(?:namanya|bernama|berjudul|judulnya|called|titled|named)\s+/iu.exec(message.text);
  const head =
    cue === null
      ? units.find((unit) => !unit.negated && /^(?:acara|kegiatan|event|agenda|acara baru|kegiatan baru)$/iu.test(unit.text))
      : undefined;
  const first =
    cue !== null
      ? cue.index + cue[0].length
      : (head?.end ?? units.find((unit) => !unit.negated && (unit.mask === 'event' || unit.concepts.includes('event')))?.start);
  if (first === undefined) return undefined;
  const rest = message.text.slice(
    first,
    Math.min(timeStart > first ? timeStart : message.text.length, reader.units.at(-1)?.end ?? message.text.length),
  );
  const cut =
    rest
      .replace(/^\s*(?:baru|yang|namanya|:|event|a new)\s+/iu, '')
      .split(/[,.;:!?]|\s(?:tgl|tanggal|hari|jam|pukul|di|on|at|untuk|kuota|pada|dengan)\s/iu)[0]
      ?.trim()
      .toLowerCase() ?? '';
  const bare = cut.replace(/\s*(?:tgl|tanggal|hari|pada|on|jam|pukul|at|for|ari|di)$/u, '').replace(/^(?:baru|new)\s+/u, '');
  return bare === '' ? undefined : bare;
};

/** `title` of a survey: what it is about. */
export const surveyTitle = (reader: Reader): string | undefined => {
  const match =
    /(?:survei|survey|kuesioner|angket|polling|questionnaire|poll)(?:nya)?\s+(?:baru\s+)?(?:tentang|ttg|mengenai|soal|about|on|kepuasan|untuk)?\s*([^,.;:?!]{3,60})/iu.exec(
      reader.message.text,
    );
  const found = match?.[1]
    ?.toLowerCase()
    .replace(/\s*(?:dong|ya|kak|min|sebanyak|dengan|yo|please|\d+ (?:pertanyaan|soal|questions)).*$/u, '')
    .trim();
  return found === undefined ||
    found === '' ||
    /^(?:baru|new|apa|yang|ini|itu|tu|jangan|ke|dong|please|cakmano|gimana|bulan|minggu|kemarin|last|this|results?|hasil)\b/u.test(found)
    ? undefined
    : found;
};

/** `place` of an event that moves: behind the "ke / di / to" that follows the event. */
export const eventPlace = (reader: Reader): string | undefined => {
  const match =
    /\b(?:ke|di|to|at)\s+((?:ruang|aula|gedung|lantai|halaman|taman|the|main|room|hall|balai|pendopo|studio|lapangan)\b[^,.;:?!]{0,30})/iu.exec(
      reader.message.text,
    );
  return match?.[1]
    ?.toLowerCase()
    .replace(/\s+(?:ya|dong|kak|min|aja|please|pada|jam|on|at|tanggal).*$/u, '')
    .trim();
};
