import type { Service } from '#conversation/service.ts';
import { link, rules, unlink } from './dialogue.ts';

export const membership: Service = {
  name: 'membership',
  dialogues: [link, unlink, rules],
  commands: [
    {
      names: { id: 'hubungkan', en: 'link' },
      describes: { id: 'Hubungkan kartu anggota', en: 'Connect your library card' },
      intent: 'member.link_card',
      slot: 'card_number',
      listed: true,
    },
    {
      names: { id: 'aturan', en: 'rules' },
      describes: { id: 'Aturan peminjaman', en: 'Lending rules' },
      intent: 'member.rules',
      listed: true,
    },
  ],
};
