import { conceptsOf } from './concepts.ts';
import type { Message } from './message.ts';
import { type Candidate, type RuleIndex, scoreIntents } from './scoring.ts';
import { isContent, type Unit } from './unit.ts';

/** A stretch of the message that asks for one thing. */
export interface Request {
  readonly units: readonly Unit[];
  readonly candidates: readonly Candidate[];
}

const JOINTS = new Set([
  'dan',
  'serta',
  'sama',
  'sekalian',
  'sekaligus',
  'lalu',
  'terus',
  'kemudian',
  'plus',
  'and',
  'also',
  'then',
  'juga',
  'btw',
  'ngomong-ngomong',
  'langsung',
  'oh',
  'lantas',
  'tapi',
]);
const SOCIAL = new Set(['chat.greet', 'chat.thanks', 'nav.yes', 'nav.no', 'nav.more', 'nav.select', 'nav.cancel', 'nav.help']);
/** A setting may sway the whole by this much before it is more than a setting. */
const SETTING_WEIGHT = 0.6;
/** A stretch counts as a request of its own from this score on; from the lower one where it names what it asks for. */
const CLEAR = 5.2;
const CLEAR_BY_NAME = 4.3;

const clausesOf = (units: readonly Unit[]): readonly (readonly Unit[])[] => {
  const clauses: Unit[][] = [[]];
  let segment = units[0]?.segment ?? 0;
  units.forEach((unit, at) => {
    // A joint joins only where something follows: "biar dapet jadwalnya terus".
    const joins =
      unit.mask === undefined &&
      unit.words.length === 1 &&
      JOINTS.has(unit.words[0] ?? '') &&
      units.slice(at + 1).some((later) => isContent(later));
    // "siap?" asks: the sign belongs to what stands before it.
    const isSign = unit.words.length === 0 && unit.mask === undefined;
    if (!isSign && (unit.segment !== segment || joins) && (clauses.at(-1)?.length ?? 0) > 0) clauses.push([]);
    if (!isSign) segment = unit.segment;
    clauses.at(-1)?.push(unit);
  });
  return clauses.filter((clause) => clause.some((unit) => isContent(unit)));
};

const read = (message: Message, units: readonly Unit[], rules: RuleIndex): Request => ({
  units,
  candidates: scoreIntents(rules, conceptsOf(message, units)),
});

const isClear = ({ units, candidates: [first] }: Request): boolean =>
  first !== undefined &&
  !SOCIAL.has(first.intent) &&
  (first.score >= CLEAR ||
    (first.score >= CLEAR_BY_NAME && units.some((unit) => unit.mask !== undefined && unit.mask !== 'code' && !unit.negated)));

const THINGS = new Set(['van', 'room', 'event', 'card', 'survey']);
/** Only what was asked or wished about is taken up again: "tidak dapat hadir di pelatihan, mohon dibatalkan" is one request. */
const SPEAKS_TO_US = new Set([
  'question',
  'please',
  'want',
  'when',
  'where',
  'what',
  'who',
  'how',
  'howmany',
  'have',
  'search',
  'item_status',
]);
const isThing = (unit: Unit): boolean =>
  !unit.negated && (unit.mask === undefined ? unit.concepts.some((concept) => THINGS.has(concept)) : unit.mask !== 'code');

/** Each stretch read; one that does not say what it is about is read as about what was named before it: "… trus bayar dak?" */
const readAll = (message: Message, clauses: readonly (readonly Unit[])[], rules: RuleIndex): readonly Request[] => {
  let things: readonly Unit[] = [];
  return clauses.map((clause) => {
    const own = read(message, clause, rules);
    const named = clause.filter((unit) => isThing(unit));
    const carried = things;
    if (named.length > 0) things = clause.some((unit) => unit.concepts.some((concept) => SPEAKS_TO_US.has(concept))) ? named : [];
    return named.length > 0 || carried.length === 0 || isClear(own) ? own : read(message, [...carried, ...clause], rules);
  });
};

const joined = (requests: readonly Request[]): Request[] => {
  const merged: Request[] = [];
  for (const request of requests) {
    const last = merged.at(-1);
    if (last !== undefined && last.candidates[0]?.intent === request.candidates[0]?.intent) {
      merged[merged.length - 1] = { units: [...last.units, ...request.units], candidates: last.candidates };
    } else merged.push(request);
  }
  return merged;
};

const ASKS = new Set([
  'question',
  'what',
  'when',
  'where',
  'how',
  'howmany',
  'who',
  'why',
  'want',
  'please',
  'can',
  'need',
  'show',
  'give',
  'have',
  'renew',
  'cancel',
  'hold',
  'borrow',
  'stop',
  'resume',
  'delete',
  'register',
  'search',
  'create',
  'edit',
  'announce',
  'record',
  'answer',
  'tell',
  'download',
  'link',
  'unlink',
  'talk',
  'donate',
  'buy',
  'recommend',
  'join',
  'drop',
  'return',
  'complain',
  'suggest',
  'takeover',
  'late',
  'copydata',
  'prepare',
  'open',
  'address',
  'fine',
]);
/** Asking for one side of a thing is asking, whatever words it is done with: "bayar dak". */
const ASKS_A_SIDE = /^(?:item|e)_/u;

/** A stretch that only tells something, or says what is not wanted, is the setting of the request beside it. */
const isSetting = (message: Message, request: Request): boolean => {
  const concepts = conceptsOf(message, request.units);
  const wantsToJoin = concepts.has('joinmember') && !concepts.has('already');
  return (
    (!wantsToJoin && ![...concepts].some((concept) => ASKS.has(concept) || ASKS_A_SIDE.test(concept))) ||
    (concepts.has('neg') && request.units.some((unit) => unit.negated && isContent(unit)))
  );
};

/** All requests of a message in order; the whole message as one where its parts do not stand on their own. */
export const requestsOf = (message: Message, rules: RuleIndex): { readonly whole: Request; readonly parts: readonly Request[] } => {
  const whole = read(message, message.units, rules);
  const clauses = clausesOf(message.units);
  const top = whole.candidates[0];
  // Somebody else's service stays so, whatever its parts sound like: "kartu KIS-ku mati, perpanjang di mana".
  if (top?.intent === 'out_of_scope' && top.score >= 6) return { whole, parts: [] };
  if (clauses.length < 2 || clauses.length > 12) return { whole, parts: [] };
  const clear = readAll(message, clauses, rules).filter((request) => isClear(request));
  const inScope = clear.filter(({ candidates: [first] }) => first?.intent !== 'out_of_scope' || first.score >= 6);
  const asking = (inScope.length > 0 ? inScope : clear).filter((request) => !isSetting(message, request));
  const parts = joined(asking);
  // One request with its setting around it: the request alone decides.
  if (parts.length === 1 && clear.length > 1 && (parts[0]?.candidates[0]?.score ?? 0) >= (whole.candidates[0]?.score ?? 0) - SETTING_WEIGHT)
    return { whole: parts[0] ?? whole, parts: [] };
  return { whole, parts: parts.length >= 2 ? parts : [] };
};
