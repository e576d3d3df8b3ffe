import { rulesFor } from '#understanding/intent-rule.ts';

const PLACES =
  'f_wifi|f_reading_room|f_children_corner|f_discussion_area|f_power_outlet|f_computer|f_printing|f_prayer_room|f_parking|f_toilet|f_locker|f_food|rest_facility';

/** The building: when it is open, where it is, what it offers, and to whom it reaches out. */
export const intents = [
  ...rulesFor(
    'info.hours',
    [6.2, 'hoursnoun -van -edit -suggest -agency'],
    [4.8, 'open -van'],
    [5.6, 'open library -van -event'],
    [5.8, 'open date|question|when|can -van -event'],
    [6, 'open library date|when|question -van -event -announce'],
    [5.6, 'open when -van'],
    [6.4, 'hoursnoun library|date|what|when'],
    [5, 'service library date'],
    [5.4, 'library when open'],
    [4.6, 'library schedule -van -event'],
  ),
  ...rulesFor(
    'info.location',
    [5.4, 'address -van -event'],
    [5.6, 'where you -stopnoun -human'],
    [4.6, 'library come how|what'],
    [6.4, 'address library -van'],
    [6, 'library where -van -book -title'],
    [5.6, 'contactinfo -otherperson -link'],
    [6.4, 'contactinfo library|what|give|have'],
    [6, 'address give|what|where|how -van'],
    [6.2, 'library how come'],
    [8.4, 'agency|weakagency near library'],
    [7, 'address library please|give|need -van'],
  ),
  ...rulesFor(
    'info.facilities',
    [5.8, 'facility'],
    [4.6, 'can bring -school -count -community'],
    [6.4, 'facility what|have|library'],
    [4.6, `${PLACES} -suggest`],
    [5.8, `${PLACES} have|where|can|question|library|howmany`],
    [5.6, `${PLACES} what|use`],
    [5.8, 'room have -date -time -count'],
    [5.2, 'room where'],
    [6.2, `${PLACES} have library`],
    [5.4, 'roomword what have'],
  ),
  ...rulesFor(
    'access.services',
    [5.8, 'homedelivery'],
    [6.6, 'homedelivery book|can|have|service|disabled'],
    [6.2, 'visual|hearing|mobility|learning have|service|can|library|facility|what -format_braille'],
    [5.2, 'hearing|mobility|learning'],
    [4.4, 'visual'],
    [5.6, 'disabled'],
    [6.6, 'disabled service|facility|have|library|what|can'],
    [6.8, 'visual|hearing|mobility|learning disabled'],
    [6.4, 'service visual|hearing|mobility|learning|disabled'],
    [6.6, 'visual f_computer'],
    [6.6, 'hearing event'],
    [6.9, 'visual|hearing|mobility|learning human have|question'],
    [6.4, 'mobility f_toilet|f_parking|rest_facility'],
  ),
];
