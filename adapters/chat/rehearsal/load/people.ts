import type { Database } from '#database/database.ts';
import { accountOf, placeOf, privateChatOf, OWN_PLATFORM } from '../world/chats.ts';
import type { Preferences } from '../world/people-schema.ts';
import type { World } from '../world/world.ts';
import { insertRows } from './insert-rows.ts';

/** What a consent of a made-up person says it consented to. */
const CONSENT_VERSION = 'rehearsal';

interface PlatformUser {
  readonly platform: string;
  readonly user: string;
}

const privatePlace = (chat: string, world: World): PlatformUser => {
  const { platform, user } = placeOf(chat, world.groups);
  return { platform, user: user ?? chat };
};

const linksOf = (world: World) =>
  world.patrons.flatMap((patron) => patron.linked.map((chat) => ({ patronId: patron.id, ...privatePlace(chat, world) })));

const strangersOf = (world: World): readonly PlatformUser[] =>
  world.strangers.map((stranger) =>
    stranger.startsWith('private:') ? privatePlace(stranger, world) : { platform: OWN_PLATFORM, user: stranger },
  );

/** Everybody who ever wrote; one row each, also where somebody is reader and staff at once. */
const accountRows = (world: World, createdAt: string) => {
  const staff = world.staff.map(({ id }) => ({ platform: OWN_PLATFORM, user: id }));
  const users: readonly PlatformUser[] = [...linksOf(world), ...strangersOf(world), ...staff];
  const rows = users.map(({ platform, user }) => ({
    id: accountOf(platform, user),
    platform,
    accountId: user,
    chatId: privateChatOf(platform, user),
    createdAt,
  }));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
};

const linkRows = (world: World, linkedAt: string) =>
  linksOf(world).map(({ patronId, platform, user }, index) => ({
    id: `link-${String(index + 1).padStart(5, '0')}`,
    accountId: accountOf(platform, user),
    patronId,
    linkedAt,
  }));

const preferenceRow = (id: string, prefs: Preferences) => ({
  id,
  language: prefs.language ?? null,
  notices: prefs.notices ?? null,
  screenReader: prefs.screen_reader ?? null,
  noEmoji: prefs.no_emoji ?? null,
  shortReplies: prefs.short_replies ?? null,
  simpleLanguage: prefs.simple_language ?? null,
  largeText: prefs.large_text ?? null,
  numberedMenu: prefs.numbered_menu ?? null,
  altText: prefs.alt_text ?? null,
  voice: prefs.voice ?? null,
});

const preferenceIdOf = (chat: string, world: World): string => {
  const place = placeOf(chat, world.groups);
  return place.user === null ? `group:${place.platform}:${chat}` : `account:${accountOf(place.platform, place.user)}`;
};

const preferenceRows = (world: World) => [
  ...world.patrons.map((patron) => preferenceRow(`patron:${patron.id}`, patron.prefs)),
  ...world.preferences.map(({ chat, ...prefs }) => preferenceRow(preferenceIdOf(chat, world), prefs)),
];

/** Who consented did so to everything a chat needs, from each chat of theirs; a child by the guardian. */
const consentRows = (world: World, givenAt: string) =>
  world.patrons
    .filter((patron) => patron.consent)
    .flatMap((patron) => {
      const accounts = patron.linked.map((chat) => privatePlace(chat, world)).map(({ platform, user }) => accountOf(platform, user));
      return [patron.id, ...accounts].flatMap((subject) =>
        ['link-account', 'reminders', 'announcements'].map((purpose) => ({ subject, purpose })),
      );
    })
    .map(({ subject, purpose }, index) => ({
      id: `consent-${String(index + 1).padStart(5, '0')}`,
      subject,
      purpose,
      version: CONSENT_VERSION,
      textHash: '',
      givenAt,
    }));

const patronRows = (world: World) =>
  world.patrons.map((patron) => ({
    id: patron.id,
    name: patron.name,
    card: patron.card,
    type: patron.type,
    birthOn: patron.birth ?? null,
    guardianId: patron.guardian ?? null,
    status: patron.status,
  }));

const groupRows = (world: World) =>
  world.groups.map((group) => {
    const platform = group.platform ?? OWN_PLATFORM;
    return {
      id: `${platform}:${group.id}`,
      platform,
      chatId: group.id,
      name: group.name,
      membersJson: JSON.stringify(group.members),
      adminsJson: JSON.stringify(group.admins),
      bound: group.bound,
    };
  });

/** Readers, their chats and consents, strangers, staff and groups. */
export const loadPeople = async (database: Database, world: World): Promise<void> => {
  await insertRows(database, 'Patron', patronRows(world));
  await insertRows(database, 'Account', accountRows(world, world.clock));
  await insertRows(database, 'Link', linkRows(world, world.clock));
  await insertRows(database, 'Preference', preferenceRows(world));
  await insertRows(database, 'Consent', consentRows(world, world.clock));
  await insertRows(database, 'StaffMember', world.staff);
  await insertRows(
    database,
    'StaffAccount',
    world.staff.map(({ id }) => ({ accountId: accountOf(OWN_PLATFORM, id), staffId: id })),
  );
  await insertRows(database, 'Group', groupRows(world));
};
