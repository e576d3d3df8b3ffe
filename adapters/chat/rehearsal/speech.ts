import type { NameMatch, Names } from '#ports/names.ts';
import { localTimeOf, type Temporal } from '#shared/day.ts';
import { readDate, type DateReading } from '#understanding/dates/read-date.ts';
import type { GivenNames, Request } from './protocol.ts';
import type { Hint, Program, Recognised, Recogniser } from './rehearsed-app.ts';
import type { World } from './world/world.ts';

/** Understanding without a conversation: what a sentence or a date would be taken for. */
export interface Speech {
  understand(request: Request<'understand'>, now: Temporal.Instant): Promise<Recognised>;
  date(request: Request<'date'>): Promise<DateReading>;
}

const contexts = ['list_shown', 'confirm_pending', 'slot_pending', 'survey_question'] as const;

const hintOf = (request: Request<'understand'>, now: Temporal.Instant): Hint => {
  const context = contexts.find((known) => known === request.context);
  return {
    text: request.text,
    now: localTimeOf(request.ref ?? now),
    ...(context === undefined ? {} : { context }),
    ...(request.role === 'staff' ? { role: 'staff' as const } : {}),
  };
};

const namesInWorld = (world: World): GivenNames => ({
  titles: world.items.map((item) => item.title),
  authors: [...new Set(world.items.map((item) => item.author).filter((author) => author !== ''))],
  events: world.events.map((event) => event.title),
  van_places: world.van_stops.map((stop) => stop.name),
});

/** Days and numbers inside a title or a place are no dates; a single word that is both stays a date. */
const hidesDates =
  (text: string) =>
  (match: NameMatch): boolean =>
    match.closeness >= 0.95 && /[\s\d]/.test(text.slice(match.start, match.end));

/** Answers from the world's names until a request brings others; those stay until the next ones or the next world. */
export const createSpeech = (program: Program, recogniser: Recogniser, world: World): Speech => {
  const lookUp = ({ van_places: places, ...given }: GivenNames): Names => program.namesOf({ ...given, places });
  let names: Names | undefined;
  let current = recogniser;
  const adopt = (given: GivenNames | null | undefined): void => {
    if (given === null || given === undefined) return;
    names = lookUp(given);
    current = program.recogniserWith(names);
  };
  return {
    understand: (request, now) => {
      adopt(request.lexicon);
      return current.understand(hintOf(request, now));
    },
    date: async (request) => {
      adopt(request.lexicon);
      names ??= lookUp(namesInWorld(world));
      const masked = (await names.find(request.text)).filter(hidesDates(request.text));
      return readDate(request.text, localTimeOf(request.ref), { masked });
    },
  };
};
