import type { ActName, Event } from './events.ts';
import type { CopyRow, HoldRow, LibraryRows, LoanRow } from './rows.ts';

// Of four readers and five copies few pairs have to do with each other: most acts would only be refused.

type Names = Pick<Event, 'reader' | 'title' | 'copy'>;

const namesOf = ({ patronId: reader, titleId: title, copyCode: copy }: HoldRow | LoanRow): Partial<Names> => ({
  reader,
  title,
  ...(copy === null ? {} : { copy }),
});

const holdsThat = ({ holds }: LibraryRows, ...states: readonly string[]) =>
  holds.filter(({ status }) => states.includes(status)).map(namesOf);
const openLoans = ({ loans }: LibraryRows) => loans.filter(({ openMark }) => openMark === 1).map(namesOf);
const copiesThat = ({ copies }: LibraryRows, ...states: readonly string[]) =>
  copies.filter(({ status }) => states.includes(status)).map(({ code: copy }: CopyRow): Partial<Names> => ({ copy }));

/** Whom or what an act is mostly about. */
const targets = (act: ActName, rows: LibraryRows): readonly Partial<Names>[] => {
  switch (act) {
    case 'cancel':
      return holdsThat(rows, 'waiting', 'suspended', 'allocated', 'in_transit', 'ready');
    case 'suspend':
    case 'moveElsewhere':
      return holdsThat(rows, 'waiting', 'allocated', 'in_transit');
    case 'resume':
      return holdsThat(rows, 'suspended');
    case 'lend':
      return holdsThat(rows, 'ready', 'allocated');
    case 'renew':
    case 'claim':
    case 'reportLost':
    case 'takeBack':
    case 'replace':
      return openLoans(rows);
    case 'takeBackCopy':
      return copiesThat(rows, 'on_loan', 'in_transit', 'releasing', 'missing');
    case 'capture':
      return copiesThat(rows, 'allocated');
    case 'found':
      return copiesThat(rows, 'missing', 'lost', 'claimed_returned', 'damaged');
    default:
      return [];
  }
};

/** The event about something that is there, where it is aimed and there is something. */
export const aim = (rows: LibraryRows, event: Event): Event => {
  const found = event.aimed ? targets(event.act, rows) : [];
  return { ...event, ...found[event.days % Math.max(1, found.length)] };
};
