import { rulesFor } from '#understanding/intent-rule.ts';

const STYLES = 's_screen_reader|s_no_emoji|s_short|s_simple|s_large|s_voice|s_numbered|s_alt';

/** How the assistant writes to a reader. */
export const intents = rulesFor(
  'access.settings',
  [6.4, 's_no_emoji|!s_no_emoji'],
  [7, 'neg !s_no_emoji|!s_numbered|!s_voice'],
  [7, 's_no_emoji stop|edit|!use|reply_style'],
  [5, 's_short -book -title'],
  [6.8, `${STYLES} reply_style -book`],
  [7, `${STYLES} reply_style answer|edit|use|please|can -book`],
  [6.2, 's_alt'],
  [6.8, '!s_alt'],
  [3, 'reply_style -book'],
  [6.8, 's_simple reply_style'],
  [6, 's_numbered'],
  [6.8, 's_numbered use|want|give|show'],
  [6.2, 's_voice answer|give|use -book'],
  [6.6, 's_large edit|please -book'],
  [6, 's_large -book -have'],
  [6, 's_screen_reader my|use'],
  [6.8, 's_screen_reader edit|resume|want|reply_style'],
  [5.6, 's_simple -book -recommend'],
  [6.6, 's_simple use|please|explain|answer -book'],
  [6.8, 'reply_style s_short'],
  [5.6, 's_voice can|want|please -book'],
  [6.8, 's_voice visual'],
  [7, 'visual reply_style answer'],
  [7.2, 's_no_emoji s_screen_reader'],
  [6.6, 's_screen_reader resume'],
  [6.8, 's_short answer|please|give'],
);
