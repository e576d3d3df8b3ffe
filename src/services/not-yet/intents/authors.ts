import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'local_author.propose_talk',
  [6.2, 'talk_own'],
  [7.4, 'talk_own booktalk|event'],
  [7.2, 'talk_own want|can|propose'],
  [7, 'talk_own booktalk'],
  [7.3, 'booktalk write my'],
  [7, 'booktalk create community|can|my -#staff'],
  [7.2, 'booktalk community|writer want|can|propose'],
  [7.6, 'talk_own !join'],
  [6.8, 'booktalk propose'],
  [7.2, 'writer event create|want -join -localwriter'],
  [7, 'booktalk hold my'],
  [6.8, 'booktalk use room'],
  [7, 'booktalk suggest my|community'],
  [7, 'localwriter booktalk want|can|create'],
);
