import { formatWith } from '#languages/format.ts';

export const format = formatWith({
  weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  months: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  locale: 'id-ID',
  clockSign: '.',
  and: 'dan',
});
