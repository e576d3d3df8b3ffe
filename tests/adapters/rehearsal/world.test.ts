import { describe, expect, it } from 'vitest';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import { bigWorld } from './big-world.ts';

const clock = '2026-03-03T09:00:00+07:00';

const errorOf = (world: unknown): string => {
  const read = readWorld(world);
  return read.ok ? 'no error' : read.error;
};

const read = (world: unknown) => {
  const result = readWorld(world);
  if (!result.ok) throw new Error(result.error);
  return result;
};

describe('a world', () => {
  it('is read whole, with nothing unknown in it', () => {
    expect(read(bigWorld).warnings).toEqual([]);
  });

  it('needs nothing but a clock, and has the defaults of the tables', () => {
    const { world } = read({ clock });
    expect(world.bot).toEqual({ mention: '@perpus', base_url: 'https://perpus.example' });
    expect(world.policy).toMatchObject({
      loan_days: 7,
      max_loans: { adult: 2, teen: 2, child: 2 },
      max_holds: 2,
      max_renewals: 1,
      renew_days: 7,
      renew_from: 'due',
      renew_window_days: 3,
      due_mode: 'pushNextOpen',
      hold_pickup_days: 3,
      hold_ready_grace_min: 0,
      fine_per_day: 0,
      late_days: 'open',
      block_at_fine: null,
      hours: { mon: '08:00-16:00', sat: '08:00-16:00', sun: 'closed' },
      closed_dates: [],
      special_hours: [],
      seasons: [],
      staff_hours: 'mon-fri 08:00-16:00',
      reminders: { days_before: [2, 0], quiet: '20:00-07:00' },
      session_timeout_min: 30,
      form_timeout_hours: 24,
      visit_max: 50,
      visit_days: null,
      room_slot_min: 60,
      offer_hours: 12,
      van_pickup_cutoff: '14:00',
      link_tries: 5,
      download_link_hours: 24,
      broadcast_undo_min: 0,
      broadcast_second_person_above: 500,
    });
  });

  it('fills in what a row leaves out', () => {
    const { world } = read({
      clock,
      platforms: { telegram: {} },
      policy: { max_loans: { teen: 1 } },
      patrons: [{ id: 'P', name: 'N', card: 'K' }],
      items: [{ id: 'T', title: 'J' }],
    });
    expect(world.platforms['telegram']).toEqual({ buttons: true, ephemeral: false, start_private: true, max_text: 4000 });
    expect(world.policy.max_loans).toEqual({ adult: 2, teen: 1, child: 2 });
    expect(world.patrons[0]).toMatchObject({ type: 'adult', linked: [], status: 'active', consent: true, prefs: {} });
    expect(world.items[0]).toMatchObject({
      author: '',
      language: 'id',
      format: 'book',
      audience: 'all',
      local_author: false,
      reference: false,
    });
  });

  it('tells unknown fields by their paths and loads all the same', () => {
    const { warnings } = read({
      clock,
      colour: 1,
      policy: { loan_dys: 3, hours: { funday: 'closed' } },
      items: [
        { id: 'T', title: 'J' },
        { id: 'U', title: 'K', shelv: 'A' },
      ],
    });
    expect(warnings).toEqual(['colour', 'policy.loan_dys', 'policy.hours.funday', 'items[1].shelv']);
  });

  it('takes weekdays written short', () => {
    expect(read({ clock, policy: { visit_days: 'mon-wed,sat' } }).world.policy.visit_days).toEqual(['mon', 'tue', 'wed', 'sat']);
  });

  const patron = { id: 'P', name: 'N', card: 'K' };
  const item = { id: 'T', title: 'J' };
  const stop = { id: 'H', name: 'Pasar', lat: 0, lon: 0 };
  const visit = { stop: 'H', start: '2026-03-04T09:00', end: '2026-03-04T10:00' };
  const event = { id: 'E', title: 'J', start: '2026-03-04T09:00', place: 'A', capacity: 1 };
  it.each<[path: string, world: object]>([
    ['clock', {}],
    ['clock', { clock: '2026-02-30T09:00:00+07:00' }],
    ['patrons[0].card', { patrons: [{ id: 'P', name: 'N' }] }],
    ['patrons[0].type', { patrons: [{ ...patron, type: 'elf' }] }],
    ['patrons[1].id', { patrons: [patron, { ...patron, card: 'K2' }] }],
    ['patrons[1].card', { patrons: [patron, { ...patron, id: 'P2' }] }],
    ['patrons[0].guardian', { patrons: [{ ...patron, guardian: 'Q' }] }],
    ['patrons[0].linked[0]', { patrons: [{ ...patron, linked: ['P'] }] }],
    ['patrons[0].linked[1]', { patrons: [{ ...patron, linked: ['private:P', 'private:P@fax'] }] }],
    ['patrons[0].prefs.language', { patrons: [{ ...patron, prefs: { language: 'fr' } }] }],
    ['link_codes[0].card', { link_codes: [{ card: 'K', code: '1' }] }],
    ['groups[0].platform', { groups: [{ id: 'G', name: 'G', platform: 'fax' }] }],
    ['preferences[0].chat', { preferences: [{ chat: 'private:P@fax' }] }],
    ['items[0].branches[1]', { items: [{ ...item, copies: 2, branches: ['main', 'west'] }] }],
    ['items[0].branches', { items: [{ ...item, copies: 1, branches: ['main', 'van'] }] }],
    ['items[0].added', { items: [{ ...item, added: '3 Maret' }] }],
    ['loans[0].patron', { items: [item], loans: [{ patron: 'Q', item: 'T', due: '2026-03-04' }] }],
    ['loans[0].item', { patrons: [patron], loans: [{ patron: 'P', item: 'T', due: '2026-03-04' }] }],
    ['loans[0].copy', { patrons: [patron], items: [item], loans: [{ patron: 'P', item: 'T', copy: 'T-2', due: '2026-03-04' }] }],
    ['loans[0].due', { patrons: [patron], items: [item], loans: [{ patron: 'P', item: 'T', due: 'besok' }] }],
    [
      'loans[1].copy',
      {
        patrons: [patron],
        items: [item],
        loans: [
          { patron: 'P', item: 'T', due: '2026-03-04' },
          { patron: 'P', item: 'T', due: '2026-03-04' },
        ],
      },
    ],
    [
      'holds[0].copy',
      {
        patrons: [patron],
        items: [item],
        loans: [{ patron: 'P', item: 'T', copy: 'T-1', due: '2026-03-04' }],
        holds: [{ patron: 'P', item: 'T', copy: 'T-1', status: 'ready' }],
      },
    ],
    ['holds[0].item', { patrons: [patron], holds: [{ patron: 'P', item: 'T' }] }],
    ['holds[0].pickup', { patrons: [patron], items: [item], holds: [{ patron: 'P', item: 'T', pickup: 'moon' }] }],
    [
      'holds[1]',
      {
        patrons: [patron],
        items: [item],
        holds: [
          { patron: 'P', item: 'T' },
          { patron: 'P', item: 'T' },
        ],
      },
    ],
    ['fines[0].item', { patrons: [patron], fines: [{ patron: 'P', item: 'T', amount: 1 }] }],
    ['fines[0].amount', { patrons: [patron], fines: [{ patron: 'P', amount: 1.5 }] }],
    ['events[0].signups[0]', { events: [{ ...event, signups: ['P'] }] }],
    ['events[0].waitlist[0]', { events: [{ ...event, waitlist: ['P'] }] }],
    ['events[0].ages', { events: [{ ...event, ages: 'five' }] }],
    ['van_visits[0].stop', { van_visits: [visit] }],
    ['van_visits[0].start', { van_stops: [stop], van_visits: [{ ...visit, start: '2026-03-04' }] }],
    ['van_subscriptions[0].stop', { van_subscriptions: [{ chat: 'G', stop: 'H' }] }],
    ['surveys[0].questions[0].type', { surveys: [{ id: 'V', title: 'J', questions: [{ id: 'q', type: 'sing', text: 'x' }] }] }],
    [
      'room_bookings[0].room',
      { patrons: [patron], room_bookings: [{ room: 'R', start: '2026-03-04T09:00', end: '2026-03-04T10:00', by: 'P' }] },
    ],
    [
      'room_bookings[0].by',
      { rooms: [{ name: 'R', capacity: 1 }], room_bookings: [{ room: 'R', start: '2026-03-04T09:00', end: '2026-03-04T10:00', by: 'P' }] },
    ],
    ['policy.hours.mon', { policy: { hours: { mon: '16:00-08:00' } } }],
    ['policy.seasons[0].hours', { policy: { seasons: [{ from: '2026-03-01', to: '2026-03-02', name: 'R', hours: 'siang' }] } }],
    ['policy.reminders.quiet', { policy: { reminders: { quiet: 'malam' } } }],
    ['platforms.telegram.max_text', { platforms: { telegram: { max_text: 0 } } }],
  ])('is refused with the path %s', (path, world) => {
    expect(errorOf({ ...(path === 'clock' ? {} : { clock }), ...world })).toMatch(new RegExp(`^${path.replace(/[[\].]/g, '\\$&')}: .+`));
  });

  it.each([null, 7, 'x', []])('is refused when it is %j', (world) => {
    expect(errorOf(world)).toMatch(/^world: .+/);
  });
});
