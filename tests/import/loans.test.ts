import { beforeEach, expect, test } from 'vitest';
import { importedAsOf } from '#circulation/import/as-of.ts';
import { runImport } from '#circulation/import/command.ts';
import { importFile } from '#circulation/import/import-file.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

const now = momentFrom('2026-08-12T03:00:00.000Z');
const header = 'member,item,loaned,due,renewals\n';
const three = `${header}00042,K1,2026-08-03,2026-08-10,0\nA2,K2,2026-08-05,2026-08-12,1\nA2,K3,2026-08-06,2026-08-13,0\n`;

describeOnEachDatabase('importing loans', (open) => {
  let database: Database;
  beforeEach(async () => {
    database = await open();
    await bring('judul,kode\nHujan,K1\nBumi,K2\nPulang,K3\nRindu,K4\n');
    await bring('member_id,nama\n00042,Siti\nA2,Budi\n');
  });

  const bring = (text: string, dryRun = false) => importFile(database, { fileName: 'pinjaman.csv', bytes: Buffer.from(text), dryRun, now });
  const run = async (text: string, ...options: string[]) => {
    const lines: string[] = [];
    const code = await runImport({
      args: ['pinjaman.csv', ...options],
      database,
      now,
      say: (line) => lines.push(line),
      progress: () => undefined,
      sizeOf: async () => text.length,
      readFile: async () => Buffer.from(text),
      writeFile: async () => undefined,
    });
    return { code, lines };
  };
  const open3 = () => database.models.loan.findMany({ where: { openMark: 1 }, orderBy: { copyCode: 'asc' } });
  const copy = async (code: string) => (await database.models.copy.findUniqueOrThrow({ where: { code } })).status;

  test('open loans are made with their copies out, byte-exact; again nothing changes', async () => {
    const report = await bring(three);
    expect(report).toMatchObject({ format: 'loans', counts: { read: 3, loans: { added: 3 } }, problems: [] });
    expect(await open3()).toMatchObject([
      { patronId: '00042', copyCode: 'K1', loanedOn: '2026-08-03', dueOn: '2026-08-10', renewals: 0, status: 'open' },
      { patronId: 'A2', copyCode: 'K2', dueOn: '2026-08-12', renewals: 1 },
      { patronId: 'A2', copyCode: 'K3', dueOn: '2026-08-13' },
    ]);
    expect([await copy('K1'), await copy('K4')]).toEqual(['on_loan', 'available']);
    expect((await bring(three)).counts.loans).toEqual({ added: 0, changed: 0, unchanged: 3 });
  });

  test('the table of SLiMS is read by its own names, and what was returned there is passed over', async () => {
    const { counts } = await bring(
      'loan_id,item_code,member_id,loan_date,due_date,renewed,is_lent,is_return\n1,K1,00042,2026-08-03 09:00:00,2026-08-10,0,1,0\n2,K2,A2,2026-07-01,2026-07-08,0,1,1\n',
    );
    expect([counts.read, counts.loans.added]).toEqual([2, 1]);
  });

  test('a new due date changes the loan; one we renewed ourselves is listed and stays', async () => {
    await bring(three);
    await database.models.loan.updateMany({ where: { copyCode: 'K3' }, data: { dueOn: '2026-08-20', renewals: 1 } });
    const report = await bring(three.replace('2026-08-10', '2026-08-17'));
    expect(report.counts.loans).toEqual({ added: 0, changed: 1, unchanged: 2 });
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([[4, 'renewed-here']]);
    expect((await open3()).map(({ dueOn }) => dueOn)).toEqual(['2026-08-17', '2026-08-12', '2026-08-20']);
  });

  test('what contradicts what we know is listed, not guessed', async () => {
    await database.models.copy.update({ where: { code: 'K4' }, data: { status: 'missing' } });
    await database.models.copy.update({ where: { code: 'K3' }, data: { status: 'on_loan' } });
    await database.models.loan.create({
      data: {
        id: 'meja',
        patronId: 'A2',
        titleId: 'x',
        copyCode: 'K3',
        branchId: 'main',
        loanedOn: '2026-08-01',
        dueOn: '2026-08-08',
        openMark: 1,
      },
    });
    const rows = [
      'X9,K1,2026-08-03,2026-08-10,0',
      'A2,K9,2026-08-03,2026-08-10,0',
      '00042,K3,2026-08-03,2026-08-10,0',
      'A2,K4,2026-08-03,2026-08-10,0',
      'A2,K2,kemarin,2026-08-10,x',
      'A2,K2,2026-08-03,,0',
      'A2,K1,2026-08-03,2026-08-10,dua',
      '00042,K1,2026-08-03,2026-08-10,0',
    ];
    const report = await bring(header + rows.join('\n'));
    expect(report.problems.map(({ row, why }) => [row, why])).toEqual([
      [2, 'member-unknown'],
      [3, 'copy-unknown'],
      [4, 'copy-elsewhere'],
      [5, 'copy-not-free'],
      [6, 'day-unreadable'],
      [7, 'day-unreadable'],
      [8, 'renewals-unreadable'],
      [8, 'code-twice'],
      [9, 'code-twice'],
    ]);
    expect(report.counts.loans.added).toBe(0);
  });

  test('a file without loans that an earlier one had shows which it would close, and changes nothing unasked', async () => {
    await run(three);
    const two = three.replace(/A2,K3.*\n/, '');
    const asked = await run(two);
    expect(asked.code).toBe(2);
    expect(asked.lines).toContain('Impor ini akan menutup 1 pinjaman yang tidak ada lagi di berkas: K3 (A2).');
    expect(asked.lines.at(-1)).toBe('Belum ada yang diubah. Bila memang begitu, jalankan lagi dengan --setuju.');
    expect(await open3()).toHaveLength(3);
    const agreed = await run(two, '--setuju');
    expect(agreed).toMatchObject({ code: 0 });
    expect(agreed.lines).toContain('Pinjaman ditutup karena tidak ada lagi di berkas: 1.');
    expect([await copy('K3'), (await open3()).length]).toEqual(['available', 2]);
    expect((await run(two)).lines).toContain('Pinjaman: 0 baru, 0 berubah, 2 sama.');
  });

  test('a copy that went from one reader to another is closed for the first and opened for the second', async () => {
    await run(three);
    const moved = three.replace('A2,K3,2026-08-06,2026-08-13', '00042,K3,2026-08-12,2026-08-19');
    expect((await run(moved)).code).toBe(2);
    expect((await run(moved, '--yes')).lines).toContain('Pinjaman: 1 baru, 0 berubah, 2 sama.');
    expect((await open3())[2]).toMatchObject({ patronId: '00042', dueOn: '2026-08-19' });
  });

  test('a returned copy goes to the reader who waits for it', async () => {
    await run(three);
    const { titleId } = await database.models.copy.findUniqueOrThrow({ where: { code: 'K3' } });
    await database.models.hold.create({
      data: { id: 'h', patronId: '00042', titleId, placedAt: '2026-08-07T03:00:00.000Z', position: 1, pickupPlace: 'main', liveMark: 1 },
    });
    await run(three.replace(/A2,K3.*\n/, ''), '--setuju');
    expect(await copy('K3')).toBe('allocated');
    expect(await database.models.hold.findUniqueOrThrow({ where: { id: 'h' } })).toMatchObject({ status: 'allocated', copyCode: 'K3' });
  });

  test('loans of our own desk are never closed by a file', async () => {
    await run(three);
    await database.models.copy.update({ where: { code: 'K4' }, data: { status: 'on_loan' } });
    await database.models.loan.create({
      data: {
        id: 'meja',
        patronId: 'A2',
        titleId: 'x',
        copyCode: 'K4',
        branchId: 'main',
        loanedOn: '2026-08-01',
        dueOn: '2026-08-08',
        openMark: 1,
      },
    });
    expect((await run(`${three}\n`)).code).toBe(0);
    expect(await open3()).toHaveLength(4);
  });

  test('a dry run tells the same and changes nothing', async () => {
    expect((await bring(three, true)).counts.loans.added).toBe(3);
    expect([await open3(), await copy('K1')]).toEqual([[], 'available']);
  });

  test('answers can say how old the data is: titles and loans count, members do not', async () => {
    expect(await importedAsOf(database)).toEqual({ at: '2026-08-12T03:00:00.000Z', source: 'csv' });
    await database.models.setting.deleteMany();
    await bring('member_id,nama\nA7,Wati\n');
    expect(await importedAsOf(database)).toBeNull();
    await bring(three);
    expect(await importedAsOf(database)).toMatchObject({ source: 'csv' });
  });
});
