import { saveCalendarDays, saveHours, saveLendingRules, savePolicy, saveSeasons } from '#circulation/library-rules-writing.ts';
import { createLibraryRules } from '#circulation/library-rules.ts';
import type { Database } from '#database/database.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { readHolidays, readSeasons } from '#prisma/calendar/holidays.ts';
import type { Temporal } from '#shared/day.ts';

const sample = '(contoh, tetapkan oleh petugas)';

/** What people are told of the library itself. */
export const demoLibraryCard = {
  name: 'Perpustakaan Kota Prabumulih',
  address: `Jalan Contoh No. 1, Prabumulih ${sample}`,
  phone: `(0713) 000000 ${sample}`,
  lat: -3.4328,
  lon: 104.2356,
  facilities: [`Ruang baca ${sample}`, `Wi-Fi ${sample}`, `Pojok anak ${sample}`, `Toilet dan jalan landai ${sample}`],
};

/** Hours, holidays, seasons and lending rules, as samples that staff replace; again is harmless. Returns the calendar. */
export const writeDemoRules = async (database: Database, now: Temporal.Instant): Promise<OpeningCalendar> => {
  await saveHours(database, { fri: '08:00-11:30,13:30-16:00', sat: '08:00-12:00', sun: 'closed' }, now);
  await savePolicy(database, { max_loans: { adult: 4, teen: 3, child: 3 }, max_holds: 4 }, now);
  const days = (await readHolidays()).map(({ day, name, tentative }) => ({ day, kind: 'closed' as const, reason: name, tentative }));
  await saveCalendarDays(database, days, now);
  await saveSeasons(database, await readSeasons(), now);
  await saveLendingRules(
    database,
    [
      { id: 'demo-umum', label: `Aturan umum ${sample}`, changes: { loan_days: 7, max_renewals: 1, renew_days: 7, hold_pickup_days: 3 } },
      { id: 'demo-anak', label: `Anggota anak ${sample}`, patronType: 'child', changes: { max_renewals: 2 } },
      { id: 'demo-cambai', label: `Pinjaman di Layanan Cambai ${sample}`, branchId: 'cambai', changes: { max_renewals: 2 } },
    ],
    now,
  );
  return (await createLibraryRules(database).current()).calendarOf('main');
};
