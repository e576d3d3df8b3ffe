import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { patronId, smallLibrary, titleId } from './small-library.ts';

describeOnEachDatabase('what the library tells', (open) => {
  it('of titles comes in the order asked for, without those it does not have', async () => {
    const library = await smallLibrary(await open());
    await library.addTitle('A', ['main']);
    const digitalJson = JSON.stringify({ formats: ['pdf'], access: 'link', concurrent: null });
    await library.database.models.title.create({
      data: {
        id: 'B',
        title: 'Judul B',
        addedOn: '2026-01-02',
        subjectsJson: '["Sejarah","Palembang"]',
        localAuthor: true,
        digitalJson,
        year: 1984,
      },
    });
    const titles = await library.circulation.titles([titleId('B'), titleId('X'), titleId('A')]);
    expect(titles.map((title) => title.id)).toEqual(['B', 'A']);
    expect(titles[0]).toEqual({
      ...{
        id: 'B',
        title: 'Judul B',
        author: '',
        subjects: ['Sejarah', 'Palembang'],
        isbn: null,
        publisher: null,
        year: 1984,
        synopsis: null,
        language: 'id',
      },
      ...{ format: 'book', audience: 'all', localAuthor: true, reference: false, callNumber: null, shelf: null, addedOn: '2026-01-02' },
      digital: { formats: ['pdf'], access: 'link', concurrent: null },
    });
    expect(titles[1]).toMatchObject({ localAuthor: false, digital: null });
  });

  it('of copies counts each place, and not what nobody can have', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('T', ['main', 'main', 'east', 'van', 'main']);
    await library.addTitle('NONE', []);
    await library.database.models.copy.update({ where: { code: 'T-5' }, data: { status: 'lost' } });
    await library.lend('siti', 'T-1');
    await library.lend('budi', 'T-2');
    await library.place('ani', 'T', 'east');
    const found = await library.circulation.availability([titleId('T'), titleId('NONE')]);
    expect(found.get(titleId('T'))).toEqual({
      places: [
        { branchId: 'main', branchName: 'Pusat', kind: 'branch', copies: 2, available: 0 },
        { branchId: 'east', branchName: 'Cambai', kind: 'branch', copies: 1, available: 0 },
        { branchId: 'van', branchName: 'Mobil Pintar', kind: 'van', copies: 1, available: 1 },
      ],
      ...{ copies: 4, available: 1, onLoan: 2, earliestDue: null, queue: 0 },
    });
    expect(found.get(titleId('NONE'))).toEqual({ places: [], copies: 0, available: 0, onLoan: 0, earliestDue: null, queue: 0 });
  });

  it('of a reader is the status of today', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'gone');
    await library.database.models.patron.update({ where: { id: 'siti' }, data: { expiresOn: '2026-06-09' } });
    await library.database.models.patron.update({ where: { id: 'gone' }, data: { status: 'deleted' } });
    expect(await library.circulation.patron(patronId('siti'))).toEqual({
      id: 'siti',
      name: 'Pembaca siti',
      card: 'K-siti',
      type: 'adult',
      status: 'active',
      birthOn: null,
      expiresOn: '2026-06-09',
      suspendedUntil: null,
    });
    library.clock.set('2026-06-10T00:00');
    expect(await library.circulation.patron(patronId('siti'))).toMatchObject({ status: 'expired' });
    expect(await library.circulation.patron(patronId('gone'))).toBeNull();
    expect(await library.circulation.patron(patronId('nobody'))).toBeNull();
  });

  it('of pickup places leaves out the van and stops without a visit to come', async () => {
    const library = await smallLibrary(await open());
    await library.database.models.vanStop.create({ data: { id: 'S1', name: 'Kantor lurah', lat: -3.4, lon: 104.2 } });
    expect(await library.circulation.pickupPlaces()).toEqual([
      { id: 'main', name: 'Pusat', kind: 'branch', visit: null },
      { id: 'east', name: 'Cambai', kind: 'branch', visit: null },
    ]);
    expect(await library.circulation.closedStops()).toEqual([{ id: 'S1', name: 'Kantor lurah' }]);
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    for (const place of ['S1', 'van', 'nowhere'])
      expect(await library.place('siti', 'T', place)).toMatchObject({ refusal: { reason: 'pickup-invalid' } });
  });
});
