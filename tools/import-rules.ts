// npm run check:imports: who may import whom, circles, sizes. Prints every violation; exits with 1 when there is one.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { judge } from './import-rules/rules.ts';
import { readTree } from './import-rules/tree.ts';

const files = readTree(fileURLToPath(new URL('..', import.meta.url)));
const violations = judge(files);
for (const { rule, path, line, what } of violations) process.stdout.write(`${path}:${line}  ${rule}  ${what}\n`);
process.stdout.write(`${files.length} files, ${violations.length} violations of the import rules\n`);
process.exitCode = violations.length === 0 ? 0 : 1;
