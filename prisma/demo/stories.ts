import { pickupDeadline } from '#domain/circulation/hold-queue.ts';
import type { DemoDays } from './days.ts';
import type { DeskBook } from './desk-book.ts';
import type { DemoMember } from './people.ts';
import type { Shelves } from './shelves.ts';

/** What the stories write into. */
export interface Stage {
  readonly shelves: Shelves;
  readonly days: DemoDays;
  readonly book: DeskBook;
  readonly members: readonly DemoMember[];
}

const pickupDays = 3;
const dueSoon = [2, 3, 1, 0] as const;
const dueAnyTime = [4, 5, 6, 7, 3, 2] as const;

const ready = ({ shelves, days, book }: Stage, patronId: string, titleId: string, readyOn: ReturnType<DemoDays['openAt']>): void => {
  const copy = shelves.take(titleId, 'on_hold_shelf', 'main');
  const deadlineOn = pickupDeadline(readyOn, pickupDays, days.calendar).toString();
  book.hold(patronId, titleId, 'ready', { hoursAgo: 120, copyCode: copy.code, readyOn: readyOn.toString(), deadlineOn });
};

/** The guest: one loan that can be renewed, one that others wait for, one too early to renew; one hold waits, one is ready. */
const guest = (stage: Stage): void => {
  const { book, days } = stage;
  book.lend('guest', 'laskar-pelangi', days.openAt(...dueSoon));
  book.lend('guest', 'laut-bercerita', days.openAt(...dueSoon));
  book.lend('guest', 'sapiens', days.calendar.nextOpenDay(days.today.add({ days: 6 })));
  ready(stage, 'guest', 'filosofi-teras', days.openDayBefore(days.today, 1));
  book.hold('guest', 'atomic-habits', 'waiting', { hoursAgo: 40 });
};

/** Every copy that may travel is out: only then may anybody wait (R1). */
const lendAll = ({ shelves, book, days }: Stage, titleId: string, patronIds: readonly string[]): void => {
  for (const [place, patronId] of patronIds.entries()) {
    if (shelves.free(titleId).length === 0) return;
    book.lend(patronId, titleId, days.openAt(...dueAnyTime.slice(place % 3)));
  }
};

const queues = (stage: Stage): void => {
  const { book, days } = stage;
  lendAll(stage, 'atomic-habits', ['demo-02', 'demo-03', 'demo-04', 'demo-06', 'demo-07', 'demo-08']);
  book.hold('demo-05', 'atomic-habits', 'waiting', { hoursAgo: 70 });
  book.hold('demo-09', 'atomic-habits', 'suspended', { hoursAgo: 30, suspendedUntil: days.today.add({ days: 14 }).toString() });
  book.hold('demo-10', 'atomic-habits', 'waiting', { hoursAgo: 5, pickup: 'cambai' });
  lendAll(stage, 'laut-bercerita', ['demo-09', 'demo-10', 'demo-11', 'demo-12', 'demo-13', 'demo-14']);
  book.hold('demo-15', 'laut-bercerita', 'waiting', { hoursAgo: 50 });
  book.hold('demo-16', 'laut-bercerita', 'waiting', { hoursAgo: 26 });
};

/** Holds on their way, each in another state. */
const holdsUnderWay = (stage: Stage): void => {
  const { shelves, book, days } = stage;
  book.hold('demo-06', 'gadis-kretek', 'allocated', { hoursAgo: 3, copyCode: shelves.take('gadis-kretek', 'allocated', 'main').code });
  book.hold('demo-11', 'bumi', 'allocated', { hoursAgo: 20, pickup: 'cambai', copyCode: shelves.take('bumi', 'allocated', 'main').code });
  book.hold('demo-07', 'cantik-itu-luka', 'in_transit', {
    hoursAgo: 28,
    pickup: 'cambai',
    copyCode: shelves.take('cantik-itu-luka', 'in_transit', 'main').code,
  });
  // This one's last day is the next open day: its reader is about to be reminded.
  ready(stage, 'demo-08', 'negeri-5-menara', days.openDayBefore(days.calendar.nextOpenDay(days.today.add({ days: 1 })), pickupDays));
  // The reader cancelled a book that already stood on the shelf: staff must check it in before it moves on (R2).
  shelves.take('entrok', 'releasing', 'main');
  book.hold('demo-10', 'entrok', 'cancelled', { hoursAgo: 60 });
};

const holdsOfThePast = ({ book }: Stage): void => {
  book.hold('demo-12', 'hujan', 'filled', { hoursAgo: 240 });
  book.hold('demo-13', 'ronggeng-dukuh-paruk', 'expired', { hoursAgo: 300 });
  book.hold('demo-14', 'dari-penjara-ke-penjara', 'unfillable', { hoursAgo: 400 });
};

/** Loans that are late, lost, disputed, or as long as the rules allow. */
const troubledLoans = ({ shelves, book, days }: Stage): void => {
  book.lend('demo-15', 'filosofi-kopi', days.openDayBefore(days.today, 2));
  book.lend('demo-16', 'negeri-para-bedebah', days.openDayBefore(days.today, 9));
  book.lend('demo-17', 'ayat-ayat-cinta', days.openDayBefore(days.today, 80));
  book.lend('demo-18', 'hujan', days.openAt(0, 1, 2));
  book.lend('demo-19', 'bumi-manusia', days.openAt(...dueSoon), { renewals: 1 });
  book.lend('demo-20', 'perahu-kertas', days.openDayBefore(days.today, 5), { status: 'claimed_returned' });
  book.lend('demo-12', 'dari-penjara-ke-penjara', days.openDayBefore(days.today, 60), { status: 'lost' });
  shelves.take('hujan', 'missing');
  shelves.take('bintang', 'damaged');
};

const readers = (members: readonly DemoMember[]): readonly DemoMember[] =>
  members.filter(({ id, status }) => id !== 'guest' && status === 'active');

/** Ordinary days: some more books are out, and many were. Chosen by counting, so that every start looks alike. */
const ordinaryDays = ({ shelves, book, days, members }: Stage, popular: readonly string[]): void => {
  const people = readers(members);
  for (const [place, titleId] of popular.entries()) {
    const patronId = people[(place * 7) % people.length]?.id ?? 'demo-02';
    // One copy stays on the shelf: a demo in which nothing can be borrowed shows nothing.
    if (place % 3 === 0 && shelves.free(titleId).length > 1 && openLoansOf(book, patronId) < 3) {
      book.lend(patronId, titleId, days.openAt(...dueAnyTime.slice(place % 4)));
    }
    for (const [copyPlace, copy] of shelves.free(titleId).entries()) {
      book.returned(
        people[(place + copyPlace) % people.length]?.id ?? 'demo-02',
        copy,
        days.openDayBefore(days.today, 4 + ((place * 5 + copyPlace * 11) % 70)),
      );
    }
  }
};

const openLoansOf = (book: DeskBook, patronId: string): number =>
  book.loans.filter((loan) => loan.patronId === patronId && loan.status === 'open').length;

const children = ({ book, days }: Stage): void => {
  book.lend('demo-26', 'kancil-dan-buaya', days.openAt(...dueAnyTime));
  book.lend('demo-27', 'ensiklopedia-dinosaurus-untuk-anak', days.openAt(...dueSoon));
  book.lend('demo-21', 'harry-potter-dan-batu-bertuah', days.openAt(...dueAnyTime));
};

/** Tells everything once; `popular` are titles of ordinary days, most wanted first. */
export const tellStories = (stage: Stage, popular: readonly string[]): void => {
  guest(stage);
  queues(stage);
  holdsUnderWay(stage);
  holdsOfThePast(stage);
  troubledLoans(stage);
  children(stage);
  const told = new Set(stage.book.holds.filter(({ endedAt }) => endedAt === null).map(({ titleId }) => titleId));
  ordinaryDays(
    stage,
    popular.filter((titleId) => !told.has(titleId)),
  );
};
