import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = [
  ...rulesFor(
    'survey.take',
    [5.2, 'survey'], [6.4, 'survey fill'], [6.6, 'survey fill want|how|can|my'], [8, 'rating short @survey_question'], [7, 'rating @survey_question'], [8, 'number short @survey_question'], [7.8, 'skip short @survey_question'], [6, 'survey join|where|want|notyet|give'],
    [7.2, 'skip @survey_question'], [6.4, 'ordinal short @survey_question'], [5, '@survey_question'], [6.2, 'praise short @survey_question'], [6.2, 'complain short @survey_question'], [6.4, 'survey skip'],
  ),
  ...rulesFor(
    'staff.survey_create',
    [6.8, 'survey create -fill'], [7.2, 'survey create topic|count|want|#staff'], [7, '!fill survey create'], [6.4, 'survey announce'], [6.4, 'survey edit'], [6.8, 'survey new create'], [6.6, 'survey give everyone'], [6.8, 'survey create ticket'],
  ),
  ...rulesFor('staff.survey_results', [7.1, 'survey result'], [7.2, 'survey report'], [7.4, 'survey result show|howmany|what|#staff'], [5.6, 'result show #staff'], [7.4, 'survey result !give'], [6.9, 'survey howmany fill|answer|already'], [6.4, 'survey download|copydata']),
];
