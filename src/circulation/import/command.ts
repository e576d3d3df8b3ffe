import { optimiseIndex } from '#circulation/search/optimise.ts';
import { parseArgs } from 'node:util';
import type { Database } from '#database/database.ts';
import type { Temporal } from '#shared/day.ts';
import { type ImportReport, importCatalogue } from './import-catalogue.ts';
import { problemList } from './problem-list.ts';
import { demoWarning, problemWords } from './problem-words.ts';

/** What the command line hands over, and where the command speaks and writes. */
export interface ImportCommand {
  readonly args: readonly string[];
  readonly database: Database;
  readonly now: Temporal.Instant;
  /** a line that stays */
  readonly say: (line: string) => void;
  /** a line that the next one may take the place of */
  readonly progress: (line: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
}

export const importUsage = [
  'Mengimpor katalog:  npm run import -- BERKAS [--dry-run] [--problems BERKAS]',
  '',
  '  BERKAS               ekspor bibliografi atau eksemplar SLiMS, atau CSV dengan kolom judul/title, pengarang/author, …',
  '  --dry-run            hanya melaporkan, tidak mengubah apa pun',
  '  --problems BERKAS    menulis daftar masalah sebagai CSV yang dibuka lembar kerja',
] as const;

const formatNames: Readonly<Record<ImportReport['format'], string>> = {
  'slims-biblio': 'ekspor bibliografi SLiMS',
  'slims-item': 'ekspor eksemplar SLiMS',
  'slims-member': 'ekspor anggota SLiMS',
  'plain-csv': 'tabel CSV',
  unknown: 'tidak dikenali',
};

const shownProblems = 5;
// Beyond this a catalogue is not a file that somebody exported (RELIABILITY §7).
const mostMebibytes = 200;

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const summary = (report: ImportReport): readonly string[] => [
  `Format: ${formatNames[report.format]}. Baris dibaca: ${number(report.read)}.`,
  `Judul: ${number(report.added)} baru, ${number(report.changed)} berubah, ${number(report.unchanged)} tetap.`,
  `Eksemplar: ${number(report.copiesAdded)} baru, ${number(report.copiesChanged)} berubah.`,
  ...(report.branchesAdded.length === 0 ? [] : [`Lokasi baru: ${report.branchesAdded.join(', ')}.`]),
  ...(report.repairs.length === 0 ? [] : [`Huruf rusak diperbaiki: ${number(report.repairs.length)} isian.`]),
  report.problems.length === 0 ? 'Tidak ada masalah.' : `Perlu diperiksa: ${number(report.problems.length)} hal.`,
];

const firstProblems = ({ problems }: ImportReport): readonly string[] =>
  problems
    .slice(0, shownProblems)
    .map(
      ({ row, value, why }) =>
        `  ${row === 0 ? 'Berkas' : `Baris ${row}`}: ${problemWords[why].what}${value === '' ? '' : ` (${value})`} ${problemWords[why].advice}`,
    );

const optionsOf = (
  args: readonly string[],
): { readonly path: string; readonly dryRun: boolean; readonly problems: string | undefined } | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, problems: { type: 'string' } },
    });
    const [path, ...others] = positionals;
    return path === undefined || others.length > 0 ? null : { path, dryRun: values['dry-run'], problems: values.problems };
  } catch {
    // parseArgs throws for options it does not know: the usage says which there are
    return null;
  }
};

const report = async (command: ImportCommand, result: ImportReport, problemsPath: string | undefined): Promise<void> => {
  for (const line of [...summary(result), ...firstProblems(result)]) command.say(line);
  const more = result.problems.length - shownProblems;
  if (problemsPath !== undefined) {
    await command.writeFile(problemsPath, problemList(result.problems, result.repairs));
    command.say(`Daftar masalah: ${problemsPath}`);
  } else if (more > 0) command.say(`  … dan ${number(more)} lagi; tambahkan --problems masalah.csv untuk daftar lengkap.`);
  command.say(
    result.dryRun ? 'Ini percobaan: tidak ada yang diubah.' : 'Selesai. Mengimpor berkas yang sama lagi tidak menggandakan apa pun.',
  );
};

const isDemo = async ({ sql }: Database): Promise<boolean> =>
  (await sql.all(`SELECT "key" FROM "Setting" WHERE "key" = 'demo'`)).length > 0;

/** Runs the import command; resolves to the exit code: 0 done, 1 not a catalogue, 2 wrong call or unreadable file. */
export const runImport = async (command: ImportCommand): Promise<number> => {
  const options = optionsOf(command.args);
  if (options === null) {
    for (const line of importUsage) command.say(line);
    return 2;
  }
  const bytes = await command.readFile(options.path).catch(() => null);
  if (bytes === null || bytes.byteLength > mostMebibytes * 1024 * 1024) {
    command.say(
      bytes === null
        ? `Berkas ${options.path} tidak dapat dibuka. Periksa nama dan tempatnya.`
        : `Berkas lebih besar dari ${mostMebibytes} MB. Bagi menjadi beberapa berkas.`,
    );
    return 2;
  }
  if (await isDemo(command.database)) command.say(demoWarning);
  const result = await importCatalogue(command.database, {
    fileName: options.path,
    bytes,
    dryRun: options.dryRun,
    now: command.now,
    onProgress: ({ read, share }) => command.progress(`${number(read)} baris dibaca (${Math.floor(share * 100)}%)`),
  });
  if (!options.dryRun) await optimiseIndex(command.database);
  await report(command, result, options.problems);
  return result.problems.some(({ why }) => why === 'not-a-catalogue') ? 1 : 0;
};
