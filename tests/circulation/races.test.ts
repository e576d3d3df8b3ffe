import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { patronId, smallLibrary, titleId } from './small-library.ts';

const readers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);

describeOnEachDatabase('at the same time', (open) => {
  it('fifty readers want the last copy: one gets it, all others stand in line behind each other', async () => {
    const library = await smallLibrary(await open());
    const people = readers(50);
    await library.addPatrons(...people);
    await library.addTitle('T', ['main']);
    const answers = await Promise.all(people.map((reader) => library.place(reader, 'T')));
    const placed = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(placed).toHaveLength(50);
    expect(placed.filter((value) => value.status === 'allocated')).toMatchObject([{ position: 1, copyCode: 'T-1' }]);
    expect(placed.map((value) => value.position).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(people.map((_, index) => index + 1));
    expect((await library.queue('T')).length).toBe(50);
  });

  it('one key comes eight times: one hold, one answer', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    const request = { patronId: patronId('siti'), titleId: titleId('T'), pickupPlace: 'main' };
    const answers = await Promise.all(readers(8).map(() => library.circulation.placeHold(request, { key: 'tap' })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
    expect(await library.database.models.hold.count()).toBe(1);
  });

  it('one reader asks for six titles: no more than allowed are taken', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    const titles = ['A', 'B', 'C', 'D', 'E', 'F'];
    for (const title of titles) await library.addTitle(title, ['main']);
    const answers = await Promise.all(titles.map((title) => library.place('siti', title)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
    expect(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.refusal.reason)).toEqual(
      Array(4).fill('hold-limit'),
    );
  });

  it('ten readers want to take one copy home: one does', async () => {
    const library = await smallLibrary(await open());
    const people = readers(10);
    await library.addPatrons(...people);
    await library.addTitle('T', ['main']);
    const answers = await Promise.all(people.map((reader) => library.lend(reader, 'T-1')));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await library.database.models.loan.count({ where: { openMark: 1 } })).toBe(1);
  });

  it('a loan is renewed from two chats: it is longer by one renewal', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.lend('siti', 'T');
    library.clock.set('2026-06-14T10:00');
    const request = { patronId: patronId('siti'), loanId: (await library.loanOf('siti', 'T')).id };
    const answers = await Promise.all([
      library.circulation.renew(request, library.key()),
      library.circulation.renew(request, library.key()),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await library.loanOf('siti', 'T')).toMatchObject({ dueOn: '2026-06-23', renewals: 1 });
  });

  it('a book comes back while readers ask for it: the first of them has it, nobody is passed over', async () => {
    const library = await smallLibrary(await open());
    const people = readers(6);
    await library.addPatrons('ani', ...people);
    await library.addTitle('T', ['main']);
    await library.lend('ani', 'T');
    await Promise.all([...people.map((reader) => library.place(reader, 'T')), library.takeBack('T')]);
    const holds = await library.database.models.hold.findMany({ where: { titleId: 'T' }, orderBy: { placedAt: 'asc' } });
    const [first] = holds;
    expect(first?.copyCode).toBe('T-1');
    expect(holds.filter((hold) => hold.copyCode !== null)).toHaveLength(1);
    const waiting = holds.filter((hold) => hold.position !== null).map((hold) => hold.position);
    expect(waiting).toEqual(waiting.map((_, index) => index + 1));
  });

  it('all readers of a queue give up: the copy is free and nobody is left', async () => {
    const library = await smallLibrary(await open());
    const people = readers(6);
    await library.addPatrons(...people);
    await library.addTitle('T', ['main']);
    for (const reader of people) await library.place(reader, 'T');
    const holds = await Promise.all(
      people.map(async (reader) => ({ patronId: patronId(reader), holdId: (await library.holdOf(reader, 'T')).id })),
    );
    const answers = await Promise.all(holds.map((hold) => library.circulation.cancelHold(hold, library.key())));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await library.copyStatus('T-1')).toBe('available');
    expect(await library.queue('T')).toEqual([]);
  });
});
