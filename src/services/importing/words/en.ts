import { list } from '#conversation/say.ts';
import type { ImportFigures, ImportingWords, Worry } from './id.ts';

const kinds = { titles: 'Titles', copies: 'Copies', members: 'Members', loans: 'Loans' } as const;

const counted = ({ counts }: ImportFigures): readonly string[] =>
  (['titles', 'copies', 'members', 'loans'] as const)
    .filter((kind) => counts[kind].added + counts[kind].changed + counts[kind].unchanged > 0)
    .map((kind) => `${kinds[kind]}: ${counts[kind].added} new, ${counts[kind].changed} changed, ${counts[kind].unchanged} the same`);

const problems = (report: ImportFigures): readonly string[] =>
  report.problems.length === 0
    ? []
    : [
        `To be checked: ${report.problems.length}, for example row ${report.problems
          .slice(0, 3)
          .map(({ row }) => row)
          .join(', ')}. The whole list: npm run import -- FILE --dry-run --problems problems.csv`,
      ];

const concern = (one: Worry): string =>
  one.kind === 'closes-loans'
    ? `${one.loans.length} loans would be closed, because they are no longer in this file: ${one.loans.slice(0, 5).join(', ')}${one.loans.length > 5 ? ', …' : ''}`
    : `${kinds[one.what]} in this file: ${one.now}, in the last import: ${one.before}. Check first whether the export is whole`;

export const en: ImportingWords = {
  howTo:
    'Send the exported file to this chat (in a terminal: type its path, or drag it in). Known are SLiMS (biblio, item, members), INLISLite, MARC, tables as CSV or XLSX, and lists of loans. I show what is in it before anything changes.',
  whoMay: 'Imports are done by librarians, the head or an admin. The file was not read; please hand it to them.',
  cannotRead: (name) =>
    `The file ${name} cannot be read: it is gone, or too large for this chat. Send it again, or run npm run import on the library's computer.`,
  notUnderstood: (name) =>
    `What is in ${name} is not known to me, so nothing was changed. Known are SLiMS (biblio, item, members), INLISLite, MARC, tables as CSV or XLSX with column names, and lists of loans.`,
  wouldBring: (report, concerns) => [
    `This file has ${report.counts.read} rows. Nothing was changed yet; it would bring:`,
    list([...counted(report), ...concerns.map(concern), ...problems(report)]),
    'Import it now?',
  ],
  brought: (report) => [
    `Imported: ${report.counts.read} rows.`,
    list([...counted(report), ...(report.counts.closed > 0 ? [`Loans closed: ${report.counts.closed}`] : []), ...problems(report)]),
    'Sending the same file again doubles nothing.',
  ],
};
