import { type GoldMessage, type Prediction, harmonic, share } from './gold.ts';
import { slotFigures, type SlotFigures } from './slot-figures.ts';

export interface Figures {
  readonly messages: number;
  readonly accuracy: number;
  readonly macroF1: number;
  readonly byLanguage: Readonly<Record<string, number>>;
  readonly hard: number;
  readonly outOfScope: { readonly precision: number; readonly recall: number };
  readonly wrongStateChanging: number;
  readonly unsure: number;
  readonly slots: SlotFigures;
  readonly secondIntents: number;
  readonly errors: readonly string[];
}

const STATE_CHANGING =
  /^(?:hold\.(?:place|cancel)|loan\.renew|event\.(?:signup|cancel_signup)|member\.(?:unlink|delete_data)|van\.(?:subscribe|unsubscribe|request_stop)|room\.book|visit\.book|notice\.|staff\.(?!survey_results|holds_picklist|report))/u;

interface Judged {
  readonly gold: GoldMessage;
  readonly predicted: string;
  readonly intents: readonly string[];
  readonly hit: boolean;
}

const macroF1Of = (judged: readonly Judged[]): number => {
  const intents = [...new Set(judged.map(({ gold }) => gold.intent))];
  const scores = intents.map((intent) => {
    const right = judged.filter(({ gold, hit }) => hit && gold.intent === intent).length;
    const claimed = judged.filter(({ gold, hit, predicted }) => (hit ? gold.intent : predicted) === intent).length;
    const meant = judged.filter(({ gold }) => gold.intent === intent).length;
    return harmonic(share(right, claimed), share(right, meant));
  });
  return share(
    scores.reduce((sum, score) => sum + score, 0),
    scores.length,
  );
};

const accuracyBy = (judged: readonly Judged[], keyOf: (one: Judged) => string): Record<string, number> => {
  const groups = new Map(judged.map((one) => [keyOf(one), judged.filter((other) => keyOf(other) === keyOf(one))]));
  return Object.fromEntries([...groups].map(([key, ones]) => [key, share(ones.filter(({ hit }) => hit).length, ones.length)]));
};

const outOfScopeOf = (judged: readonly Judged[]): Figures['outOfScope'] => {
  const isOut = (intent: string): boolean => intent === 'out_of_scope';
  const right = judged.filter(({ gold, hit }) => hit && isOut(gold.intent)).length;
  const claimed = judged.filter(({ gold, hit, predicted }) => isOut(hit ? gold.intent : predicted)).length;
  return { precision: share(right, claimed), recall: share(right, judged.filter(({ gold }) => isOut(gold.intent)).length) };
};

/** The measures the language specification has bars for. */
export const figuresOf = (gold: readonly GoldMessage[], predictions: readonly Prediction[]): Figures => {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const judged = gold.map((message): Judged => {
    const predicted = byId.get(message.id)?.intent ?? '(none)';
    return {
      gold: message,
      predicted,
      intents: byId.get(message.id)?.intents ?? [],
      hit: [message.intent, ...(message.accept ?? [])].includes(predicted),
    };
  });
  const wrong = judged.filter(
    ({ gold: message, hit, predicted }) => !hit && STATE_CHANGING.test(predicted) && !(message.also ?? []).includes(predicted),
  );
  const seconds = judged.flatMap(({ gold: message, intents }) => (message.also ?? []).map((other) => intents.includes(other)));
  return {
    messages: gold.length,
    accuracy: share(judged.filter(({ hit }) => hit).length, gold.length),
    macroF1: macroF1Of(judged),
    byLanguage: accuracyBy(judged, ({ gold: message }) => message.lang),
    hard: accuracyBy(judged, ({ gold: message }) => message.difficulty)['hard'] ?? 0,
    outOfScope: outOfScopeOf(judged),
    wrongStateChanging: share(wrong.length, gold.length),
    unsure: share(judged.filter(({ predicted }) => predicted === 'unsure').length, gold.length),
    slots: slotFigures(
      judged
        .filter(({ gold: message }) => !(message.slots_loose ?? false) && message.intent !== 'out_of_scope')
        .map(({ gold: message, hit, predicted }) => ({
          message,
          slots: hit && predicted === message.intent ? (byId.get(message.id)?.slots ?? {}) : {},
        })),
    ),
    secondIntents: share(seconds.filter(Boolean).length, seconds.length),
    errors: judged
      .filter(({ hit }) => !hit)
      .map(({ gold: message, predicted }) => `${message.id}\t${message.lang}\t${message.intent} -> ${predicted}\t${message.text}`),
  };
};

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

export const figuresText = (figures: Figures, withErrors: boolean): string =>
  [
    `messages ${figures.messages}`,
    `accuracy ${percent(figures.accuracy)}   macro-F1 ${percent(figures.macroF1)}   hard ${percent(figures.hard)}`,
    `by language ${Object.entries(figures.byLanguage)
      .map(([language, value]) => `${language} ${percent(value)}`)
      .join('   ')}`,
    `out_of_scope precision ${percent(figures.outOfScope.precision)} recall ${percent(figures.outOfScope.recall)}`,
    `wrong state-changing ${percent(figures.wrongStateChanging)}   unsure ${percent(figures.unsure)}`,
    `slots exact ${percent(figures.slots.exact)} relaxed ${percent(figures.slots.relaxed)}   second intents ${percent(figures.secondIntents)}`,
    ...(withErrors ? ['', ...figures.errors, '', ...figures.slots.errors] : []),
    '',
  ].join('\n');
