import type { Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { fines, listLoans, renew } from './dialogue.ts';

export const loans: Service = {
  name: 'loans',
  dialogues: [listLoans, renew, fines],
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
  ],
};
