// Spellings of numbers, units, parts of the day and prayer times: canonical word → spellings.

export const UNITS: Readonly<Record<string, string>> = {
  hari: 'hari hr hri ari day days harinya',
  minggu: 'minggu mgg mggu mnggu mingu mingguu minggunya',
  pekan: 'pekan week weeks wk wks',
  bulan: 'bulan bln blan month months mnth bulannya',
  tahun: 'tahun th thn taon taun year years thun',
  jam: 'jam jm jem pukul pkl pukl pk',
  hour: 'hour hours hrs',
  menit: 'menit mnt mnit minute minutes mins mnts',
};

export const PARTS: Readonly<Record<string, string>> = {
  pagi: 'pagi pg pgi morning mornings paginya pagian',
  siang: 'siang siangan siank afternoon afternoons siangnya',
  sore: 'sore sorean sor petang senja sorenya',
  malam: 'malam malaman maleman mlm malem mlem malm night nights evening evenings malamnya',
  dinihari: 'dinihari',
  tengahhari: 'noon midday',
  tengahmalam: 'midnight',
};

/** What the scorer's `part` says for each; midnight and noon are times. */
export const PART_NAMES: Readonly<Record<string, string>> = {
  pagi: 'pagi',
  siang: 'siang',
  sore: 'sore',
  malam: 'malam',
  dinihari: 'pagi',
};

/** First minute of the day after which a part is over. */
export const PART_ENDS: Readonly<Record<string, number>> = {
  pagi: 660,
  dinihari: 360,
  siang: 900,
  sore: 1110,
  malam: 1440,
};

export const PRAYERS: Readonly<Record<string, string>> = {
  subuh: 'subuh shubuh sbh fajar fajr',
  zuhur: 'zuhur dzuhur dhuhur duhur zhuhur zohor lohor dzhuhur dzuhr dhuhr zuhr',
  asar: 'asar ashar asyar asr',
  magrib: 'magrib maghrib mahgrib mgrb magrip maghrip',
  isya: 'isya isyak isyaa isha',
  jumatan: 'jumatan jumuah',
};

export const PRAYER_KEYS: Readonly<Record<string, string>> = {
  subuh: 'fajr',
  zuhur: 'dhuhr',
  asar: 'asr',
  magrib: 'maghrib',
  isya: 'isha',
  jumatan: 'jumuah',
};

/** Roughly when a prayer time is over for "habis …": only to tell today's from tomorrow's, never shown. */
export const PRAYER_ENDS: Readonly<Record<string, number>> = {
  fajr: 420,
  dhuhr: 840,
  asr: 1050,
  maghrib: 1170,
  isha: 1320,
  jumuah: 840,
};

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  sikok: 1,
  sico: 1,
  dua: 2,
  duo: 2,
  tiga: 3,
  tigo: 3,
  empat: 4,
  ampat: 4,
  lima: 5,
  limo: 5,
  enam: 6,
  enem: 6,
  tujuh: 7,
  tuju: 7,
  delapan: 8,
  lapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sepulu: 10,
  sebelas: 11,
  seratus: 100,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

export const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  pertama: 1,
  kesatu: 1,
  kedua: 2,
  keduo: 2,
  ketiga: 3,
  ketigo: 3,
  keempat: 4,
  kelima: 5,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  fifteenth: 15,
  seventeenth: 17,
  twentieth: 20,
  thirtieth: 30,
  terakhir: -1,
};

/** One word that says "one of": number one and a unit. */
export const ONE_OF: Readonly<Record<string, string>> = {
  sehari: 'hari',
  seari: 'hari',
  seminggu: 'minggu',
  sminggu: 'minggu',
  sepekan: 'pekan',
  sebulan: 'bulan',
  sebln: 'bulan',
  setahun: 'tahun',
  setaon: 'tahun',
  sejam: 'hour',
  semenit: 'menit',
  fortnight: 'fortnight',
};
