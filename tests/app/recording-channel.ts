import { renderPlainText } from '#delivery/plain-text.ts';
import type { ChatChannel, Inbound, Outbound, Platform, Receive, SendResult } from '#ports/chat-channel.ts';
import { Temporal } from '#shared/day.ts';

export interface RecordingChannel extends ChatChannel {
  /** what each chat was shown, in order */
  readonly shown: { readonly chat: string; readonly text: string; readonly message: Outbound }[];
  /** hands an event over as a platform would; the same event id again is a redelivery */
  says(person: string, text: string, eventId: string): Promise<void>;
  taps(person: string, token: string, eventId: string): Promise<void>;
  /** the next sends end so, one by one */
  readonly results: SendResult[];
}

// as: tests name their own platform
const platform = 'probe' as Platform;

/** A platform that keeps what it is given and fails when it is told to. */
export const createRecordingChannel = (): RecordingChannel => {
  const shown: RecordingChannel['shown'] = [];
  const results: SendResult[] = [];
  let receive: Receive = () => Promise.reject(new Error('not started'));
  const event = (person: string, eventId: string): Omit<Inbound & { type: 'text' }, 'type' | 'text'> => ({
    eventId,
    at: Temporal.Instant.from('2026-03-03T02:00:00Z'),
    conversation: { platform, chatId: person, kind: 'direct' },
    sender: { platform, accountId: person },
    addressed: true,
  });
  return {
    platform,
    capabilities: {
      buttons: true,
      edits: true,
      ephemeral: false,
      startPrivate: true,
      images: true,
      files: true,
      places: true,
      maxChoices: 8,
      maxText: 4000,
    },
    pace: { perSecond: 1000, chatGapMs: 0, groupPerMinute: 1000 },
    listensAlone: false,
    fetchFile: async () => null,
    start: async (take) => {
      receive = take;
    },
    stop: async () => undefined,
    health: () => ({ ok: true }),
    deepLink: (payload) => `probe://${payload}`,
    send: async (message) => {
      const result = results.shift() ?? { ok: true, messageIds: [`m${shown.length + 1}`] };
      if (result.ok) shown.push({ chat: message.to.chatId, text: renderPlainText(message).text, message });
      return result;
    },
    shown,
    results,
    says: (person, text, eventId) => receive({ ...event(person, eventId), type: 'text', text }),
    taps: (person, token, eventId) => receive({ ...event(person, eventId), type: 'choice', token }),
  };
};
