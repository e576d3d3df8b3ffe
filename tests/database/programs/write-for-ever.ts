// Writes numbered rows and prints each number once its write is acknowledged, until it is killed.
import process from 'node:process';
import { openDatabase } from '#database/database.ts';

const [url = '', run = ''] = process.argv.slice(2);
const database = await openDatabase({ url });

const writeThrough = async (door: 'models' | 'raw', n: number): Promise<void> => {
  const [key, pair] = [`${run}:${door}:${n}`, `${run}:${door}:${n}:pair`];
  if (door === 'models') {
    await database.transaction(async (tx) => {
      await tx.setting.create({ data: { key, valueJson: '{}', updatedAt: 'x' } });
      await tx.setting.create({ data: { key: pair, valueJson: '{}', updatedAt: 'x' } });
    });
  } else {
    await database.sql.transaction(async (sql) => {
      const insert = 'INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?)';
      await sql.run(insert, [key, '{}', 'x']);
      await sql.run(insert, [pair, '{}', 'x']);
    });
  }
  process.stdout.write(`${key}\n`);
};

for (let n = 0; ; n += 1) await Promise.all([writeThrough('models', n), writeThrough('raw', n)]);
