// Keeps the write lock of a database for a while, as a backup tool or a curious librarian might.
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { SqliteConnection } from '#database/sqlite/connection.ts';

const [path = '', milliseconds = '0'] = process.argv.slice(2);
const connection = await SqliteConnection.open(path);
await connection.run('BEGIN IMMEDIATE');
process.stdout.write('held\n');
await pause(Number(milliseconds));
await connection.run('COMMIT');
process.stdout.write('free\n');
await connection.close();
