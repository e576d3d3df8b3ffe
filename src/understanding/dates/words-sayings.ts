// Phrases that name no day, in the spelling of any language; commas and line ends stand between them.

const listed = (phrases: string): readonly string[] => phrases.trim().split(/,\s|\n\s*/);

/** Words that fix no day. */
export const VAGUE: readonly string[] = listed(`
  kapan-kapan, nanti-nanti, besok-besok, kemarin-kemarin, kapan saja, kapan aja, kapan bae, kapanpun
  kapan pun, segera, secepatnya, asap, as soon as possible, soon, sometime, some time, someday, some hari
  one of these hari, later, nanti dulu, lain kali, lain waktu, lain hari, hari lain, suatu hari, suatu saat
  beberapa hari lagi, beberapa hari lalu, beberapa minggu lagi, beberapa bulan lagi, beberapa waktu lagi
  beberapa hari kedepan, beberapa minggu kedepan, beberapa minggu lalu, beberapa bulan lalu, in a few hari
  in a few pekan, a few hari lagi, in several hari, a few hari ago, in a couple of hari, dekat-dekat ini
  deket-deket ini, dalam waktu dekat, dalam waktu deket, akhir-akhir ini, belakangan ini, recently, lately
  any time, anytime, whenever, any hari, any other hari, another hari, another time, bebas kapan
  sebentar lagi, bentar lagi, sebentar, in a bit, in a while, tempo hari, the other hari, besok lusa
  kalau sempat, kalo sempat, kalo sempet, kalau sempet, when i have time, belum tau kapan, belum tahu kapan
  belum tentu, kapan-kapan bae, agek-agek, habis ini, abis ini, setelah ini, kapan lagi, entah kapan
  not sekarang, bukan sekarang, hari-hari biasa, nanti sajo, nanti bae, nanti aja, nanti saja, lamo lagi
  dak lamo lagi, tidak lama lagi, tidak lamo lagi, kelak, some other time, next time, another hari
  tidak tau kapan, tidak tahu kapan, nanti dikabari, eventually, sewaktu-waktu, tidak tentu, nantian
  dulu-dulu, tahun-tahun depan, mingguan depan, kapan kapan, nanti nanti, pas luang, pas senggang
`);

/** Sayings, greetings and names that hold words of time but name none. */
export const NOT_DATES: readonly string[] = listed(`
  selamat pagi, selamat siang, selamat sore, selamat malam, met pagi, met siang, met sore, met malam
  good pagi, good siang, good malam, slamat pagi, slamat siang, slamat sore, slamat malam, selamat tahun baru
  selamat natal, selamat lebaran, selamat hari raya, merry christmas, happy new year, selamat idul fitri
  selamat puasa, sehari-hari, hari-hari, sehari hari, hari demi hari, dari hari ke hari, hari gini, hari gene
  day by day, hari by hari, hari to hari, jam karet, siang bolong, bulan madu, nafas senin kamis
  napas senin kamis, senin kamis napas, napas senin-kamis, nafas senin-kamis, ulang tahun, tahun ajaran
  buku tahunan, once upon a time, siang malam, siang dan malam, pagi dan malam, hari dan malam, malam dan hari
  pekan buku, matahari, jam tangan, jam dinding, jam buka, jam operasional, jam kerja, jam layanan, jam tutup
  jam pelajaran, cinta pertama, satu-satu, last minute, last menit, hari h, harian kompas, pagi pak, pagi bu
  pagi kak, pagi min, siang kak, siang min, siang bu, siang pak, sore kak, sore min, sore bu, sore pak
  malam kak, malam min, malam bu, malam pak, pagi semua, siang semua, malam semua, pasar malam, pasar pagi
  sekolah minggu, sunday school, ahad school, black jumat, malam pertama, bunga malam, kupu-kupu malam
  makan siang, makan malam, makan pagi, sarapan pagi, senam pagi, tidur siang, night club, malam club
  berapa hari, berapa minggu, berapa bulan, berapa tahun, berapa jam, per hari, per minggu, per bulan
  per tahun, how many hari, all hari, sepanjang hari, satu hari saja, 24/7, the time, hari sial, bulan sabit
  bulan purnama, bulan bintang, tahun cahaya, abad, cuaca hariini, end user, may i, may we, mati besok
  generasi muda, puisi malam, last one, next one, next page, second hand, last page, mister jumat, paruh waktu
  hujan bulan juni, puasa senin kamis, jamnya, kapan hari, hari apa, what hari, jam berapa, tanggal berapa
  bulan apa, tahun berapa
`);
