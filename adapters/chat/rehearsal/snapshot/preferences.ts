import type { Database } from '#database/database.ts';
import type { People } from './people.ts';

type PreferenceRow = NonNullable<Awaited<ReturnType<Database['models']['preference']['findUnique']>>>;

/** What holds for somebody, said or not: what nobody asked for is as the library has it for everybody. */
const preferencesOf = (row: PreferenceRow | undefined) => ({
  language: row?.language ?? 'id',
  notices: row?.notices ?? true,
  screen_reader: row?.screenReader ?? false,
  no_emoji: row?.noEmoji ?? false,
  short_replies: row?.shortReplies ?? false,
  simple_language: row?.simpleLanguage ?? false,
  large_text: row?.largeText ?? false,
  numbered_menu: row?.numberedMenu ?? false,
  alt_text: row?.altText ?? false,
  voice: row?.voice ?? false,
});

/** A row for every reader, and one for each other chat that asked for something. */
export const preferenceRows = async ({ models }: Database, people: People) => {
  const rows = new Map((await models.preference.findMany({ orderBy: { id: 'asc' } })).map((row) => [row.id, row]));
  const patrons = await models.patron.findMany({ where: { status: { not: 'deleted' } }, orderBy: { id: 'asc' }, select: { id: true } });
  const ofPatrons = patrons.map(({ id }) => ({ patron: id, ...preferencesOf(rows.get(`patron:${id}`)) }));
  const others = [...rows.values()].filter((row) => !row.id.startsWith('patron:'));
  return [...ofPatrons, ...others.map((row) => ({ chat: people.chatOf(row.id), ...preferencesOf(row) }))];
};
