import { parseArgs } from 'node:util';
import { optimiseIndex } from '#circulation/search/optimise.ts';
import type { Database } from '#database/database.ts';
import type { Temporal } from '#shared/day.ts';
import { concernLine, consentNeeded, firstProblems, importUsage, number, previewHead, progressLine, summary } from './command-words.ts';
import { importFile, type ImportRequest } from './import-file.ts';
import { problemList } from './problem-list.ts';
import { demoWarning } from './problem-words.ts';
import { type Preview, previewReimport } from './reimport.ts';
import type { ImportReport } from './report.ts';

/** What the command line hands over, and where the command speaks and writes. */
export interface ImportCommand {
  readonly args: readonly string[];
  readonly database: Database;
  readonly now: Temporal.Instant;
  /** a line that stays */
  readonly say: (line: string) => void;
  /** a line that the next one may take the place of */
  readonly progress: (line: string) => void;
  readonly sizeOf: (path: string) => Promise<number>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, text: string) => Promise<void>;
}

interface Options {
  readonly path: string;
  readonly dryRun: boolean;
  readonly agreed: boolean;
  readonly problems: string | undefined;
}

// Beyond this a catalogue is not a file that somebody exported (RELIABILITY §7).
const mostMebibytes = 200;

const optionsOf = (args: readonly string[]): Options | null => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        setuju: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        problems: { type: 'string' },
      },
    });
    const [path, ...others] = positionals;
    const agreed = values.setuju || values.yes;
    return path === undefined || others.length > 0 ? null : { path, dryRun: values['dry-run'], agreed, problems: values.problems };
  } catch {
    // parseArgs throws for options it does not know: the usage says which there are
    return null;
  }
};

/** The file, or the sentence that says why it is not read. */
const read = async ({ sizeOf, readFile }: ImportCommand, path: string): Promise<Uint8Array | string> => {
  const cannot = `Berkas ${path} tidak dapat dibuka. Periksa nama dan tempatnya.`;
  const size = await sizeOf(path).catch(() => null);
  if (size === null) return cannot;
  // looked up before it is read: a file that claims a gigabyte must not fill the memory first
  if (size > mostMebibytes * 1024 * 1024) return `Berkas lebih besar dari ${mostMebibytes} MB. Bagi menjadi beberapa berkas.`;
  return readFile(path).catch(() => cannot);
};

const say = (command: ImportCommand, lines: readonly string[]): void => {
  for (const line of lines) command.say(line);
};

const tellProblems = async (command: ImportCommand, report: ImportReport, path: string | undefined): Promise<void> => {
  const { lines, more } = firstProblems(report);
  say(command, lines);
  if (path !== undefined) {
    await command.writeFile(path, problemList(report.problems, report.repairs));
    command.say(`Daftar masalah: ${path}`);
  } else if (more > 0) command.say(`  … dan ${number(more)} lagi; tambahkan --problems masalah.csv untuk daftar lengkap.`);
};

const lastLine = ({ format, dryRun }: ImportReport): string => {
  if (format === 'unknown') return 'Tidak ada yang diubah.';
  return dryRun ? 'Ini percobaan: tidak ada yang diubah.' : 'Selesai. Mengimpor berkas yang sama lagi tidak menggandakan apa pun.';
};

const tell = async (command: ImportCommand, report: ImportReport, { problems }: Options): Promise<void> => {
  say(command, summary(report));
  await tellProblems(command, report, problems);
  command.say(lastLine(report));
};

const tellPreview = async (command: ImportCommand, { report, concerns }: Preview, { problems }: Options): Promise<void> => {
  say(command, [previewHead, ...summary(report)]);
  await tellProblems(command, report, problems);
  say(command, [...concerns.map(concernLine), consentNeeded]);
};

const requestOf = (command: ImportCommand, { path, dryRun }: Options, bytes: Uint8Array): ImportRequest => {
  const since = performance.now();
  return {
    fileName: path,
    bytes,
    dryRun,
    now: command.now,
    onProgress: (progress) => command.progress(progressLine({ ...progress, ms: performance.now() - since })),
  };
};

const isDemo = async ({ sql }: Database): Promise<boolean> =>
  (await sql.all(`SELECT "key" FROM "Setting" WHERE "key" = 'demo'`)).length > 0;

const bring = async (command: ImportCommand, options: Options, bytes: Uint8Array): Promise<number> => {
  const { database } = command;
  const request = requestOf(command, options, bytes);
  const preview = options.agreed ? null : await previewReimport(database, request);
  if (preview !== null && preview.concerns.length > 0) {
    await tellPreview(command, preview, options);
    return 2;
  }
  const report = await importFile(database, request);
  if (!options.dryRun && report.counts.titles.added > 0) await optimiseIndex(database);
  await tell(command, report, options);
  return report.format === 'unknown' ? 1 : 0;
};

/** Runs the import command; resolves to the exit code: 0 done, 1 nothing we understand, 2 wrong call, unreadable file, or consent is needed. */
export const runImport = async (command: ImportCommand): Promise<number> => {
  const options = optionsOf(command.args);
  if (options === null) {
    say(command, importUsage);
    return 2;
  }
  const bytes = await read(command, options.path);
  if (typeof bytes === 'string') {
    command.say(bytes);
    return 2;
  }
  if (await isDemo(command.database)) command.say(demoWarning);
  return bring(command, options, bytes);
};
