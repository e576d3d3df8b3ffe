// npm run notices: writes THIRD-PARTY-NOTICES.md from the lock file. Packages that only tests and tools need are left out.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { noticesText } from './notices/notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
writeFileSync(`${root}THIRD-PARTY-NOTICES.md`, noticesText(root));
process.stdout.write('THIRD-PARTY-NOTICES.md is written\n');
