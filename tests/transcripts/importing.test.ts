import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const slims = readFileSync(join(import.meta.dirname, '../samples/slims/senayan_biblio_export_header.csv'));

describe('an export that staff send in chat', () => {
  it('is shown first, and brought in once it is agreed to', async () => {
    const library = await openLibrary(smallWorld());
    const shown = await library.sends('Tuti', { name: 'biblio.csv', base64: slims.toString('base64') });
    expect(shown[0]?.text).toMatch(
      /^Berkas ini memuat \d+ baris\. Belum ada yang diubah; yang akan masuk:\n• Judul: \d+ baru, 0 berubah, 0 sama/,
    );
    const [before] = await library.says('Siti', 'ada buku ajax?');
    expect(before?.text).toContain('Belum ketemu');
    const [done] = await library.says('Tuti', 'ya');
    expect(done?.text).toMatch(/^Sudah diimpor: \d+ baris\.\n• Judul: \d+ baru/);
    const [again] = await library.sends('Tuti', { name: 'biblio.csv', base64: slims.toString('base64') });
    expect(again?.text).toMatch(/• Judul: 0 baru, 0 berubah, \d+ sama/);
    expect(library.errors()).toEqual([]);
  });

  it('is refused where its content is not known, and from readers no file is taken', async () => {
    const library = await openLibrary(smallWorld());
    const [unknown] = await library.sends('Tuti', { name: 'surat.txt', base64: base64('Dengan hormat,\nbersama ini kami …\n') });
    expect(unknown?.text).toContain('Isi surat.txt tidak dikenali, jadi tidak ada yang diubah.');
    const [reader] = await library.sends('Siti', { name: 'biblio.csv', base64: slims.toString('base64') });
    expect(reader?.text).not.toContain('baris');
  });

  it('is explained on request', async () => {
    const library = await openLibrary(smallWorld());
    const [help] = await library.says('Tuti', '/impor');
    expect(help?.text).toContain('Kirim berkas ekspornya ke chat ini');
  });
});
