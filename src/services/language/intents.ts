import { rulesFor } from '#understanding/intent-rule.ts';

const LANGUAGES = 'l_en|l_id|l_ar|l_plm|l_other';

export const intents = rulesFor(
  'settings.language',
  [5.2, `language ${LANGUAGES} -book -event -format_audio`],
  [6.6, `language edit ${LANGUAGES} -book`],
  [6, 'language edit'],
  [6.4, `${LANGUAGES} use -book`],
  [6, `${LANGUAGES} edit -book`],
  [5, `${LANGUAGES} -book -title -event -subjectword solo`],
  [6.2, `reply_style ${LANGUAGES} -book -have`],
  [6.2, `talk ${LANGUAGES}`],
  [6, `can ${LANGUAGES} -book -have -search`],
  [5.6, 'language pick'],
  [6, `answer ${LANGUAGES}`],
  [5.8, `${LANGUAGES} please -book`],
  [4.6, 'language what bot'],
  [4.4, 'language solo'],
  [5.8, `${LANGUAGES} want -book -learn`],
  [5.4, 'language what can'],
);
