import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Renderable, renderPlainText, splitText } from '#delivery/plain-text.ts';
import type { Block } from '#ports/message.ts';

const render = (blocks: readonly Block[], rest: Partial<Renderable> = {}) => renderPlainText({ blocks, lang: 'id', ...rest });
const bytes = (length: number) => ({ bytes: new Uint8Array(length), mime: 'application/pdf', name: 'x.pdf' });
const marked = ({ text, ranges }: ReturnType<typeof render>) => ranges.map((range) => [range.kind, text.slice(range.start, range.end)]);

const cases: readonly (readonly [string, readonly Block[], Partial<Renderable>, string])[] = [
  ['nothing is empty', [], {}, ''],
  [
    'paragraphs are apart',
    [
      { b: 'text', text: ['Satu.'] },
      { b: 'text', text: ['Dua.'] },
    ],
    {},
    'Satu.\n\nDua.',
  ],
  [
    'a heading stands above its text',
    [
      { b: 'heading', text: 'Jam buka' },
      { b: 'text', text: ['Senin'] },
    ],
    {},
    'Jam buka\nSenin',
  ],
  [
    'an empty paragraph leaves no gap',
    [
      { b: 'text', text: ['Satu'] },
      { b: 'text', text: ['  '] },
      { b: 'text', text: ['Dua'] },
    ],
    {},
    'Satu\n\nDua',
  ],
  [
    'a list stands under its announcement',
    [
      { b: 'text', text: ['Ada:'] },
      { b: 'list', items: [['a'], ['b']] },
    ],
    {},
    'Ada:\n• a\n• b',
  ],
  ['an ordered list is numbered', [{ b: 'list', ordered: true, items: [['a'], ['b']] }], {}, '1. a\n2. b'],
  ['a screen reader hears no bullets', [{ b: 'list', items: [['a'], ['b']] }], { plain: true }, 'a\nb'],
  ['fields are label and value', [{ b: 'fields', rows: [{ label: 'Kembali', value: ['Senin'] }] }], {}, 'Kembali: Senin'],
  [
    'a picture is its alternative text',
    [{ b: 'image', picture: { source: { ref: 'x' }, alt: 'peta lantai 1' } }],
    {},
    'Gambar: peta lantai 1',
  ],
  [
    'a picture in English',
    [{ b: 'image', picture: { source: { ref: 'x' }, alt: 'map' }, caption: ['Here'] }],
    { lang: 'en' },
    'Here\nPicture: map',
  ],
  [
    'a file is name, type and size',
    [{ b: 'document', file: { name: 'katalog.pdf', source: bytes(12_345) }, caption: ['Ini'] }],
    {},
    'Ini\nBerkas: katalog.pdf (PDF, 12 kB)',
  ],
  [
    'a file by reference has no size',
    [{ b: 'document', file: { name: 'a.epub', source: { ref: 'r' } }, caption: [] }],
    {},
    'Berkas: a.epub (EPUB)',
  ],
  [
    'megabytes have a comma',
    [{ b: 'document', file: { name: 'a', source: bytes(1_500_000) }, caption: [] }],
    {},
    'Berkas: a (application/pdf, 1,5 MB)',
  ],
  ['a place is its address', [{ b: 'location', lat: 1, lng: 2, title: 'Halte', address: 'Jl. Merdeka 1' }], {}, 'Halte\nJl. Merdeka 1'],
  ['a poll can be answered by number', [{ b: 'poll', question: 'Kapan?', options: ['Pagi', 'Sore'] }], {}, 'Kapan?\n1. Pagi\n2. Sore'],
  [
    'a link shows its address',
    [{ b: 'text', text: ['Baca ', { t: 'link', href: 'https://x.id', of: ['di sini'] }] }],
    {},
    'Baca di sini: https://x.id',
  ],
  ['an address stands once', [{ b: 'text', text: [{ t: 'link', href: 'https://x.id', of: ['https://x.id'] }] }], {}, 'https://x.id'],
  [
    'choices follow the question',
    [{ b: 'text', text: ['Yang mana?'] }],
    {
      choices: {
        options: [
          { id: 't1', label: 'A', hint: 'ada' },
          { id: 't2', label: 'B' },
        ],
        escape: { id: 't0', label: 'Batal' },
      },
    },
    'Yang mana?\n1. A (ada)\n2. B\n0. Batal',
  ],
  [
    'a prompt stands above its choices',
    [{ b: 'text', text: ['Halo.'] }],
    { choices: { prompt: 'Mau apa?', options: [{ id: 't1', label: 'A' }] } },
    'Halo.\n\nMau apa?\n1. A',
  ],
  ['a label cannot break its line', [], { choices: { options: [{ id: 't1', label: 'A\n2. B' }] } }, '1. A 2. B'],
  ['no choice leaves no trace', [{ b: 'text', text: ['Halo.'] }], { choices: { options: [] } }, 'Halo.'],
  ['half a character is replaced', [{ b: 'text', text: ['a\uD83Db\r\nc'] }], {}, 'a\uFFFDb\nc'],
];

describe('the plain text of a message', () => {
  it.each(cases)('%s', (_name, blocks, rest, expected) => {
    expect(render(blocks, rest).text).toBe(expected);
  });

  it('writes a card line by line with the alternative text last', () => {
    const rendered = render([
      {
        b: 'card',
        title: 'Laskar Pelangi',
        subtitle: 'Andrea Hirata',
        body: ['Ada.'],
        fields: [{ label: 'Rak', value: ['813'] }],
        cover: { source: { ref: 'x' }, alt: 'sampul' },
      },
    ]);
    expect(rendered.text).toBe('Laskar Pelangi\nAndrea Hirata\nAda.\nRak: 813\nGambar: sampul');
    expect(marked(rendered)).toEqual([['strong', 'Laskar Pelangi']]);
  });

  it('counts ranges in UTF-16 units, the outer one first', () => {
    const rendered = render([
      { b: 'text', text: ['📚 ', { t: 'strong', of: [{ t: 'em', of: ['*_x_*'] }] }, ' ', { t: 'when', iso: '2026-03-09', text: 'Senin' }] },
    ]);
    expect(rendered.ranges[0]).toEqual({ kind: 'strong', start: 3, end: 8 });
    expect(marked(rendered)).toEqual([
      ['strong', '*_x_*'],
      ['em', '*_x_*'],
      ['when', 'Senin'],
    ]);
  });

  it('shifts ranges when white space at the ends is dropped', () => {
    expect(marked(render([{ b: 'text', text: ['  ', { t: 'code', of: ['ABC '] }] }]))).toEqual([['code', 'ABC']]);
  });
});

const sentence = (words: number) => Array.from({ length: words }, (_, at) => `kata${at}`).join(' ');

describe('splitting', () => {
  it('leaves a text that fits as it is', () => {
    expect(splitText({ text: 'a b', ranges: [] }, 3)).toEqual([{ text: 'a b', ranges: [] }]);
  });

  it('cuts at a paragraph before a line before a word', () => {
    expect(splitText({ text: 'aaaa\n\nbb\ncc dd', ranges: [] }, 8).map((part) => part.text)).toEqual(['aaaa', 'bb\ncc dd']);
    expect(splitText({ text: 'aaaa\nbb cc dd', ranges: [] }, 8).map((part) => part.text)).toEqual(['aaaa', 'bb cc dd']);
    expect(splitText({ text: 'aaaa bbbb cccc', ranges: [] }, 9).map((part) => part.text)).toEqual(['aaaa bbbb', 'cccc']);
  });

  it('cuts a long word beside a character of two units, not through it', () => {
    expect(splitText({ text: 'a😀😀😀', ranges: [] }, 4).map((part) => part.text)).toEqual(['a😀', '😀😀']);
  });

  it('carries a range over the cut', () => {
    const parts = splitText({ text: 'aaaa bbbb cccc', ranges: [{ kind: 'strong', start: 2, end: 12 }] }, 9);
    expect(parts.map(marked)).toEqual([[['strong', 'aa bbbb']], [['strong', 'cc']]]);
  });

  it('keeps every word of a long text whole and in order', () => {
    const text = sentence(2000);
    const parts = splitText({ text, ranges: [] }, 4096);
    expect(parts.map((part) => part.text).join(' ')).toBe(text);
    expect(Math.max(...parts.map((part) => part.text.length))).toBeLessThanOrEqual(4096);
  });

  it('loses nothing but white space, whatever the text', () => {
    const anyText = fc
      .array(fc.constantFrom('a', 'bc', '😀', ' ', '\n', '\n\n', '*', '👩‍👩‍👧'), { maxLength: 80 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 20 }), fc.nat(80), fc.nat(80), (text, max, from, length) => {
        const range = { kind: 'strong', start: Math.min(from, text.length), end: Math.min(from + length, text.length) } as const;
        const parts = splitText({ text, ranges: range.end > range.start ? [range] : [] }, max);
        expect(
          parts
            .map((part) => part.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(text.replace(/\s/g, ''));
        const bold = parts.flatMap((part) => part.ranges.map((piece) => part.text.slice(piece.start, piece.end))).join('');
        expect(bold.replace(/\s/g, '')).toBe(text.slice(range.start, range.end).replace(/\s/g, ''));
        for (const part of parts) {
          expect(part.text.length).toBeLessThanOrEqual(max);
          expect(/[\uD800-\uDBFF]$|^[\uDC00-\uDFFF]/.test(part.text)).toBe(false);
        }
      }),
    );
  });
});
