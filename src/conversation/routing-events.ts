import { followNotice } from '#conversation/answering.ts';
import { resumeInterrupted, routeText } from '#conversation/routing.ts';
import type { Routing } from '#conversation/routing-context.ts';
import { runStep, runWish } from '#conversation/running.ts';
import type { Progress } from '#conversation/running.ts';
import { routeTap } from '#conversation/tapping.ts';
import type { Command } from '#conversation/service.ts';
import type { Wish } from '#conversation/state.ts';
import { conversationWords } from '#conversation/words.ts';
import type { Inbound } from '#ports/chat-channel.ts';

/** Tokens of buttons under notices begin so; they are kept apart from the dialogue's own menu. */
export const NOTICE_TOKEN = 'n_';

export type Commands = ReadonlyMap<string, Command>;

export const routeEvent = async (routing: Routing, progress: Progress, event: Inbound, commands: Commands): Promise<void> => {
  await routeByKind(routing, progress, event, commands);
  resumeInterrupted(routing, progress);
};

/** Each kind of event on its way; what carries no words for us is left without an answer. */
const routeByKind = async (routing: Routing, progress: Progress, event: Inbound, commands: Commands): Promise<void> => {
  switch (event.type) {
    case 'text':
      return routeText(routing, progress, event.text);
    case 'command':
      return routeCommand(routing, progress, event, commands);
    case 'choice':
      if (event.token.startsWith(NOTICE_TOKEN) && (await followNotice(routing, progress, { token: event.token }))) return;
      return routeTap(routing, progress, event.token);
    case 'location':
      return routeLocation(routing, progress, event);
    case 'media':
      if (isFileFromStaff(routing, event)) return runWish(routing, progress, fileWish(event), event.caption ?? '');
      if (event.caption?.trim()) return routeText(routing, progress, event.caption);
      progress.blocks.push({ b: 'text', text: [conversationWords[routing.facts.language].textOnly] });
      return;
    case 'contact':
      progress.blocks.push({ b: 'text', text: [conversationWords[routing.facts.language].textOnly] });
      return;
    case 'reaction':
    case 'membership':
    case 'edited':
      return;
  }
};

/** A file that staff send is meant to be imported; from readers no file is taken. */
const isFileFromStaff = ({ facts }: Routing, event: Inbound & { type: 'media' }): boolean =>
  event.kind === 'document' && event.ref !== undefined && facts.person.staff !== null && event.conversation.kind === 'direct';

const fileWish = ({ ref, name }: Inbound & { type: 'media' }): Wish => ({
  intent: 'staff.import',
  slots: { ref: ref ?? '', ...(name ? { name } : {}) },
});

const routeCommand = async (
  routing: Routing,
  progress: Progress,
  event: Inbound & { type: 'command' },
  commands: Commands,
): Promise<void> => {
  const command = commands.get(event.name.toLowerCase());
  const args = event.args.trim();
  if (!command) return routeText(routing, progress, `${event.name} ${args}`.trim());
  await runWish(routing, progress, { intent: command.intent, slots: command.slot && args ? { [command.slot]: args } : {} }, args);
};

const routeLocation = async (routing: Routing, progress: Progress, { lat, lng }: Inbound & { type: 'location' }): Promise<void> => {
  const { open } = progress.state;
  if (open?.mood === 'form') return runStep(routing, progress, open, { text: '', understood: null, location: { lat, lng } });
  await runWish(routing, progress, { intent: 'van.nearest_stop', slots: { lat, lng } }, '');
};
