import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Notes } from '#circulation/import/notes.ts';
import { openSource } from '#circulation/import/source.ts';
import { seeded } from '#tests/bench/search-corpus.ts';

const sample = (name: string): Promise<Buffer> => readFile(new URL(`../samples/marc/${name}`, import.meta.url));

const read = async (bytes: Uint8Array) => {
  const source = await openSource(bytes);
  const notes = new Notes();
  const records: {
    readonly title: string;
    readonly author: string;
    readonly isbn: string;
    readonly publisher: string;
    readonly all: string;
  }[] = [];
  for await (const { of } of source.records(notes)) {
    const all = source.fields.map(of).join('\n');
    records.push({ title: of('title'), author: of('author'), isbn: of('isbn'), publisher: of('publisher'), all });
  }
  const problems = notes.problems.map(({ row, why }) => [row, why] as const);
  return {
    format: source.format,
    records,
    titles: records.map(({ title }) => title),
    problems,
    repairs: notes.repairs,
    refusal: source.refusal,
  };
};

// What tests/samples/marc/README.md and the files' own projects say of them: titles that come in, and what is said of the others.
describe('every sample comes in with its counts', () => {
  test.each([
    ['pymarc-test.dat', 10, []],
    ['pymarc-regression45.dat', 12, []],
    ['rubymarc-utf8_multirecord.marc', 2, []],
    ['pymarc-utf8_with_leader_flag.dat', 1, []],
    ['pymarc-utf8_without_leader_flag.dat', 1, []],
    ['pymarc-marc8.dat', 1, []],
    ['marc4j-brkrtest.mrc', 8, []],
    ['rubymarc-marc8_accented_chars.marc', 1, []],
    ['marc4j-bad_leaders_10_11.mrc', 1, []],
    ['filemarc-example.mrc', 1, []],
    ['derived-cp1252-apostrophe.mrc', 10, []],
    ['rubymarc-utf8_with_bad_bytes.marc', 1, ['1 bytes-damaged']],
    ['rubymarc-marc_with_bad_utf8.utf8.marc', 1, ['1 marc-repaired']],
    ['pymarc-bad_subfield_code.dat', 1, ['1 marc-repaired']],
    ['filemarc-wronglen.mrc', 1, ['1 marc-repaired']],
    ['filemarc-bad_example2.mrc', 0, ['1 marc-structure']],
    ['filemarc-music.mrc', 3, []],
    ['marc4j-bad_oversize_field_bad_directory.mrc', 5, ['2 marc-repaired']],
    ['derived-truncated-tail.mrc', 3, ['4 marc-torn']],
    ['pymarc-1251.dat', 0, [1, 2, 3, 4, 5, 6].map((row) => `${row} title-unreadable`)],
    ['pymarc-bad_records.mrc', 7, [...[2, 3, 4, 5, 6].map((row) => `${row} marc-repaired`), '7 marc-empty']],
    ['marcjs-bib.mrc', 0, [1, 2, 3, 4, 5, 6].map((row) => `${row} unimarc`)],
    ['marcjs-bib.xml', 0, [1, 2, 3, 4, 5, 6].map((row) => `${row} unimarc`)],
    ['filemarc-namespace.xml', 2, []],
    ['marc4j-1474920681_KOHA_LFL_5.xml', 1, []],
    ['rubymarc-messed_up_leader.xml', 1, []],
    ['rubymarc-three-records-second-bad.xml', 2, ['2 xml-broken']],
  ])('%s', async (name, titles, problems) => {
    const { format, records, problems: found } = await read(await sample(name));
    expect(format).toBe(name.endsWith('.xml') ? 'marcxml' : 'marc21');
    expect(records).toHaveLength(titles);
    expect(found.map(([row, why]) => `${row} ${why}`)).toEqual(problems);
  });

  test('a record with damaged escapes is kept and its fields are listed', async () => {
    const { titles, problems } = await read(await sample('pymarc-bad_marc8_escape.dat'));
    expect(titles).toEqual(['Bulletin de la Société linnenne de Bordeaux.']);
    expect(new Set(problems.map(([, why]) => why))).toEqual(new Set(['bytes-damaged']));
  });
});

describe('the bytes are believed, not the leader', () => {
  test('UTF-8 with the flag, without it, and MARC-8 give the same text', async () => {
    const [flagged, unflagged, marc8] = await Promise.all(
      ['pymarc-utf8_with_leader_flag.dat', 'pymarc-utf8_without_leader_flag.dat', 'pymarc-marc8.dat'].map(async (name) =>
        read(await sample(name)),
      ),
    );
    expect(unflagged?.records).toEqual(flagged?.records);
    expect(marc8?.records).toEqual(flagged?.records);
    expect(flagged?.records[0]).toMatchObject({ author: 'Tournier, Paul' });
  });

  test.each([
    ['rubymarc-marc8_accented_chars.marc', 'Histoire du "nouveau théâtre."'],
    ['filemarc-example.mrc', 'Det osynliga barnet och andra berättelser'],
    ['rubymarc-utf8_multirecord.marc', 'Photčhanānukrom Čhin Klāng-TǣčhiuʻAngkrit-Thai'],
    ['rubymarc-marc_with_bad_utf8.utf8.marc', 'Ten years at NIH : advancing health through science : the human dimension'],
    ['pymarc-bad_subfield_code.dat', 'ActivePerl with ASP and ADO'],
    ['filemarc-wronglen.mrc', 'French baroque music from Beaujoyeulx to Rameau'],
    ['rubymarc-messed_up_leader.xml', 'Applied ecotoxicology'],
    ['marc4j-1474920681_KOHA_LFL_5.xml', 'Cinema and architecture : from historical to digital'],
  ])('%s: %s', async (name, title) => {
    expect((await read(await sample(name))).titles[0]).toBe(title);
  });

  test('an apostrophe of Windows-1252 is repaired in the records that have one, and each repair is listed', async () => {
    const { titles, repairs } = await read(await sample('derived-cp1252-apostrophe.mrc'));
    expect([titles[2], titles[8]]).toEqual(['Perl : programmer’s reference', 'Perl programmer’s interactive workbook']);
    expect(repairs.map(({ row, field }) => [row, field])).toEqual([
      [3, '245'],
      [9, '245'],
    ]);
  });

  test('every letter of ANSEL is read', async () => {
    const { all } = (await read(await sample('marc4j-brkrtest.mrc'))).records[1] ?? { all: '' };
    expect(all).toContain('New test record number 2');
    const { repairs } = await read(await sample('marc4j-brkrtest.mrc'));
    expect(repairs).toEqual([]);
  });

  test('headings lose the punctuation of cards, not their initials', async () => {
    const { records } = await read(await sample('pymarc-test.dat'));
    expect(records[2]).toMatchObject({
      title: "Perl : programmer's reference",
      author: 'Brown, Martin C.',
      publisher: 'Osborne/McGraw-Hill',
    });
  });
});

/** A record written by the book: fields as tag and content. */
const marc = (fields: readonly (readonly [tag: string, content: string])[]): Buffer => {
  const bodies = fields.map(([tag, content]) => ({ tag, bytes: Buffer.from(`${content}\u001e`) }));
  let at = 0;
  const directory = bodies.map(({ tag, bytes }) => {
    const entry = `${tag}${String(bytes.length).padStart(4, '0')}${String(at).padStart(5, '0')}`;
    at += bytes.length;
    return entry;
  });
  const base = 24 + directory.join('').length + 1;
  const leader = `${String(base + at + 1).padStart(5, '0')}nam a22${String(base).padStart(5, '0')} a 4500`;
  return Buffer.concat([Buffer.from(`${leader}${directory.join('')}\u001e`), ...bodies.map(({ bytes }) => bytes), Buffer.from('\u001d')]);
};

test('an Indonesian record of INLISLite: copies, call number, language, subjects', async () => {
  const source = await openSource(
    marc([
      ['008', '240101s2005    jk            000 0 ind  '],
      ['020', '  \u001fa979-3062-79-7'],
      ['084', '  \u001fa899.221 HIR l'],
      ['100', '1 \u001faHirata, Andrea,'],
      ['245', '10\u001faLaskar Pelangi :\u001fbsebuah novel /\u001fcAndrea Hirata.'],
      ['260', '  \u001faYogyakarta :\u001fbBentang,\u001fc2005.'],
      ['650', ' 4\u001faFiksi Indonesia.'],
      ['990', '  \u001fa00123/PKP/2010'],
      ['990', '  \u001fa00124/PKP/2010'],
    ]),
  );
  for await (const { of } of source.records(new Notes()))
    expect(Object.fromEntries(source.fields.map((field) => [field, of(field)]))).toMatchObject({
      title: 'Laskar Pelangi : sebuah novel',
      author: 'Hirata, Andrea',
      isbn: '979-3062-79-7',
      callNumber: '899.221 HIR l',
      publisher: 'Bentang',
      subjects: 'Fiksi Indonesia',
      language: 'ind',
      codes: '00123/PKP/2010\n00124/PKP/2010',
    });
});

test('thousands of mutated records: none crashes the reader, none holds it for 50 ms', async () => {
  const random = seeded(11);
  const originals = await Promise.all(['pymarc-test.dat', 'marc4j-brkrtest.mrc', 'filemarc-namespace.xml'].map(sample));
  let longest = 0;
  for (let round = 0; round < 1_000; round += 1) {
    const bytes = Buffer.from(originals[round % originals.length] ?? '');
    for (let change = 0; change < 12; change += 1) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const from = process.cpuUsage();
    await read(bytes);
    const { user } = process.cpuUsage(from);
    longest = Math.max(longest, user / 1000 / 10);
  }
  expect(longest).toBeLessThan(50);
}, 60_000);

test.each([
  [
    'a document type',
    '<?xml version="1.0"?><!DOCTYPE c [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><collection><record/></collection>',
    'xml-refused',
  ],
])('%s is refused as a whole', async (_, text, refusal) => {
  expect((await read(Buffer.from(text))).refusal).toBe(refusal);
});

test('an undeclared entity, a subfield without end and tags without end cost their record only', async () => {
  const good =
    '<record><leader>00000nam a2200000 a 4500</leader><datafield tag="245"><subfield code="a">Baik</subfield></datafield></record>';
  const title = (text: string): string => `<record><datafield tag="245"><subfield code="a">${text}</subfield></datafield></record>`;
  const bad = [
    title('&bom;'),
    title('x'.repeat(70_000)),
    `<record>${'<a>'.repeat(20)}${'</a>'.repeat(20)}</record>`,
    '<record><datafield tag="245">',
  ];
  const { titles, problems } = await read(Buffer.from(`<collection>${good}${bad.join('')}${good}</collection>`));
  expect(titles).toEqual(['Baik', 'Baik']);
  expect(problems).toEqual([2, 3, 4, 5].map((row) => [row, 'xml-broken']));
});
