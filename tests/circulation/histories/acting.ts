import { savePolicy } from '#circulation/library-rules-writing.ts';
import type { Database } from '#database/database.ts';
import { localTimeOf, Temporal } from '#shared/day.ts';
import type { HoldId, LoanId, StaffId } from '#shared/ids.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary, titleId } from '../small-library.ts';
import { type Event, people, shelves, type Terms, titles } from './events.ts';

/** What an operation answered, as far as every operation answers alike. */
export interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly refusal?: { readonly reason: string };
}

/** One act of an event, ready to be done under any key; null where the event only lets time pass. */
export type Call = (key: string) => Promise<Answer>;

// as: a made-up id of the tests
export const staffId = 'tuti' as StaffId;

/** Children before what they point at. */
const tables = [
  ...['OperationOutcome', 'DeskAct', 'NoticeSent', 'Setting', 'CalendarDay', 'CirculationRule'],
  ...['Fine', 'Loan', 'Hold', 'Copy', 'Title', 'Patron', 'Branch'],
];

/** A library with the readers and shelves of all histories; what an earlier history left in the database is removed. */
export const historicLibrary = async (database: Database, terms: Terms): Promise<SmallLibrary> => {
  for (const table of tables) await database.sql.run(`DELETE FROM "${table}"`);
  const library = await smallLibrary(database);
  await library.addPatrons(...people);
  for (const title of titles) await library.addTitle(title, shelves[title]);
  const policy = {
    max_holds: terms.maxHolds,
    max_renewals: terms.maxRenewals,
    renew_window_days: terms.renewWindowDays,
    overdue_renewal: terms.overdueRenewal,
    due_mode: terms.dueMode,
    missed_pickup: terms.missedPickup,
  };
  await savePolicy(database, policy, library.clock.now());
  return library;
};

interface IdRow {
  readonly id: string;
}

const livingHold = async ({ database: { sql } }: SmallLibrary, { reader, title }: Event): Promise<HoldId> => {
  const text = 'SELECT "id" FROM "Hold" WHERE "patronId" = ? AND "titleId" = ? AND "liveMark" = 1';
  // as: the id of a hold, or one that nobody has
  return ((await sql.all<IdRow>(text, [reader, title]))[0]?.id ?? 'none') as HoldId;
};

/** A reader may have both copies of a title: the one with the lower code is meant. */
const openLoan = async ({ database: { sql } }: SmallLibrary, { reader, title }: Event): Promise<LoanId> => {
  const text = 'SELECT "id" FROM "Loan" WHERE "patronId" = ? AND "titleId" = ? AND "openMark" = 1 ORDER BY "copyCode"';
  // as: the id of a loan, or one that nobody has
  return ((await sql.all<IdRow>(text, [reader, title]))[0]?.id ?? 'none') as LoanId;
};

const dayIn = ({ clock }: SmallLibrary, days: number): string => localTimeOf(clock.now()).toPlainDate().add({ days }).toString();

const readerCall = async (library: SmallLibrary, event: Event): Promise<Call | null> => {
  const { circulation } = library;
  const own = { patronId: patronId(event.reader) };
  const hold = { ...own, holdId: await livingHold(library, event) };
  const loan = { ...own, loanId: await openLoan(library, event) };
  const until = event.days === 0 ? null : dayIn(library, event.days);
  switch (event.act) {
    case 'place':
      return (key) => circulation.placeHold({ ...own, titleId: titleId(event.title), pickupPlace: event.place }, { key });
    case 'cancel':
      return (key) => circulation.cancelHold(hold, { key });
    case 'suspend':
      return (key) => circulation.suspendHold({ ...hold, until }, { key });
    case 'resume':
      return (key) => circulation.resumeHold(hold, { key });
    case 'moveElsewhere':
      return (key) => circulation.changePickup({ ...hold, pickupPlace: event.place }, { key });
    case 'renew':
      return (key) => circulation.renew(loan, { key });
    case 'claim':
      return (key) => circulation.claimReturned(loan, { key });
    case 'reportLost':
      return (key) => circulation.reportLost(loan, { key });
    default:
      return null;
  }
};

const closeDay =
  ({ circulation }: SmallLibrary, day: string): Call =>
  async (key) => {
    const { closed } = await circulation.changeCalendar({ days: [{ day, kind: 'closed', reason: 'Banjir' }] }, { key });
    return { ok: true, value: await circulation.moveDatesPastClosures(closed, { key }) };
  };

const deskCall = (library: SmallLibrary, event: Event): Call | null => {
  const { circulation } = library;
  const card = `K-${event.reader}`;
  const copy = copyCode(event.copy);
  switch (event.act) {
    case 'lend':
      return (key) => circulation.checkOut({ copyOrTitle: event.title, card }, { key, staffId });
    case 'lendCopy':
      return (key) => circulation.checkOut({ copyOrTitle: event.copy, card }, { key, staffId });
    case 'takeBack':
      return (key) => circulation.checkIn({ copyOrTitle: event.title }, { key, staffId });
    case 'takeBackCopy':
      return (key) => circulation.checkIn({ copyOrTitle: event.copy }, { key, staffId });
    case 'capture':
      return (key) => circulation.confirmCapture({ copyCode: copy }, { key, staffId });
    case 'missing':
      return (key) => circulation.reportMissing({ copyCode: copy }, { key, staffId });
    case 'lost':
    case 'damaged':
    case 'found': {
      const verdict = event.act;
      return (key) => circulation.judgeCopy({ copyCode: copy, verdict }, { key, staffId });
    }
    case 'replace':
      return (key) => circulation.acceptReplacement({ copyCode: copy, newCode: null }, { key, staffId });
    case 'undo':
      return (key) => circulation.undoLast({ staffId }, { key });
    case 'close':
      return closeDay(library, dayIn(library, event.days));
    default:
      return null;
  }
};

/** The act of an event, about the rows that are meant now. */
export const callOf = async (library: SmallLibrary, event: Event): Promise<Call | null> =>
  deskCall(library, event) ?? (await readerCall(library, event));

/** The wall clock after an event: a day's work begins at nine, an evening is after closing time. */
export const clockAfter = (local: string, { act, days }: Pick<Event, 'act' | 'days'>): string => {
  const [day = '', time = ''] = local.split('T');
  if (act === 'evening') return `${day}T${time > '17:00' ? time : '17:00'}`;
  if (act !== 'wait') return local;
  return `${Temporal.PlainDate.from(day)
    .add({ days: Math.max(1, days) })
    .toString()}T09:00`;
};

/** What time alone changes; doing it again must change nothing. */
export const runJobs = async ({ circulation }: SmallLibrary): Promise<void> => {
  await circulation.expireHolds();
  await circulation.resumeHolds();
  await circulation.lapseSuspensions();
  await circulation.endHopelessHolds();
};
