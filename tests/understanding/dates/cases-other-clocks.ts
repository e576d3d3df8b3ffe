// Month ends, Sundays, leap years, late evenings: moment → table; the notation is that of `cases-indonesian.ts`.

export const OTHER_CLOCKS: Readonly<Record<string, string>> = {
  '2026-01-31T09:00': `
sebulan lagi => date 2026-02-28
besok => date 2026-02-01
tanggal 31 => date 2026-01-31 ?
tgl 30 => date 2026-03-30
bulan depan => range 2026-02-01/2026-02-28
minggu => date 2026-02-01 ?
weekend => range 2026-01-31/2026-02-01
sabtu => date 2026-02-07 ?
akhir bulan => range 2026-01-21/2026-01-31 ?
jumat lalu => date 2026-01-30
`,
  '2026-08-16T20:00': `
senin depan => date 2026-08-17 ?
minggu depan => range 2026-08-17/2026-08-23
hari minggu => date 2026-08-23 ?
minggu => date 2026-08-23 ?
minggu ini => range 2026-08-10/2026-08-16
besok => date 2026-08-17
jumat depan => date 2026-08-21
hari minggu depan => date 2026-08-23
malam senin => date 2026-08-16 malam
jumat ini => date 2026-08-14 ?
jam 9 => datetime 2026-08-17T09:00 ?
`,
  '2026-08-14T21:30': `
jumat => date 2026-08-21 ?
malam minggu => date 2026-08-15 malam
jam 9 malam => datetime 2026-08-15T21:00 ?
nanti malam => date 2026-08-14 malam
habis jumatan => prayer jumuah after 2026-08-21 ?
habis magrib => prayer maghrib after 2026-08-15 ?
jumat depan => date 2026-08-21
sabtu depan => date 2026-08-22 ?
jam 10 malam => datetime 2026-08-14T22:00
`,
  '2028-02-27T08:00': `
29 februari => date 2028-02-29 ?
bulan ini => range 2028-02-01/2028-02-29
dua hari lagi => date 2028-02-29
setahun lagi => date 2029-02-27
tanggal 29 => date 2028-02-29
tanggal 30 => date 2028-03-30
akhir bulan => range 2028-02-21/2028-02-29 ?
`,
  '2026-12-31T23:30': `
besok => date 2027-01-01
tahun baru => date 2027-01-01
tahun depan => range 2027-01-01/2027-12-31
1 januari => date 2027-01-01
30 menit lagi => datetime 2027-01-01T00:00
minggu depan => range 2027-01-04/2027-01-10
akhir tahun => range 2026-12-01/2026-12-31 ?
25 desember => date 2027-12-25 ?
`,
  '2026-03-09T06:30': `
jam 7 => datetime 2026-03-09T07:00
senin => date 2026-03-16 ?
besok siang => date 2026-03-10 siang
minggu ini => range 2026-03-09/2026-03-15
selasa ini => date 2026-03-10
selasa depan => date 2026-03-17 ?
senin depan => date 2026-03-16
`,
};
