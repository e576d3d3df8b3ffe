import { blocksOf } from '#conversation/say.ts';
import { intentLabels } from '#conversation/intent-labels.ts';
import type { Progress, Runner } from '#conversation/running.ts';
import type { MenuOption, OpenQuestion } from '#conversation/state.ts';
import { conversationWords } from '#conversation/words.ts';
import { momentText } from '#shared/day.ts';
import { randomCode } from '#shared/ids.ts';
import type { Understood } from '#understanding/understanding.ts';

// The fallback ladder (DOMAIN §5): at the first miss two or three guesses, at the second in a row the menu with a person in it.

export const LADDER = 'nav.guess';

export const offerGuesses = (runner: Runner, progress: Progress, understood: Understood): void => {
  const misses = progress.state.misses + 1;
  progress.state = { ...progress.state, misses };
  if (misses > 1 || understood.candidates.length === 0) return offerMenu(runner, progress);
  const { language } = runner.facts;
  const guesses = understood.candidates.slice(0, 3).map(({ intent }) => optionFor(runner, intent, understood));
  const none: MenuOption = { label: conversationWords[language].noneOfThese, value: { intent: 'nav.help', slots: {} } };
  offer(runner, progress, conversationWords[language].guesses, [...guesses, none]);
};

export const offerMenu = (runner: Runner, progress: Progress): void => {
  const intents = ['catalog.search', 'loan.list', 'hold.list', 'info.hours', 'contact.librarian'];
  offer(
    runner,
    progress,
    conversationWords[runner.facts.language].notUnderstood,
    intents.map((intent) => optionFor(runner, intent)),
  );
};

const optionFor = (runner: Runner, intent: string, understood?: Understood): MenuOption => ({
  label: intentLabels[runner.facts.language][intent] ?? intent,
  // as: slots are JSON values
  value: { intent, slots: (understood?.slots ?? {}) as Record<string, string> },
});

const offer = ({ facts, patience }: Runner, progress: Progress, question: string, options: MenuOption[]): void => {
  const expiresAt = momentText(facts.now.add({ minutes: patience.confirmMinutes }));
  const open: OpenQuestion = {
    intent: LADDER,
    version: 1,
    step: 'guessed',
    memory: {},
    slots: {},
    mood: 'list',
    question,
    expiresAt,
    menu: { token: randomCode(8), options, from: 0, expiresAt },
  };
  progress.intent ??= 'unsure';
  progress.asked = true;
  progress.state = { ...progress.state, open };
  progress.blocks.push(...blocksOf(question));
};
