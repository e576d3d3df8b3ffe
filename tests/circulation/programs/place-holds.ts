// Some of the readers, in a process of their own: waits until all processes are there, asks for one title for each of them at
// once, each twice under one key as a redelivery does, and prints the answers.
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { createCirculation } from '#circulation/circulation.ts';
import { openDatabase } from '#database/database.ts';
import { readersFrom } from '../crowd-names.ts';
import { patronId, standingClock, titleId } from '../small-library.ts';

const [url = '', first = '1', count = '1'] = process.argv.slice(2);
const database = await openDatabase({ url });
const circulation = createCirculation({ database, clock: standingClock('2026-06-09T09:00') });

const place = (reader: string) =>
  circulation.placeHold({ patronId: patronId(reader), titleId: titleId('T'), pickupPlace: 'main' }, { key: `tap-${reader}` }).then(
    (answer) => (answer.ok ? { reader, ...answer.value } : { reader, status: answer.refusal.reason }),
    (error: unknown) => ({ reader, status: String(error) }),
  );

const readers = readersFrom(Number(first), Number(count));
process.stdout.write('ready\n');
while ((await database.sql.all(`SELECT 1 FROM "Setting" WHERE "key" = 'test.go'`)).length === 0) await pause(20);
const answers = await Promise.all([...readers, ...readers].map(place));
process.stdout.write(`answers ${JSON.stringify(answers)}\n`);
await database.close();
