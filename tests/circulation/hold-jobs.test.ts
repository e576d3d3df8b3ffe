import { expect, it } from 'vitest';
import { saveCalendarDays, savePolicy } from '#circulation/library-rules-writing.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

/** T is ready for Siti until Friday 12 June; Budi waits. */
const ready = async (library: SmallLibrary) => {
  await library.addPatrons('siti', 'budi');
  await library.addTitle('T', ['main']);
  await library.place('siti', 'T');
  await library.place('budi', 'T');
  await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key());
  return library;
};

describeOnEachDatabase('a hold that is not fetched', (open) => {
  it('ends at closing time of its last day, and its copy is on the list for the next reader', async () => {
    const library = await ready(await smallLibrary(await open()));
    library.clock.set('2026-06-12T15:59');
    expect(await library.circulation.expireHolds()).toEqual([]);
    library.clock.set('2026-06-12T16:15');
    expect(await library.circulation.expireHolds()).toMatchObject([
      { patronId: 'siti', title: 'Judul T', outcome: 'expired', next: { patronId: 'budi' } },
    ]);
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'expired', copyCode: null });
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'allocated', position: 1, copyCode: 'T-1' });
    expect(await library.copyStatus('T-1')).toBe('allocated');
    expect(await library.circulation.endedHolds({ since: '2026-06-12T09:15:00.000Z' })).toMatchObject([
      { patronId: 'siti', status: 'expired', title: 'Judul T' },
    ]);
    expect(await library.circulation.endedHolds({ since: '2026-06-12T09:16:00.000Z' })).toEqual([]);
    expect(await library.circulation.expireHolds()).toEqual([]);
    expect(await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key())).toMatchObject({
      value: { status: 'ready', deadline: '2026-06-16' },
    });
  });

  it('leaves the copy to the staff when nobody waits', async () => {
    const library = await ready(await smallLibrary(await open()));
    const { id } = await library.holdOf('budi', 'T');
    await library.circulation.cancelHold({ patronId: patronId('budi'), holdId: id }, library.key());
    library.clock.set('2026-06-13T08:00');
    expect(await library.circulation.expireHolds()).toMatchObject([{ outcome: 'expired', next: null }]);
    expect(await library.copyStatus('T-1')).toBe('releasing');
    expect(await library.takeBack('T-1')).toMatchObject({ value: { nextState: 'available' } });
  });

  it('does not end on a day on which the library is closed', async () => {
    const library = await ready(await smallLibrary(await open()));
    library.clock.set('2026-06-14T17:00');
    expect(await library.circulation.expireHolds()).toEqual([]);
    await saveCalendarDays(library.database, [{ day: '2026-06-12', kind: 'closed', reason: 'Banjir' }], library.clock.now());
    library.clock.set('2026-06-13T10:00');
    expect(await library.circulation.expireHolds()).toEqual([]);
    library.clock.set('2026-06-13T16:00');
    expect(await library.circulation.expireHolds()).toHaveLength(1);
  });

  it('is suspended once in its place where the library is lenient, and ends the second time', async () => {
    const library = await ready(await smallLibrary(await open()));
    await savePolicy(library.database, { missed_pickup: 'suspend' }, library.clock.now());
    library.clock.set('2026-06-12T16:15');
    expect(await library.circulation.expireHolds()).toMatchObject([{ outcome: 'suspended', next: { patronId: 'budi' } }]);
    expect(await library.queue('T')).toEqual(['siti', 'budi']);
    library.clock.set('2026-06-20T00:05');
    expect(await library.circulation.resumeHolds()).toBe(1);
    await library.lend('budi', 'T');
    await library.takeBack('T');
    library.clock.set('2026-06-30T16:15');
    expect(await library.circulation.expireHolds()).toMatchObject([{ patronId: 'siti', outcome: 'expired' }]);
  });
});

describeOnEachDatabase('what is due', (open) => {
  it('is read page by page, a patron never on two of them', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('a', 'b', 'c');
    for (const title of ['P', 'Q', 'R', 'S']) await library.addTitle(title, ['main']);
    await library.lend('a', 'P');
    await library.lend('a', 'Q');
    await library.lend('b', 'R');
    library.clock.set('2026-06-10T09:00');
    await library.lend('c', 'S');
    const first = await library.circulation.dueSoon({ dueOn: ['2026-06-16'], limit: 1 });
    expect(first).toMatchObject({ patrons: [{ patronId: 'a', loans: [{ dueOn: '2026-06-16' }, { dueOn: '2026-06-16' }] }], next: 'a' });
    const second = await library.circulation.dueSoon({ dueOn: ['2026-06-16'], limit: 2, after: first.next });
    expect(second).toMatchObject({ patrons: [{ patronId: 'b', loans: [{ title: 'Judul R' }] }], next: null });
  });

  it('lists the holds that are ready, and those on their last day', async () => {
    const library = await ready(await smallLibrary(await open()));
    expect(await library.circulation.readyHolds()).toMatchObject([
      { patronId: 'siti', title: 'Judul T', pickupName: 'Pusat', deadlineOn: '2026-06-12' },
    ]);
    expect(await library.circulation.readyHolds({ deadlineOn: '2026-06-12' })).toHaveLength(1);
    expect(await library.circulation.readyHolds({ deadlineOn: '2026-06-13' })).toEqual([]);
  });
});
