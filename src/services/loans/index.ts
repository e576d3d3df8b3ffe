import type { Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { claimReturned, reportLost } from './dialogue/cases.ts';
import { listLoans, renew } from './dialogue.ts';
import { fines } from './dialogue/fines.ts';

export const loans: Service = {
  name: 'loans',
  dialogues: [listLoans, renew, fines, claimReturned, reportLost],
  clockwork,
  commands: [
    { names: { id: 'pinjaman', en: 'loans' }, describes: { id: 'Pinjaman saya', en: 'My loans' }, intent: 'loan.list', listed: true },
    {
      names: { id: 'perpanjang', en: 'renew' },
      describes: { id: 'Perpanjang pinjaman', en: 'Renew a loan' },
      intent: 'loan.renew',
      slot: 'title',
      listed: true,
    },
    {
      names: { id: 'kembali', en: 'returned' },
      describes: { id: 'Buku sudah saya kembalikan', en: 'I returned a book' },
      intent: 'loan.claim_returned',
      slot: 'title',
    },
    {
      names: { id: 'laporhilang', en: 'reportlost' },
      describes: { id: 'Lapor buku hilang', en: 'Report a lost book' },
      intent: 'loan.report_lost',
      slot: 'title',
    },
    { names: { id: 'denda', en: 'fines' }, describes: { id: 'Denda saya', en: 'My fines' }, intent: 'fine.status' },
  ],
};
