import type { NoticeKind, NoticeTurn } from '#conversation/clockwork.ts';
import { languages } from '#languages/index.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import type { PatronId, TitleId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { shownMoment } from '../dialogue/held.ts';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import type { ShelfSlip } from '../words/id.ts';

const words = { id, en };

/** The holds a notice is about, as they are when it leaves. */
const stillTrue = async ({ subjects, patronId, rooms }: NoticeTurn, status: HoldRecord['status']): Promise<readonly HoldRecord[]> => {
  // as: subjects are those the jobs handed over, and so is the patron
  const told = new Set(subjects.map((subject) => (subject as { readonly holdId: string }).holdId));
  const holds = await rooms.library.holdsOf(patronId as PatronId);
  return holds.filter((hold) => hold.status === status && told.has(hold.id));
};

const titlesOf = async ({ subjects, rooms }: NoticeTurn): Promise<readonly string[]> =>
  // as: subjects are those the jobs handed over
  (await rooms.library.titles(subjects.map((subject) => (subject as { readonly titleId: TitleId }).titleId))).map(({ title }) => title);

const shelfSlips = async ({ rooms }: NoticeTurn, holds: readonly HoldRecord[]): Promise<readonly ShelfSlip[]> => {
  const { calendarOf } = await rooms.rules();
  return holds.map(({ title, pickupName: place, pickupPlace, copyCode: code, deadlineOn: deadline, visitStart }) => {
    const closing = deadline === null ? null : calendarOf(pickupPlace).closingTimeOn(Temporal.PlainDate.from(deadline));
    const until = visitStart === null ? (closing?.toString({ smallestUnit: 'minute' }) ?? null) : null;
    return { title, place, code, deadline, until };
  });
};

/** A notice about titles whose holds have ended. */
const ended = (kind: string, sentence: 'expired' | 'lapsed' | 'unfillable'): NoticeKind => ({
  kind,
  topic: 'holds',
  compose: async (notice) => {
    const titles = await titlesOf(notice);
    const { language } = notice;
    return titles.length === 0 ? null : { say: words[language][sentence](titles, languages[language].format) };
  },
});

/** A notice about books on the hold shelf. */
const kept = (kind: string, sentence: 'ready' | 'lapsing'): NoticeKind => ({
  kind,
  topic: 'holds',
  compose: async (notice) => {
    const holds = await stillTrue(notice, 'ready');
    const { language } = notice;
    return holds.length === 0
      ? null
      : {
          say: words[language][sentence](await shelfSlips(notice, holds), languages[language].format),
          actions: holds.flatMap((hold) => cancelAction(notice, hold, sentence)),
        };
  },
});

const cancelAction = ({ language }: NoticeTurn, hold: HoldRecord, sentence: 'ready' | 'lapsing') =>
  sentence === 'lapsing' ? [{ label: words[language].cancelAction(hold.title), intent: 'hold.cancel', slots: { hold_id: hold.id } }] : [];

const passedOn: NoticeKind = {
  kind: 'HOLD_PASSED_ON',
  topic: 'holds',
  compose: async (notice) => {
    const holds = await stillTrue(notice, 'suspended');
    const { language } = notice;
    const lines = holds.map(({ title, suspendedUntil: until }) => ({ title, until }));
    return lines.length === 0 ? null : { say: words[language].passedOn(lines, languages[language].format) };
  },
};

/** R4: after the longest suspension the reader decides; without an answer the hold lapses. */
const stillWanted: NoticeKind = {
  kind: 'HOLD_STILL_WANTED',
  topic: 'holds',
  compose: async (notice) => {
    const holds = await stillTrue(notice, 'suspended');
    const { language } = notice;
    const w = words[language];
    if (holds.length === 0) return null;
    return {
      say: w.stillWanted(
        holds.map(({ title, deadlineOn: deadline }) => ({ title, deadline })),
        languages[language].format,
      ),
      actions: holds.flatMap(({ id: holdId, title }) => [
        { label: w.resumeAction(title), intent: 'hold.resume', slots: { hold_id: holdId } },
        { label: w.cancelAction(title), intent: 'hold.cancel', slots: { hold_id: holdId } },
      ]),
    };
  },
};

/** R14: says where it goes now, and offers the first branch instead. */
const rerouted: NoticeKind = {
  kind: 'HOLD_REROUTED',
  topic: 'holds',
  compose: async (notice) => {
    // as: subjects are those the job handed over, and so is the patron
    const told = new Set(notice.subjects.map((subject) => (subject as { readonly holdId: string }).holdId));
    const holds = (await notice.rooms.library.holdsOf(notice.patronId as PatronId)).filter((hold) => told.has(hold.id));
    if (holds.length === 0) return null;
    const { language, now, rooms } = notice;
    const w = words[language];
    const [branch] = await rooms.library.pickupPlaces();
    const lines = holds.map(({ title, pickupName: place, visitStart }) => ({
      title,
      place,
      visit: visitStart !== null && Temporal.Instant.compare(Temporal.Instant.from(visitStart), now) > 0 ? shownMoment(visitStart) : null,
    }));
    return {
      say: w.rerouted(lines, languages[language].format),
      actions: branch
        ? holds
            .filter(({ status }) => status !== 'ready' && status !== 'in_transit')
            .map(({ id: holdId, title }) => ({
              label: w.moveAction(title, branch.name),
              intent: 'hold.change_pickup',
              slots: { hold_id: holdId, branch: branch.id },
            }))
        : [],
    };
  },
};

export const notices: readonly NoticeKind[] = [
  kept('HOLD_READY', 'ready'),
  kept('HOLD_LAPSING', 'lapsing'),
  ended('HOLD_EXPIRED', 'expired'),
  ended('HOLD_LAPSED', 'lapsed'),
  ended('HOLD_UNFILLABLE', 'unfillable'),
  passedOn,
  stillWanted,
  rerouted,
];
