import { accountIdOf } from '#conversation/person.ts';
import type { Platform } from '#ports/chat-channel.ts';
import type { AccountId } from '#shared/ids.ts';

/** The platform of a chat whose id names none. */
export const OWN_PLATFORM = 'rehearsal';

/** Where a chat id of a world is: a person's private chat on one platform, or a group. */
export interface ChatPlace {
  readonly chatId: string;
  readonly platform: string;
  readonly kind: 'direct' | 'group';
  /** whose private chat it is */
  readonly user: string | null;
}

/** "private:P1" is on our own platform, "private:P1@telegram" on that one; any other id is a group. */
export const placeOf = (chatId: string, groups: readonly { readonly id: string; readonly platform?: string | undefined }[]): ChatPlace => {
  const person = /^private:(.+)$/.exec(chatId)?.[1];
  if (person === undefined) {
    const platform = groups.find((group) => group.id === chatId)?.platform ?? OWN_PLATFORM;
    return { chatId, platform, kind: 'group', user: null };
  }
  const at = person.lastIndexOf('@');
  if (at <= 0) return { chatId, platform: OWN_PLATFORM, kind: 'direct', user: person };
  return { chatId, platform: person.slice(at + 1), kind: 'direct', user: person.slice(0, at) };
};

/** The id of the private chat of a platform's user. */
export const privateChatOf = (platform: string, user: string): string =>
  platform === OWN_PLATFORM ? `private:${user}` : `private:${user}@${platform}`;

/** The key under which a platform's user has an account. */
export const accountOf = (platform: string, user: string): AccountId =>
  // as: a world names its platforms; nothing else decides what one is called
  accountIdOf({ platform: platform as Platform, accountId: user });
