import { createChains } from '#conversation/chains.ts';
import type { Journal, Taken, TurnEnd } from '#conversation/journal.ts';
import { createLimits } from '#conversation/limits.ts';
import { accountIdOf } from '#conversation/person.ts';
import { replyDraft } from '#conversation/replies.ts';
import { takeTurn } from '#conversation/taking-turns.ts';
import type { TurnTaken, TurnTaking } from '#conversation/taking-turns.ts';
import { conversationWords } from '#conversation/words.ts';
import type { OutboxDraft } from '#delivery/outbox.ts';
import type { Sender } from '#delivery/sender.ts';
import type { Inbound } from '#ports/chat-channel.ts';
import type { Log } from '#ports/log.ts';
import { momentText } from '#shared/day.ts';
import { randomCode } from '#shared/ids.ts';

// The way of a message: inbox row → acknowledged → one chain per person and chat → a turn → its one closing write → sender.

export interface ConversationOptions extends TurnTaking {
  readonly journal: Journal;
  readonly sender: Sender;
  readonly log: Log;
  readonly limits: { readonly enabled: boolean; readonly mostWaiting: number };
  /** texts of one person that already wait when a turn begins become one */
  readonly joinBursts: boolean;
  /** a turn changed something that others may have to be told of */
  readonly onOperated: () => void;
  readonly onMembership: (event: Inbound & { type: 'membership' }) => Promise<void>;
}

export interface TheConversation {
  receive(event: Inbound): Promise<void>;
  /** answers what was taken in before the program last ended */
  recover(): Promise<number>;
  settled(): Promise<void>;
  lastIntent(platform: string, eventId: string): string | undefined;
}

export const createConversation = (options: ConversationOptions): TheConversation => {
  const { journal, sender, log } = options;
  const limits = createLimits(options.limits.enabled);
  const intents = new Map<string, string>();

  const chains = createChains<Taken>(async (key, first, waiting) => {
    const joined = options.joinBursts ? burst(first, waiting) : [];
    const event = joined.length > 0 ? withText(first.event, [first, ...joined]) : first.event;
    try {
      await answer(key, event, [first.id, ...joined.map(({ id }) => id)]);
    } catch (error) {
      // the inbox row stays; the turn runs again at the next start
      log.error('turn-not-ended', { channel: event.conversation.platform, error });
    }
    return 1 + joined.length;
  });

  const answer = async (key: string, event: Inbound, inboxIds: readonly number[]): Promise<void> => {
    const limited = await limits.check(event);
    if (limited !== 'free')
      return void (await end({ inboxIds, state: null, replies: limited === 'told' ? [plainReply(event, 'tooFast')] : [] }));
    for (let attempt = 0; attempt < 3; attempt++) {
      const taken = await safely(key, event);
      const ended = await end({ inboxIds, state: taken.state, replies: taken.replies });
      if (!ended) continue;
      remember(event, taken.intent);
      if (taken.operated) options.onOperated();
      if (taken.privately) await receive(taken.privately);
      return;
    }
    throw new Error('the conversation changed under three attempts');
  };

  /** A fault is logged once, with an incident id that the person is given. */
  const safely = async (key: string, event: Inbound): Promise<TurnTaken> => {
    try {
      return await takeTurn(options, key, event, journal.stateOf(key));
    } catch (error) {
      const incident = randomCode(6);
      log.error('turn-failed', { channel: event.conversation.platform, incident, error });
      return { state: null, replies: [plainReply(event, 'fault', incident)], operated: false };
    }
  };

  const end = async (turnEnd: TurnEnd): Promise<boolean> => {
    const ended = await journal.endTurn(turnEnd);
    if (ended.saved) sender.offer(ended.rows);
    return ended.saved;
  };

  const plainReply = (event: Inbound, sentence: 'tooFast' | 'fault' | 'busy', incident = ''): OutboxDraft => {
    const words = conversationWords.id;
    const text = sentence === 'fault' ? words.fault(incident) : words[sentence];
    return replyDraft(
      event,
      {
        to: event.conversation,
        blocks: [{ b: 'text', text: [text] }],
        urgency: 'reply',
        dedupeKey: `reply:${event.conversation.platform}:${event.eventId}`,
        lang: 'id',
      },
      momentText(options.clock.now()),
    );
  };

  const remember = (event: Inbound, intent: string | undefined): void => {
    if (intent === undefined) return;
    intents.set(`${event.conversation.platform} ${event.eventId}`, intent);
    if (intents.size > 1000) for (const key of [...intents.keys()].slice(0, 500)) intents.delete(key);
  };

  const receive = async (event: Inbound): Promise<void> => {
    if (event.type === 'membership') return options.onMembership(event);
    if (!event.sender || event.sender.isBot || !event.addressed) return;
    const key = chainKeyOf(event);
    const taken = await journal.takeIn(event, key);
    if (!taken) return;
    if (chains.size >= options.limits.mostWaiting) return void (await shed(taken));
    chains.add(key, taken);
  };

  const shed = ({ id, event }: Taken): Promise<boolean> => end({ inboxIds: [id], state: null, replies: [plainReply(event, 'busy')] });

  return {
    receive,
    recover: async () => {
      const waiting = await journal.unanswered();
      for (const taken of waiting) chains.add(chainKeyOf(taken.event), taken);
      return waiting.length;
    },
    settled: () => chains.settled(),
    lastIntent: (platform, eventId) => intents.get(`${platform} ${eventId}`),
  };
};

/** Dialogue state belongs to person and chat. */
const chainKeyOf = ({ conversation, sender }: Inbound): string =>
  [conversation.platform, conversation.chatId, conversation.threadId ?? '', sender ? accountIdOf(sender) : ''].join('|');

const BURST_MS = 1200;

/** Takes waiting texts that followed within 1.2 s in a direct chat out of the queue (PLATFORMS §9). */
const burst = (first: Taken, waiting: Taken[]): readonly Taken[] => {
  const joined: Taken[] = [];
  let last = first;
  for (let next = waiting[0]; next && joins(last.event, next.event); next = waiting[0]) {
    joined.push(next);
    waiting.shift();
    last = next;
  }
  return joined;
};

const joins = (one: Inbound, next: Inbound): boolean =>
  one.type === 'text' &&
  next.type === 'text' &&
  one.conversation.kind === 'direct' &&
  next.at.epochMilliseconds - one.at.epochMilliseconds <= BURST_MS &&
  !isShortAnswer(next.text) &&
  !isShortAnswer(one.text);

/** Numbers and single words answer a question by themselves. */
const isShortAnswer = (text: string): boolean => !text.trim().includes(' ');

const withText = (event: Inbound, parts: readonly Taken[]): Inbound =>
  event.type === 'text' ? { ...event, text: parts.map((part) => (part.event.type === 'text' ? part.event.text : '')).join('\n') } : event;
