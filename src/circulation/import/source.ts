import { isMarc21, openMarc21 } from './marc21.ts';
import { isMarcXml, openMarcXml } from './marcxml.ts';
import type { ProblemKind } from './notes.ts';
import { openCsv } from './read-csv.ts';
import { isWorkbook, openWorkbook } from './read-xlsx.ts';
import type { Source } from './record.ts';
import { openTable } from './table.ts';

const refused = (refusal: ProblemKind): Source => ({
  format: 'unknown',
  fields: [],
  refusal,
  // nothing is read of a refused file
  records: async function* nothing() {},
});

/** Recognises a file by its content; its name proves nothing. */
export const openSource = async (bytes: Uint8Array): Promise<Source> => {
  if (bytes.length === 0) return refused('empty-file');
  if (isWorkbook(bytes)) {
    const sheet = await openWorkbook(bytes);
    return typeof sheet === 'string' ? refused(sheet) : openTable(sheet);
  }
  if (isMarcXml(bytes)) return openMarcXml(bytes) ?? refused('xml-refused');
  if (isMarc21(bytes)) return openMarc21(bytes);
  const source = openTable(openCsv(bytes));
  return source.format === 'unknown' ? refused('not-a-catalogue') : source;
};
