import { z } from 'zod';
import { importFile } from '#circulation/import/import-file.ts';
import { previewReimport } from '#circulation/import/reimport.ts';
import type { ImportReport } from '#circulation/import/report.ts';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { auditOnce } from '#staff/audited.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { ImportingWords } from './words/id.ts';

const dialogue = dialoguesWith<ImportingWords>({ id, en });
type ImportTurn = Turn<ImportingWords>;

/** Beyond this a catalogue is not a file that somebody exported (RELIABILITY §7). */
const MOST_BYTES = 200 * 1024 * 1024;

const mayImport: ReadonlySet<string> = new Set(['librarian', 'head', 'admin']);

const given = z.object({ ref: z.string(), name: z.string() });
type Given = z.infer<typeof given>;

const bytesOf = (turn: ImportTurn, { ref }: Given): Promise<Uint8Array | null> =>
  turn.rooms.fetchFile(turn.event.conversation.platform, ref, MOST_BYTES);

/** What the file would bring, compared with the last one of its kind; nothing is written. */
const preview = async (turn: ImportTurn, file: Given): Promise<Reply> => {
  const bytes = await bytesOf(turn, file);
  if (bytes === null) return turn.stop((w) => w.cannotRead(file.name));
  const request = { fileName: file.name, bytes, now: turn.now };
  const compared = await previewReimport(turn.rooms.database, request);
  const report = compared?.report ?? (await importFile(turn.rooms.database, { ...request, dryRun: true }));
  if (report.format === 'unknown' || report.counts.read === 0) return turn.stop((w) => w.notUnderstood(file.name));
  return turn.confirm((w) => w.wouldBring(report, compared?.concerns ?? []), 'agreed', file);
};

const bring = async (turn: ImportTurn, file: Given): Promise<Reply> => {
  const bytes = await bytesOf(turn, file);
  if (bytes === null) return turn.stop((w) => w.cannotRead(file.name));
  const report: ImportReport = await importFile(turn.rooms.database, { fileName: file.name, bytes, now: turn.now });
  await auditOnce(
    turn.rooms.database,
    { action: 'import', subject: report.format },
    { key: turn.nextKey(), now: turn.now, actor: turn.person.accountId },
  );
  return turn.say((w) => w.brought(report));
};

/** An export that staff send in chat: what it would bring, then, agreed to, it is brought in. */
export const importing = dialogue('staff.import', { needs: 'staff', personal: true })
  .begin((turn) => {
    if (!mayImport.has(turn.person.staff?.role ?? '')) return turn.stop((w) => w.whoMay);
    const ref = textOf(turn.slots.ref);
    return ref ? preview(turn, { ref, name: textOf(turn.slots.name) ?? '' }) : turn.stop((w) => w.howTo);
  })
  .step('agreed', given, bring);
