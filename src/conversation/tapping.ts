import { choose, renew } from '#conversation/answering.ts';
import { comeBack, hasExpired, say, words } from '#conversation/routing-context.ts';
import type { Context, Routing } from '#conversation/routing-context.ts';
import { runWish } from '#conversation/running.ts';
import type { Progress } from '#conversation/running.ts';
import type { MenuOption, OpenQuestion } from '#conversation/state.ts';

/** A tapped button: of the question on screen, of the one answered last (the same step with the same key), or of an old one. */
export const routeTap = async (routing: Routing, progress: Progress, token: string): Promise<void> => {
  const context = { routing, progress, text: '' };
  const { open, answered } = progress.state;
  const tapped = open && optionAt(open, token);
  if (open && tapped) return hasExpired(open, routing) ? renew(context, open, words(context).expired) : choose(context, open, tapped);
  const again = answered && optionAt(answered.question, token);
  if (answered && again && isStillMeant(answered.declined, again)) return tapAgain(context, answered.question, again);
  say(context, words(context).staleMenu);
  if (open && !hasExpired(open, routing)) comeBack(context, open);
  else await runWish(routing, progress, { intent: 'nav.help', slots: {} }, '');
};

/** Who declined may decline again; a yes that comes after it is to an old question. */
const isStillMeant = (declined: boolean, { role }: MenuOption): boolean => !declined || role === 'no' || role === 'escape';

const tapAgain = async (context: Context, question: OpenQuestion, option: MenuOption): Promise<void> => {
  const settled = question.mood === 'confirm' && option.role === 'no' && context.progress.state.answered?.declined === false;
  if (settled) return say(context, words(context).alreadyAnswered);
  await choose(context, question, option);
};

const optionAt = (question: OpenQuestion, token: string): MenuOption | undefined => {
  const { menu } = question;
  if (!menu) return undefined;
  if (token === `${menu.token}N`) return { label: '', value: {}, role: 'more' };
  return menu.options.find((_option, at) => token === `${menu.token}${at.toString(36)}`);
};
