import { pageOf } from '#conversation/choices.ts';
import type { Dialogue } from '#conversation/dialogue.ts';
import type { StoredState, TurnEnd } from '#conversation/journal.ts';
import type { Person } from '#conversation/person.ts';
import { replyDraft } from '#conversation/replies.ts';
import type { Rooms } from '#conversation/rooms.ts';
import { routeEvent } from '#conversation/routing-events.ts';
import type { Commands } from '#conversation/routing-events.ts';
import type { Routing } from '#conversation/routing-context.ts';
import type { Progress } from '#conversation/running.ts';
import type { ConversationPolicy } from '#conversation/settings.ts';
import { readState, stateText } from '#conversation/state.ts';
import type { Menu, OpenQuestion } from '#conversation/state.ts';
import { conversationWords } from '#conversation/words.ts';
import { noticeWish } from '#conversation/notice-actions.ts';
import type { OutboxDraft } from '#delivery/outbox.ts';
import type { Language } from '#languages/index.ts';
import type { ChatChannel, Inbound, Outbound, Sender } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Choices } from '#ports/message.ts';
import { localTimeOf, momentText } from '#shared/day.ts';
import type { Understanding } from '#understanding/understanding.ts';

/** What every turn is taken with. */
export interface TurnTaking {
  readonly rooms: Rooms;
  readonly clock: Clock;
  readonly dialogues: ReadonlyMap<string, Dialogue>;
  readonly commands: Commands;
  readonly identify: (sender: Sender) => Promise<Person>;
  readonly understanding: Understanding;
  readonly channels: ReadonlyMap<string, ChatChannel>;
}

export interface TurnTaken {
  readonly state: TurnEnd['state'];
  readonly replies: readonly OutboxDraft[];
  /** an operation ran: others may have to be told */
  readonly operated: boolean;
  readonly intent?: string;
  /** the same message once more, in the asker's private chat */
  readonly privately?: Inbound;
}

/** Longer texts are cut before they are read. */
const MOST_READ = 1000;

/** One turn: reads, runs steps and their operations, and answers what is to be written at its end. Writes nothing itself. */
export const takeTurn = async (
  taking: TurnTaking,
  key: string,
  event: Inbound,
  reading: Promise<StoredState | null>,
): Promise<TurnTaken> => {
  const { rooms, clock } = taking;
  const { sender } = event;
  if (!sender) return { state: null, replies: [], operated: false };
  const [stored, person, policy] = await Promise.all([reading, taking.identify(sender), rooms.policy()]);
  const { state, lost } = readState(stored?.text);
  const progress: Progress = { state, blocks: [] };
  // an answer is answered in the language of its question
  const language = (state.open ? state.language : null) ?? person.language ?? state.language ?? hinted(sender.localeHint);
  if (lost) progress.blocks.push({ b: 'text', text: [conversationWords[language].lostThread] });
  const now = clock.now();
  const routing = routingFor(taking, { event, person, language, policy, now });
  await routeEvent(routing, progress, event, taking.commands);
  const { facts } = routing;
  progress.state = { ...progress.state, language: facts.language };
  const message = compose(taking, routing, progress, event);
  return {
    state: { key, text: stateText(progress.state), expectedRev: stored?.rev ?? 0, expiresAt: momentText(now.add({ hours: 24 * 30 })) },
    replies: message ? [replyDraft(event, message, momentText(now))] : [],
    operated: routing.everOperated(),
    ...(progress.intent ? { intent: progress.intent } : {}),
    ...(progress.invited === 'answer' && person.privateChatId ? { privately: privately(event, person.privateChatId) } : {}),
  };
};

interface Circumstances {
  readonly event: Inbound;
  readonly person: Person;
  readonly language: Language;
  readonly policy: ConversationPolicy;
  readonly now: ReturnType<Clock['now']>;
}

const routingFor = (taking: TurnTaking, { event, person, language, policy, now }: Circumstances): Routing & { everOperated(): boolean } => {
  const { conversation, sender } = event;
  const channel = taking.channels.get(conversation.platform);
  const operated = { count: 0 };
  const routing: Routing & { everOperated(): boolean } = {
    dialogues: taking.dialogues,
    facts: {
      event,
      person,
      now,
      rooms: taking.rooms,
      language,
      keyBase: `${conversation.platform}:${event.eventId}`,
      ordinal: { next: 0 },
      operated,
    },
    identifyAgain: () => (sender ? taking.identify(sender) : Promise.resolve(person)),
    patience: { confirmMinutes: policy.session_timeout_min, formHours: policy.form_timeout_hours },
    deepLink: (payload) => channel?.deepLink(payload) ?? '',
    pageSize: channel?.capabilities.maxChoices ?? 8,
    understand: async (text, open) => {
      const understood = await taking.understanding.understand({
        text: text.slice(0, MOST_READ),
        now: localTimeOf(now),
        language: routing.facts.language,
        ...(open ? { context: contextOf(open) } : {}),
        ...(person.staff ? { role: 'staff' as const } : {}),
      });
      routing.facts = { ...routing.facts, language: understood.language };
      return understood;
    },
    noticeWish: (choice) => noticeWish(taking.rooms.database.sql, person.accountId, now, choice),
    everOperated: () => operated.count > 0,
  };
  return routing;
};

const hinted = (locale: string | undefined): Language => (locale?.toLowerCase().startsWith('en') ? 'en' : 'id');

const contextOf = ({ mood }: OpenQuestion): 'list_shown' | 'confirm_pending' | 'slot_pending' | 'survey_question' =>
  (
    ({ list: 'list_shown', confirm: 'confirm_pending', question: 'slot_pending', form: 'slot_pending', survey: 'survey_question' }) as const
  )[mood];

const compose = (_taking: TurnTaking, { facts, pageSize }: Routing, progress: Progress, event: Inbound): Outbound | null => {
  if (progress.blocks.length === 0) return null;
  const { menu } = progress.state.open ?? {};
  const inGroup = event.conversation.kind !== 'direct';
  return {
    to: event.conversation,
    blocks: progress.blocks,
    ...(menu && progress.asked ? { choices: choicesOf(menu, pageSize, facts.language) } : {}),
    ...(inGroup && event.messageId ? { replyTo: event.messageId } : {}),
    ...(progress.pageTurned && event.type === 'choice' && event.sourceMessageId ? { replace: event.sourceMessageId } : {}),
    urgency: 'reply',
    dedupeKey: `reply:${event.conversation.platform}:${event.eventId}`,
    lang: facts.language,
  };
};

/** Tokens are the menu's own plus the option's place, so that a tap names one option of one question. */
const choicesOf = (menu: Menu, pageSize: number, language: Language): Choices => {
  const options = pageOf(menu, pageSize).map((option) => ({ option, at: menu.options.indexOf(option) }));
  const escape = options.find(({ option }) => option.role === 'escape');
  return {
    options: options
      .filter(({ option }) => option.role !== 'escape')
      .map(({ option, at }) => ({
        id: at < 0 ? `${menu.token}N` : `${menu.token}${at.toString(36)}`,
        label: at < 0 ? conversationWords[language].more : option.label,
        ...(option.role === 'yes' ? { style: 'primary' as const } : {}),
      })),
    ...(escape ? { escape: { id: `${menu.token}${escape.at.toString(36)}`, label: escape.option.label } } : {}),
  };
};

const privately = (event: Inbound, chatId: string): Inbound => ({
  ...event,
  eventId: `${event.eventId}:private`,
  conversation: { platform: event.conversation.platform, chatId, kind: 'direct' },
});
