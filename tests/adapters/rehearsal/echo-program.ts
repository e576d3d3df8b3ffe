import type { Program, RehearsedApp } from '#adapters/chat/rehearsal/rehearsed-app.ts';
import type { ChatChannel, Inbound } from '#ports/chat-channel.ts';
import type { NameMatch } from '#ports/names.ts';

/** The smallest assistant: it says back what it heard, once, and never in a group that did not call it. */
const echoApp = (channels: readonly ChatChannel[]): RehearsedApp => {
  const heard = new Set<string>();
  const answer = async (channel: ChatChannel, event: Inbound): Promise<void> => {
    if (heard.has(event.eventId) || !event.addressed) return;
    heard.add(event.eventId);
    if (event.type === 'text' && event.text === 'rusak') throw new Error('the assistant broke\nin two lines');
    const words = event.type === 'text' ? event.text : event.type;
    await channel.send({
      to: event.conversation,
      blocks: [{ b: 'text', text: [words] }],
      urgency: 'reply',
      dedupeKey: event.eventId,
      lang: 'id',
    });
  };
  const announce = async (words: string): Promise<void> => {
    for (const channel of channels) {
      await channel.send({
        to: { platform: channel.platform, chatId: 'PKK', kind: 'group' },
        blocks: [{ b: 'text', text: [words] }],
        urgency: 'notice',
        dedupeKey: words,
        lang: 'id',
      });
    }
  };
  return {
    start: async () => {
      for (const channel of channels) await channel.start((event) => answer(channel, event));
    },
    stop: async () => {
      for (const channel of channels) await channel.stop();
    },
    tick: (now) => announce(`tick ${now.toString()}`),
    runJob: (name, now) => announce(`${name} ${now.toString()}`),
    jobNames: ['notices'],
    settled: async () => {},
    lastIntent: (_, eventId) => (heard.has(eventId) ? 'chat.greet' : undefined),
    understanding: { understand: async (hint) => ({ intent: 'chat.greet', slots: { heard: hint.text }, candidates: [], intents: [] }) },
  };
};

const exactly = (text: string, name: string): readonly NameMatch[] => {
  const start = text.toLowerCase().indexOf(name.toLowerCase());
  return start < 0 ? [] : [{ kind: 'title', name, id: null, start, end: start + name.length, closeness: 1 }];
};

/** A program to rehearse the door itself with: no service of the library is in it. */
export const echoProgram: Program = {
  createApp: async ({ channels }) => echoApp(channels),
  namesOf: ({ titles, places }) => ({ find: async (text) => [...titles, ...places].flatMap((name) => exactly(text, name)) }),
  recogniserWith: (names) => ({
    understand: async (hint) => ({
      intent: 'catalog.search',
      slots: { query: (await names.find(hint.text)).map(({ name }) => name) },
      candidates: [],
      intents: [],
    }),
  }),
};
