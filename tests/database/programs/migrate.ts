// Applies migrations and says when; the test kills it somewhere in between.
import process from 'node:process';
import { openDatabase } from '#database/database.ts';

const [url = '', migrationsFolder = ''] = process.argv.slice(2);
process.stdout.write('starting\n');
const database = await openDatabase({ url, migrationsFolder });
process.stdout.write('migrated\n');
await database.close();
