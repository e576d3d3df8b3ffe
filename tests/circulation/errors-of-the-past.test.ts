import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { smallLibrary } from './small-library.ts';

// Errors of the past, each told once more by itself.

describeOnEachDatabase('a copy on the van', (open) => {
  it('leaves with a reader there while others wait at a branch, where it never comes', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('V', ['van', 'main']);
    await library.lend('ani', 'V-2');
    await library.place('siti', 'V', 'main');
    expect(await library.lend('budi', 'V-1')).toMatchObject({ ok: true, value: { copyCode: 'V-1' } });
    expect(await library.holdOf('siti', 'V')).toMatchObject({ status: 'waiting', position: 1 });
  });
});
