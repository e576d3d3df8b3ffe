import { rulesFor } from '#understanding/intent-rule.ts';

/** All notices off, and on again. The van's notices have their own intents. */
export const intents = [
  ...rulesFor(
    'notice.stop',
    [6.6, 'stop notice -van'], [7.2, 'stopword solo -van'], [6.6, 'stop all -van -data'], [4.8, 'stop short -van'], [6.4, 'stop give -van'], [6.6, '!notice !give'], [6.6, '!give notice'], [6.4, 'stop tell -van'], [6.8, 'stop t_due|t_events|t_holds -van'],
    [6.6, '!notice stop'], [6.2, '!tell -van'], [6.4, 'delete notice|tell -van -data'], [6, 'cancel notice -van -holdnoun'], [5, 'stop -van -survey -event'], [6.2, '!give !tell'], [6.5, 'complain notice -van'], [6.5, '!notice neg -van'], [7.2, 'cancel|drop notice|announce my -event -van'], [6.6, 'neg notice give|tell -van'],
  ),
  ...rulesFor(
    'notice.resume',
    [6.8, 'resume notice -van -neg'], [6.8, 'startword notice -van -neg'], [6.6, 'resume t_due|t_events|t_holds -van'], [5.2, 'resume -van -link -card -neg'], [6.8, 'resume again -van -neg'], [6.4, 'notice again -stop -van -neg'], [6.2, 'tell t_due|t_events|t_holds again -van'], [6.2, 'tell t_due want|please -van -stop'],
    [5.8, 'tell notice give -van -stop'], [7, 'announce create my -van -everyone'], [7, 'announce record my -van -everyone'], [6, 'notice want -stop -van -neg'], [5.6, 'tell eventnoun new'], [6.2, 'tell event -stop -van -announce -everyone'], [6, 'announce my give|link -van -everyone'], [5.6, 'tell due -stop -van'], [6.2, 'resume tell -van'],
  ),
];
