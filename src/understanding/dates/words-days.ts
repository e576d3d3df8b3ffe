// Spellings of days and months in Indonesian, chat Indonesian, Palembang Malay and English: canonical word → spellings.

/** Monday first, as the week runs. `minggu` alone may be the week; `ahad` is only the day. */
export const WEEKDAYS: Readonly<Record<string, string>> = {
  senin: 'senin senen snin snen isnin monday mondays mondey',
  selasa: 'selasa selaso slasa slsa sls slse tuesday tuesdays tuesdey',
  rabu: 'rabu rebo rebu rbu rabo wednesday wednesdays wensday',
  kamis: 'kamis kemis kms kmis khamis thursday thursdays thurs',
  jumat: 'jumat jemat jmt jumt jmat jumaat jumuat juma jumad friday fridays',
  sabtu: 'sabtu sbtu sbt saptu sabtuu sebtu saturday saturdays',
  ahad: 'ahad sunday sundays',
};

export const WEEKDAY_NUMBERS: Readonly<Record<string, number>> = {
  senin: 1,
  selasa: 2,
  rabu: 3,
  kamis: 4,
  jumat: 5,
  sabtu: 6,
  ahad: 7,
  minggu: 7,
};

export const WEEKDAY_CODES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Short forms that are everyday words too ("min", "sel", "sat"): weekdays only beside another time word. */
export const WEAK_WEEKDAYS: Readonly<Record<string, string>> = {
  sen: 'senin',
  sn: 'senin',
  mon: 'senin',
  sel: 'selasa',
  tue: 'selasa',
  tues: 'selasa',
  rab: 'rabu',
  wed: 'rabu',
  kam: 'kamis',
  thu: 'kamis',
  thur: 'kamis',
  jum: 'jumat',
  fri: 'jumat',
  sab: 'sabtu',
  sat: 'sabtu',
  min: 'ahad',
  mng: 'ahad',
  sun: 'ahad',
};

export const MONTHS: Readonly<Record<string, string>> = {
  januari: 'januari january jnuari januri jenuari',
  februari: 'februari february pebruari februri febuari febuary',
  maret: 'maret mrt',
  april: 'april',
  mei: 'mei',
  juni: 'juni june',
  juli: 'juli july',
  agustus: 'agustus august agt ags agus agustuss augustus',
  september: 'september sept septmber',
  oktober: 'oktober october okt oktbr',
  november: 'november nopember nov nop novmber',
  desember: 'desember december dsmbr',
};

export const MONTH_NAMES: readonly string[] = Object.keys(MONTHS);

/** Short months that are everyday words too ("jan" is "jangan"): months only beside a number or a month marker. */
export const WEAK_MONTHS: Readonly<Record<string, string>> = {
  jan: 'januari',
  feb: 'februari',
  peb: 'februari',
  mar: 'maret',
  march: 'maret',
  apr: 'april',
  may: 'mei',
  jun: 'juni',
  jul: 'juli',
  aug: 'agustus',
  sep: 'september',
  oct: 'oktober',
  des: 'desember',
  dec: 'desember',
};

/** Days counted from today. */
export const RELATIVE_DAYS: Readonly<Record<string, number>> = {
  hariini: 0,
  sekarang: 0,
  besok: 1,
  lusa: 2,
  tulat: 3,
  tubin: 4,
  kemarin: -1,
  kemarinlusa: -2,
};

export const RELATIVE_SPELLINGS: Readonly<Record<string, string>> = {
  hariini: 'today todays tday hariini arini',
  sekarang: 'sekarang skrg skrng skg skrang sekarng now',
  besok: 'besok bsk bsok besuk esok isuk isok besk besook tomorrow tomorow tommorow tommorrow tmrw tmr tomorrows',
  lusa: 'lusa luso lusah',
  tulat: 'tulat',
  tubin: 'tubin',
  kemarin: 'kemarin kmrn kmren kemaren kmarin kemren kemarn kemarennyo yesterday yesterdays',
};
