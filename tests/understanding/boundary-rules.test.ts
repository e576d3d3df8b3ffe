import { describe, expect, it } from 'vitest';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import type { DialogueContext } from '#understanding/intent-rule.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';

const names = createNames({
  titles: ['Laskar Pelangi', 'Bumi Manusia', 'Sapiens', 'Hujan', 'Batal Menikah', 'Stop Overthinking'],
  authors: ['Tere Liye', 'Andrea Hirata'],
  events: ['Workshop Canva', 'Lomba Bertutur'],
  places: ['Cambai', 'Majasari'],
});
const understanding = createUnderstanding({ rules: intentRules, names, lexicon: lexicon() });
const now = Temporal.PlainDateTime.from('2026-08-12T10:00');
const intentOf = async (text: string, context?: DialogueContext, role?: 'staff') =>
  (await understanding.understand({ text, now, context, role })).intent;

describe('the boundary rules', () => {
  it.each([
    [1, 'ada buku laskar pelangi?', 'catalog.search'],
    [1, 'Bumi Manusia', 'catalog.search'],
    [1, 'laskar pelangi di rak mana', 'catalog.item_details'],
    [1, 'enaknya baca apa ya', 'reading.recommend'],
    [2, 'mau pinjam buku hujan', 'hold.place'],
    [2, 'cara minjem buku gimana', 'member.rules'],
    [2, 'pinjam uang dong', 'out_of_scope'],
    [3, 'sapiens versi pdf ada?', 'catalog.search'],
    [3, 'kirim link download sapiens', 'digital.download'],
    [4, 'batal', 'nav.cancel'],
    [4, 'batalkan reservasi sapiens', 'hold.cancel'],
    [4, 'batal ikut workshop canva', 'event.cancel_signup'],
    [5, 'perpanjang sapiens', 'loan.renew'],
    [5, 'perpanjang kartu anggota', 'member.rules'],
    [5, 'perpanjang SIM', 'out_of_scope'],
    [6, 'dendaku berapa', 'fine.status'],
    [6, 'denda per hari berapa', 'member.rules'],
    [7, 'belum punya kartu, mau daftar', 'member.register'],
    [7, 'hubungkan kartu PBM-00123', 'member.link_card'],
    [7, 'putuskan kartuku dari chat ini', 'member.unlink'],
    [7, 'hapus semua dataku', 'member.delete_data'],
    [7, 'minta salinan data saya', 'member.export_data'],
    [8, 'jangan kirim notifikasi lagi', 'notice.stop'],
    [8, 'stop info mobil keliling', 'van.unsubscribe'],
    [9, 'kapan mobil keliling ke cambai', 'van.schedule'],
    [9, 'titik pusling terdekat dari majasari', 'van.nearest_stop'],
    [9, 'tolong mobil keliling mampir ke sekolah kami', 'van.request_stop'],
    [9, 'kabari aku kalau mobil keliling ke cambai', 'van.subscribe'],
    [9, 'kami mau bawa 30 murid ke perpus', 'visit.book'],
    [10, 'ada ruang diskusi?', 'info.facilities'],
    [10, 'pesan ruang diskusi besok jam 2', 'room.book'],
    [11, 'buku karya penulis lokal ada?', 'catalog.search'],
    [11, 'siapa saja penulis lokal', 'local_author.list'],
    [12, 'ada buku braille?', 'catalog.search'],
    [12, 'balas pakai bahasa inggris', 'settings.language'],
    [12, 'jangan pakai emoji', 'access.settings'],
    [13, 'mau ngomong sama petugas', 'contact.librarian'],
    [13, 'toiletnya kotor sekali', 'feedback.submit'],
    [13, 'dasar bot tolol', 'out_of_scope'],
    [14, 'ada novel batal menikah ga', 'catalog.search'],
    [14, 'ada buku cara mendaftar beasiswa?', 'catalog.search'],
    [14, 'saya tidak mau daftar kartu, saya mau daftar lomba', 'event.signup'],
    [17, 'jadwal samsat keliling', 'out_of_scope'],
    [17, 'nomor hp yang pinjam sapiens berapa', 'out_of_scope'],
  ])('%i: %s → %s', async (_rule, text, intent) => {
    expect(await intentOf(text)).toBe(intent);
  });

  it.each([
    ['2', 'list_shown', 'nav.select'],
    ['lagi', 'list_shown', 'nav.more'],
    ['pesan yang kedua', 'list_shown', 'hold.place'],
    ['iya', 'confirm_pending', 'nav.yes'],
    ['jangan', 'confirm_pending', 'nav.no'],
    ['batal deh', 'confirm_pending', 'nav.cancel'],
    ['puas', 'survey_question', 'survey.take'],
  ] as const)('16: %s with %s → %s', async (text, context, intent) => {
    expect(await intentOf(text, context)).toBe(intent);
  });

  it('keeps several requests in the order they were made (15)', async () => {
    const understood = await understanding.understand({ text: 'perpanjang sapiens ya, terus besok buka jam berapa?', now });
    expect(understood.intent).toBe('loan.renew');
    expect(understood.intents.map((request) => request.intent)).toEqual(['loan.renew', 'info.hours']);
    expect(understood.slots).toEqual({ title: 'sapiens' });
  });

  it('reads a staff act and the same words of a patron apart', async () => {
    expect(await intentOf('batalkan workshop canva', undefined, 'staff')).toBe('staff.event_cancel');
    expect(await intentOf('batalkan workshop canva')).toBe('event.cancel_signup');
  });
});
