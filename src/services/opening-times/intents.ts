import { rulesFor } from '#understanding/intent-rule.ts';

/** Days that are closed or open otherwise, as staff say it. */
export const intents = [
  ...rulesFor(
    'staff.closure',
    [7.4, 'closeword date #staff -question -when -what -how -can -howmany -van -event -announce -tell -everyone -give -ifword'],
    [7.6, 'closeword date reasonword|outage #staff -question -announce -tell -everyone -give -van -event'],
    [7.6, 'reopen date #staff -question -announce -tell -everyone -give -van -event'],
    [7.4, 'cancel|delete closeword date #staff -announce'],
  ),
  ...rulesFor(
    'staff.opening_hours',
    [7.2, 'open time date #staff -question -when -can -event -van -announce -tell -everyone -room'],
    [7.8, 'edit|become|settle hoursnoun #staff -announce -tell -suggest -question'],
    [7.4, 'season open|hoursnoun|closeword|time|become #staff -question -when -announce -tell -everyone -what'],
    [7.6, 'settle closeword|reopen|date #staff -event -announce -van'],
    [7.2, 'hourslist #staff -event'],
    [7.2, 'holidayword become|settle|edit date #staff -event'],
  ),
];
