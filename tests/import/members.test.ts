import { readFile } from 'node:fs/promises';
import { beforeEach, expect, test } from 'vitest';
import { importFile } from '#circulation/import/import-file.ts';
import { memberType } from '#circulation/import/member-entry.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const sample = (): Promise<Buffer> => readFile(new URL('../samples/slims/senayan_member_export_header.csv', import.meta.url));

describeOnEachDatabase('importing members', (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
  });
  const bring = (bytes: Uint8Array) => importFile(database, { fileName: 'anggota.csv', bytes, now });
  const bringText = (text: string) => bring(Buffer.from(text));
  const member = (card: string) => database.models.patron.findUniqueOrThrow({ where: { card } });

  test('the export of SLiMS brings its 12 members, and again changes none', async () => {
    const report = await bring(await sample());
    expect(report).toMatchObject({ format: 'slims-member', counts: { read: 12, members: { added: 12 } }, problems: [] });
    expect((await bring(await sample())).counts.members).toEqual({ added: 0, changed: 0, unchanged: 12 });
    expect(await database.models.patron.count()).toBe(12);
  });

  test('without its header row it is the same', async () => {
    const text = (await sample()).toString();
    expect((await bringText(text.slice(text.indexOf('\n') + 1))).counts.members.added).toBe(12);
  });

  test('numbers are byte-exact, names and addresses are readable, zero dates are none', async () => {
    await bring(await sample());
    expect(await member('000042')).toMatchObject({ id: '000042', name: 'Rekaan', expiresOn: '2025-02-28', birthOn: '2000-02-29' });
    expect(await member('FIKTIF-0004')).toMatchObject({ name: "Ma'mun Fiktif" });
    expect(await member('FIKTIF-0005')).toMatchObject({ name: 'Hj. Contohwati, S.Pd., M.Pd.', address: 'Perumahan "Khayalan" Blok Z/99' });
    expect(await member('FIKTIF-0006')).toMatchObject({
      expiresOn: null,
      birthOn: null,
      joinedOn: null,
      address: 'Jalan Rekaan No. 6 Dekat lapangan fiksi',
    });
    expect(await member('FIKTIF-0007')).toMatchObject({ type: 'teen', phone: '+00 000 0000 007' });
    expect(await member('FIKTIF-0008')).toMatchObject({ name: 'Anggota Contoh Delapan' });
    expect(await member('FIKTIF-0010')).toMatchObject({ name: 'Renée Rekaan–Fiktif', joinedOn: '2026-10-01', type: 'adult' });
    expect(await member('FIKTIF-0011')).toMatchObject({ phone: null, address: null, type: 'adult' });
  });

  test('e-mail, PIN, password, picture and notes are stored nowhere, and listed nowhere', async () => {
    const report = await bringText(
      'member_id,member_name,member_email,pin,mpasswd,member_image\nA1,Contoh,rahasia@contoh.invalid,9876Ã©,$2y$x,foto.jpg\n',
    );
    const rows = JSON.stringify([await member('A1'), await database.models.importRun.findMany(), report]);
    for (const secret of ['rahasia', '9876', '$2y', 'foto']) expect(rows).not.toContain(secret);
  });

  test('a card that was prolonged is valid again; what the desk decided stays', async () => {
    await bringText('no_anggota,nama,berlaku_sampai\nB1,Contoh Satu,2025-01-01\nB2,Contoh Dua,2027-01-01\n');
    await database.models.patron.update({ where: { card: 'B1' }, data: { status: 'expired' } });
    await database.models.patron.update({ where: { card: 'B2' }, data: { status: 'suspended', address: 'Jalan Petugas' } });
    const { counts } = await bringText('no_anggota,nama,berlaku_sampai\nB1,Contoh Satu,2027-01-01\nB2,Contoh Kedua,31/12/2027\n');
    expect(counts.members).toEqual({ added: 0, changed: 2, unchanged: 0 });
    expect(await member('B1')).toMatchObject({ status: 'active', expiresOn: '2027-01-01' });
    expect(await member('B2')).toMatchObject({
      status: 'suspended',
      expiresOn: '2027-12-31',
      name: 'Contoh Kedua',
      address: 'Jalan Petugas',
    });
  });

  test('rows without number or name, a number twice, a day of no calendar and a deleted member are listed', async () => {
    await database.models.patron.create({ data: { id: 'd', card: 'D1', name: '-', status: 'deleted' } });
    const { problems, counts } = await bringText(
      'no_anggota,nama,tgl_lahir\n,Tanpa Nomor,\nC1,,\nC2,Contoh,30-02-2001\nC2,Contoh Lagi,\nD1,Dihapus,\n',
    );
    expect(problems.map(({ row, why }) => [row, why])).toEqual([
      [2, 'no-card'],
      [3, 'no-name'],
      [4, 'day-unreadable'],
      [5, 'card-twice'],
      [6, 'member-deleted'],
    ]);
    expect(counts.members.added).toBe(1);
    expect(await member('D1')).toMatchObject({ name: '-' });
  });
});

test.each([
  ['Standard', null, null],
  ['Standard', '2012-07-07', 'teen'],
  ['Standard', '2013-08-13', 'child'],
  ['Standard', '2008-08-12', 'adult'],
  ['Anak-anak', '1990-01-01', 'child'],
  ['Pelajar SMA', null, 'teen'],
  ['Siswa SD', null, 'child'],
  ['Guru SD', null, 'adult'],
  ['Umum', '2012-01-01', 'adult'],
])('a member of kind %s born %s is %s', (name, birthOn, type) => {
  expect(memberType(name, birthOn, '2026-08-12')).toBe(type);
});
