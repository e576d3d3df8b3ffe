import type { IntentId } from '#understanding/intent-ids.ts';
import { isContent } from './unit.ts';
import type { Message } from './message.ts';

const CONVERSATION = new Set(['you', 'who', 'why', 'how', 'when', 'where', 'want', 'please', 'can', 'neg', 'yes', 'no', 'give', 'my']);
const LATIN = /^[\p{Script=Latin}\p{N}' -]+$/u;

const LAUGHS = /^(?:a?(?:wo?k)+(?:wo?|ow?)?|(?:h[aei])+h?|(?:xi)+|lo+l+|(?:ck)+)$/iu;

const isPronounceable = (word: string): boolean =>
  /[aeiou]/iu.test(word) && !/[bcdfghjklmnpqrstvwxz]{5}/iu.test(word) && !/(?:qwe|asd|zxc|jkl|dfg)/iu.test(word) && !LAUGHS.test(word);

/** Nothing was recognised: a few plain words are a title or topic to look for, anything else is not ours. */
export const fallbackIntent = (message: Message): IntentId => {
  const content = message.units.filter((unit) => isContent(unit));
  const unknown = content.filter((unit) => !unit.known && LATIN.test(unit.text) && unit.text.length > 2);
  const talks = message.units.some((unit) => unit.concepts.some((concept) => CONVERSATION.has(concept)));
  // "blah blah blah"
  const repeats = unknown.length > 2 && new Set(unknown.map((unit) => unit.text.toLowerCase())).size === 1;
  const looksLikeTopic =
    unknown.length > 0 && !repeats && content.length <= 4 && !talks && unknown.every((unit) => isPronounceable(unit.text));
  return looksLikeTopic ? 'catalog.search' : 'out_of_scope';
};
