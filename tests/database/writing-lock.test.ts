import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lockForWriting } from '#database/writing-lock.ts';
import { Misconfigured } from '#shared/faults.ts';
import { temporaryFolder } from '#tests/support/databases.ts';
import { startProgram } from '#tests/support/programs.ts';

const program = import.meta.resolve('./programs/hold-writing-lock.ts');
const path = async (): Promise<string> => join(await temporaryFolder(), 'library.db');

test('a second writing process is refused with advice', async () => {
  const database = await path();
  const first = startProgram(program, [database]);
  await first.line((line) => line === 'locked');
  await expect(lockForWriting(database)).rejects.toThrow(Misconfigured);
  await expect(lockForWriting(database)).rejects.toThrow('bot sudah berjalan');
  await first.kill();
});

test('a process killed without warning leaves nobody locked out', async () => {
  const database = await path();
  const first = startProgram(program, [database]);
  await first.line((line) => line === 'locked');
  await first.kill();
  const unlock = await lockForWriting(database);
  await unlock();
});

test('one process cannot take the lock twice, and may take it again after giving it back', async () => {
  const database = await path();
  const unlock = await lockForWriting(database);
  await expect(lockForWriting(database)).rejects.toThrow('bot sudah berjalan');
  await unlock();
  await (await lockForWriting(database))();
});
