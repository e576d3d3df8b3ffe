import type { LoggedAct } from '#circulation/desk/reading.ts';
import { momentFrom, momentOf, localTimeOf } from '#shared/day.ts';
import { auditOnce } from '#staff/audited.ts';
import { deskDialogue, staffOf } from './access.ts';

/** "Urungkan": the last act of who writes is taken back, and what is true now is said. */
export const undo = deskDialogue('staff.undo', { drivers: true }).begin(async (turn) => {
  const key = turn.nextKey();
  const decision = await turn.rooms.circulation.undoLast({ staffId: staffOf(turn) }, { key });
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal));
  const { operation, title, copyCode, copyState, patronId } = decision.value;
  const subject = copyCode ?? patronId ?? operation;
  await auditOnce(turn.rooms.database, { action: 'undo', subject }, { key, now: turn.now, actor: turn.person.accountId });
  return turn.say((w) => w.undone(operation, { title, copyCode }, copyState));
});

/** So many lines of the log are read at once. */
const mostLines = 8;

const timeOf = ({ at }: LoggedAct): string => localTimeOf(momentFrom(at)).toPlainTime().toString();

/** "Catatan hari ini": what who writes did today, newest first. */
export const deskLog = deskDialogue('staff.desk_log', { drivers: true }).begin(async (turn) => {
  const since = momentOf(turn.today.toPlainDateTime());
  const acts = await turn.rooms.circulation.deskLog({ staffId: staffOf(turn), since });
  if (acts.length === 0) return turn.say((w) => w.nothingDone);
  const lines = acts.slice(0, mostLines).map((act) => turn.words((w, f) => w.logLine(act, f.time(timeOf(act)))));
  return turn.say((w) =>
    w.log(
      lines,
      acts.length - lines.length,
      acts.some(({ undoable }) => undoable),
    ),
  );
});
