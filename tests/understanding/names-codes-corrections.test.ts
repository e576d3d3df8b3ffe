import { describe, expect, it } from 'vitest';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding, type UnderstandRequest } from '#understanding/understanding.ts';

const names = createNames({
  titles: ['1984', '5 cm', '3726 mdpl', '1Q84', 'Laskar Pelangi', 'Bumi Manusia', 'Hujan', 'Pulang'],
  authors: ['Tere Liye'],
  events: ['Bedah Buku'],
  places: ['Cambai'],
});
const understanding = createUnderstanding({ rules: intentRules, names, lexicon: lexicon() });
const now = Temporal.PlainDateTime.from('2026-08-12T10:00');
const read = (text: string, more: Partial<UnderstandRequest> = {}) => understanding.understand({ text, now, ...more });

describe('titles', () => {
  it.each([
    ['pesan 1984', '1984'],
    ['pesen 1984 dong', '1984'],
    ['simpenke buku 5 cm', '5 cm'],
    ['pinjam 1Q84', '1q84'],
    ['pesan 3726 mdpl', '3726 mdpl'],
  ])('are numbers too: "%s"', async (text, title) => {
    expect(await read(text)).toMatchObject({ intent: 'hold.place', slots: { title } });
  });

  it.each([
    ['pesen laut bercerita', 'hold.place', 'laut bercerita'],
    ['renew laut bercerita', 'loan.renew', 'laut bercerita'],
    ['perpanjang buku filosofi kopi ya', 'loan.renew', 'filosofi kopi'],
    ['batalin pesanan filosofi kopi', 'hold.cancel', 'filosofi kopi'],
    ['download laut bercerita', 'digital.download', 'laut bercerita'],
    ['beliin laut bercerita dong', 'purchase.suggest', 'laut bercerita'],
    ['sinopsis laut bercerita', 'catalog.item_details', 'laut bercerita'],
  ])('the library does not have are kept as they were typed: "%s"', async (text, intent, title) => {
    expect(await read(text)).toMatchObject({ intent, slots: { title } });
  });

  it.each(['mau minjem buku dong min', 'perpanjang dong', 'pesen buku besok sore'])(
    'are not made of wishes and times: "%s"',
    async (text) => {
      expect((await read(text)).slots['title']).toBeUndefined();
    },
  );

  it.each([
    ['pesen hujan eh pulang aja', 'hold.place', { title: 'pulang' }],
    ['pesan bumi manusia, eh laskar pelangi', 'hold.place', { title: 'laskar pelangi' }],
    ['nak minjem... eh nyari buku hujan', 'catalog.search', { query: 'hujan' }],
    ['besok eh lusa buka ga', 'info.hours', { date: '2026-08-14' }],
  ])('and acts and days are taken back by what is said later: "%s"', async (text, intent, slots) => {
    const understood = await read(text);
    expect(understood.intent).toBe(intent);
    expect(understood.slots).toEqual(slots);
  });
});

describe('a search', () => {
  it.each([
    ['cari novel dong', { subject: 'novel' }],
    ['ada komik ga', { subject: 'komik' }],
    ['cari komik lucu', { subject: 'komik lucu' }],
  ])('is never empty where a kind of book is named: "%s"', async (text, slots) => {
    expect(await read(text)).toMatchObject({ intent: 'catalog.search', slots });
  });
});

describe('codes', () => {
  it.each(['K-71', 'A-4', 'A-0045', 'DEMO-0001', '000042', 'M.2021.0045'])('of cards may be short: %s', async (code) => {
    expect(await read(`nomor kartu saya ${code}`)).toMatchObject({ intent: 'member.link_card', slots: { card_number: code } });
  });

  it.each([
    ['pinjamkan LP-2 ke A-4', 'staff.checkout', { item: 'lp-2', member: 'a-4' }],
    ['Return of LP-2 by A-4', 'staff.checkin', { item: 'lp-2', member: 'a-4' }],
    ['LP-2 udah balik', 'staff.checkin', { item: 'lp-2' }],
    ['catat B00123 kembali', 'staff.checkin', { item: 'b00123' }],
  ])('of copies and cards are told apart: "%s"', async (text, intent, slots) => {
    expect(await read(text, { role: 'staff' })).toMatchObject({ intent, slots });
  });
});

describe('the language of the answer', () => {
  it.each(['hmm', 'ok', 'k', '👍', 'Budi', '3', 'laskar pelangi', 'renew laut bercerita'])('stays English after "%s"', async (text) => {
    expect((await read(text, { language: 'en' })).language).toBe('en');
  });

  it.each(['hmm', 'ok', 'the little prince', 'next', 'renew laskar pelangi'])('stays Indonesian after "%s"', async (text) => {
    expect((await read(text, { language: 'id' })).language).toBe('id');
  });

  it.each([
    ['what time do you close', 'id', 'en'],
    ['besok buka ga', 'en', 'id'],
    ['pesan laskar pelangi', 'en', 'id'],
  ] as const)('changes with a message written in the other one: "%s"', async (text, before, after) => {
    expect((await read(text, { language: before })).language).toBe(after);
  });
});

describe('a word two ways of speaking read differently', () => {
  it('is a complaint where nothing else is Palembang', async () => {
    expect(await read('petugasnya galak')).toMatchObject({ intent: 'feedback.submit' });
  });

  it('is a wish beside Palembang words', async () => {
    expect(await read('aku galak pinjem buku hujan yo')).toMatchObject({ intent: 'hold.place' });
  });
});

describe('an act that nobody can be sure of', () => {
  it('is asked back', async () => {
    expect((await read('batalin dong')).intent).toBe('unsure');
  });

  it('is not asked back while something is open', async () => {
    expect((await read('batalin dong', { context: 'slot_pending' })).intent).toBe('nav.cancel');
  });

  it('is not suspected in a bare "batal"', async () => {
    expect((await read('batal')).intent).toBe('nav.cancel');
  });
});
