// A conversation as a test: what people write and what they read, word for word, in the form a librarian would write it down.
//
//   Siti: bisa perpanjang?              a person writes privately; names are those of the world
//   Siti [RT 05]: @perpus besok buka?   the same in a group
//   Siti: [Ya]                          taps the newest button of that label; "[Ya] lagi" taps the very same one again
//   Bot: Sudah diperpanjang. …          what is heard in the chat written in last; "…" stands for any words, alone for any lines
//   Bot → Budi: Pesanan Kakak …         what another person hears privately; "Bot [RT 05]:" what a group hears
//   Bot, pesan yang sama: …             a message of before is changed in place
//   — 2 hari kemudian, 08.00 —          also "31 menit kemudian", "3 jam kemudian"; (jam 2026-03-05T08:00) sets the clock
//   (tugas due_reminders)               runs a job
//
// Everything that is heard must be written down; an act with nothing after it is an act that nobody answers.
import { afterAll, afterEach, expect } from 'vitest';
import { wholeProgram } from '#adapters/chat/rehearsal/program.ts';
import type { Message } from '#adapters/chat/rehearsal/protocol.ts';
import type { Sent } from '#adapters/chat/rehearsal/recording.ts';
import { openRehearsedWorld, type RehearsedWorld } from '#adapters/chat/rehearsal/rehearsed-world.ts';
import type { Snapshot } from '#adapters/chat/rehearsal/snapshot/snapshot.ts';
import { createWorldStore } from '#adapters/chat/rehearsal/world-store.ts';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import type { World } from '#adapters/chat/rehearsal/world/world.ts';
import { LIBRARY_ZONE, Temporal } from '#shared/day.ts';
import { createRecordingLog, type RecordingLog } from './recording-log.ts';

export interface Library {
  /** Plays a conversation and compares every word; a mismatch shows the whole conversation as it went. */
  plays(script: string): Promise<void>;
  /** One message by itself, for what cannot be written in a script. */
  says(who: string, text: string, more?: Pick<Message, 'id'>): Promise<readonly Sent[]>;
  /** A file. */
  sends(who: string, file: { readonly name: string; readonly base64: string }): Promise<readonly Sent[]>;
  /** A tap on whatever token. */
  taps(who: string, choice: string): Promise<readonly Sent[]>;
  job(name: string): Promise<readonly Sent[]>;
  snapshot(): Promise<Snapshot>;
  /** what the assistant logged as an error */
  errors(): readonly string[];
}

const store = createWorldStore();
const opened: RehearsedWorld[] = [];
afterEach(async () => {
  for (const world of opened.splice(0)) await world.close();
});
afterAll(() => store.remove());

export const openLibrary = async (given: unknown): Promise<Library> => {
  const read = readWorld(given);
  if (!read.ok) throw new Error(read.error);
  if (read.warnings.length > 0) throw new Error(read.warnings.join('\n'));
  const log = createRecordingLog();
  const rehearsed = await openRehearsedWorld(store, wholeProgram(log), read.world);
  opened.push(rehearsed);
  return libraryOn({ rehearsed, people: peopleOf(read.world), log, offered: [], tapped: new Map(), count: 0 });
};

interface Stage {
  readonly rehearsed: RehearsedWorld;
  readonly people: People;
  readonly log: RecordingLog;
  /** every button offered so far */
  readonly offered: { readonly chat: string; readonly label: string; readonly token: string }[];
  /** the button tapped last, by chat */
  readonly tapped: Map<string, string>;
  count: number;
}

/** Who is called what in scripts, and the private chat each writes in. */
interface People {
  readonly chats: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
}

const peopleOf = (world: World): People => {
  const patrons = world.patrons.flatMap(({ name, linked }): [string, string][] => (linked[0] ? [[name, linked[0]]] : []));
  const others = [...world.strangers.map((id) => ({ id, name: id })), ...world.staff];
  return {
    chats: new Map([...patrons, ...others.map(({ id, name }): [string, string] => [name, `private:${id}`])]),
    groups: new Map(world.groups.map(({ id, name }) => [name, id])),
  };
};

const libraryOn = (stage: Stage): Library => ({
  plays: (script) => play(stage, script),
  says: (who, text, more) => send(stage, { who, group: null }, { text, ...more }),
  sends: (who, file) => send(stage, { who, group: null }, { attachment: { kind: 'file', ...file } }),
  taps: (who, choice) => send(stage, { who, group: null }, { choice }),
  job: async (name) => noting(stage, await stage.rehearsed.runJob(name)),
  snapshot: () => stage.rehearsed.snapshot(),
  errors: () =>
    stage.log.entries
      .filter(({ level }) => level === 'error')
      .map(({ event, fields }) => `${event} ${fields.error instanceof Error ? (fields.error.stack ?? fields.error.message) : ''}`),
});

interface Place {
  readonly who: string | null;
  readonly group: string | null;
}

type Line =
  | { readonly act: 'say' | 'tap' | 'tap-again'; readonly place: Place; readonly text: string; readonly written: string }
  | { readonly act: 'clock'; readonly text: string; readonly written: string }
  | { readonly act: 'job'; readonly text: string; readonly written: string }
  | { readonly act: 'hear'; readonly place: Place; readonly text: string; readonly written: string };

const play = async (stage: Stage, script: string): Promise<void> => {
  const expected: string[] = [];
  const actual: string[] = [];
  let lines = readScript(script, stage.people);
  let here: Place = { who: null, group: null };
  while (lines.length > 0) {
    const [first, ...rest] = lines;
    if (!first || first.act === 'hear') throw new Error(`nobody has done anything before: ${first?.written}`);
    const next = rest.findIndex(({ act }) => act !== 'hear');
    const heard = next < 0 ? rest : rest.slice(0, next);
    lines = next < 0 ? [] : rest.slice(next);
    if ('place' in first) here = first.place;
    const sent = await perform(stage, first);
    expected.push(first.written, ...heard.map(({ written }) => written));
    actual.push(first.written, ...asHeard(stage.people, here, heard, sent));
  }
  const errors = libraryOn(stage).errors();
  expect([...actual, ...errors].join('\n')).toBe(expected.join('\n'));
};

const readScript = (script: string, people: People): readonly Line[] => {
  const lines: Line[] = [];
  for (const raw of script
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)) {
    const line = readLine(raw, people);
    const before = lines.at(-1);
    if (line) lines.push(line);
    else if (before) lines.splice(-1, 1, { ...before, text: `${before.text}\n${raw}`, written: `${before.written}\n${raw}` });
    else throw new Error(`"${raw}" begins with no name of this world`);
  }
  return lines;
};

const readLine = (written: string, people: People): Line | null => {
  const job = /^\(tugas (\w+)\)$/.exec(written);
  if (job) return { act: 'job', text: job[1] ?? '', written };
  if (/^\(jam .+\)$|^— .+ —$/.test(written)) return { act: 'clock', text: written, written };
  const [, speaker = '', to, group, text = ''] = /^([^:→[\]]+?)(?: → ([^:[\]]+?))?(?: \[([^\]]+)\])?:(?: (.*))?$/.exec(written) ?? [];
  const place = { who: to ?? null, group: group ?? null };
  if (speaker === 'Bot' || speaker === SAME_MESSAGE) return { act: 'hear', place, text, written };
  if (!people.chats.has(speaker)) return null;
  const tap = /^\[(.+)\]( lagi)?$/.exec(text);
  return { act: tap ? (tap[2] ? 'tap-again' : 'tap') : 'say', place: { ...place, who: speaker }, text: tap?.[1] ?? text, written };
};

const SAME_MESSAGE = 'Bot, pesan yang sama';

const perform = async (stage: Stage, line: Line): Promise<readonly Sent[]> => {
  if (line.act === 'job') return noting(stage, await stage.rehearsed.runJob(line.text));
  if (line.act === 'clock') {
    stage.rehearsed.moveClock(laterThan(stage.rehearsed.now(), line.text));
    return [];
  }
  if (line.act === 'say' || line.act === 'hear') return send(stage, line.place, { text: line.text });
  const chat = chatOf(stage.people, line.place);
  const newest = stage.offered.findLast((one) => one.chat === chat && one.label === line.text)?.token;
  const token = line.act === 'tap' ? newest : stage.tapped.get(chat);
  if (token === undefined) throw new Error(`no message here has the button "${line.text}"`);
  stage.tapped.set(chat, token);
  return send(stage, line.place, { choice: token });
};

const laterThan = (now: Temporal.Instant, written: string): Temporal.Instant => {
  const local = now.toZonedDateTimeISO(LIBRARY_ZONE);
  const set = /\(jam (.+)\)/.exec(written)?.[1];
  if (set) return Temporal.PlainDateTime.from(set).toZonedDateTime(LIBRARY_ZONE).toInstant();
  const [, count, unit = '', time] = /^— (\d+) (menit|jam|hari) kemudian(?:, (\d\d\.\d\d))? —$/.exec(written) ?? [];
  const units = { menit: 'minutes', jam: 'hours', hari: 'days' } as const;
  // as: the pattern lets no other unit through
  const name = units[unit as keyof typeof units];
  if (!name) throw new Error(`"${written}" is no time`);
  const moved = local.add({ [name]: Number(count) });
  return (time ? moved.withPlainTime(time.replace('.', ':')) : moved).toInstant();
};

const chatOf = (people: People, { who, group }: Place): string => {
  const chat = group === null ? people.chats.get(who ?? '') : (people.groups.get(group) ?? group);
  if (chat === undefined) throw new Error(`nobody here is called "${who}"`);
  return chat;
};

const userOf = (privateChat: string): string => privateChat.replace(/^private:/, '').replace(/@[^@]*$/, '');

const send = async (stage: Stage, place: Place, content: Partial<Message>): Promise<readonly Sent[]> => {
  const own = stage.people.chats.get(place.who ?? '');
  if (own === undefined) throw new Error(`nobody here is called "${place.who}"`);
  stage.count += 1;
  const message: Message = { id: `m${stage.count}`, chat: chatOf(stage.people, place), from: userOf(own), ...content };
  const wrong = stage.rehearsed.faultIn(message);
  if (wrong !== null) throw new Error(wrong);
  return noting(stage, (await stage.rehearsed.send(message)).out);
};

const noting = (stage: Stage, sent: readonly Sent[]): readonly Sent[] => {
  for (const { chat, choices } of sent) stage.offered.push(...choices.map((choice) => ({ chat, ...choice })));
  return sent;
};

/** What was heard, in the words of the script where those allow for it. */
const asHeard = (people: People, here: Place, expected: readonly Line[], sent: readonly Sent[]): readonly string[] => {
  const left = [...sent];
  const heard = expected.flatMap((line) => {
    if (line.act !== 'hear') return [];
    const at = left.findIndex((one) => headOf(people, here, one) === line.written.slice(0, line.written.indexOf(':')));
    const [one] = at < 0 ? [] : left.splice(at, 1);
    return one === undefined ? [] : [fits(line.text, one.text) ? line.written : written(people, here, one)];
  });
  return [...heard, ...left.map((one) => written(people, here, one))];
};

const headOf = ({ chats, groups }: People, here: Place, { chat, to, edits }: Sent): string => {
  const bot = edits === undefined ? 'Bot' : SAME_MESSAGE;
  const named = (wanted: (chat: string) => boolean): string => [...chats].find(([, own]) => wanted(own))?.[0] ?? '?';
  const group = [...groups].find(([, id]) => id === chat)?.[0];
  const person = to === undefined ? '' : ` → ${named((own) => userOf(own) === to)}`;
  if (group !== undefined) return here.group === group && person === '' ? bot : `${bot}${person} [${group}]`;
  const who = named((own) => own === chat);
  return here.group === null && here.who === who ? bot : `${bot} → ${who}`;
};

const written = (people: People, here: Place, sent: Sent): string => `${headOf(people, here, sent)}: ${linesOf(sent.text).join('\n')}`;

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const fits = (pattern: string, text: string): boolean => {
  const anyLines = (line: string): string => (line === '…' ? '[\\s\\S]*' : line.split('…').map(literally).join('.*'));
  const whole = linesOf(pattern).map(anyLines).join('\n').replaceAll('\n[\\s\\S]*', '(?:\n[\\s\\S]*)?');
  return new RegExp(`^${whole}$`).test(linesOf(text).join('\n'));
};

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
