import type { Service } from '#conversation/service.ts';
import { greet, guess, help, librarian, outOfScope, start, thanks, why } from './dialogue.ts';

export const helping: Service = {
  name: 'help',
  dialogues: [greet, start, thanks, help, why, guess, outOfScope, librarian],
  commands: [
    { names: { id: 'mulai', en: 'start' }, describes: { id: 'Mulai', en: 'Start' }, intent: 'chat.start', slot: 'start' },
    { names: { id: 'bantuan', en: 'help' }, describes: { id: 'Bantuan dan menu', en: 'Help and menu' }, intent: 'nav.help', listed: true },
    { names: { id: 'menu', en: 'menu' }, describes: { id: 'Menu', en: 'Menu' }, intent: 'nav.help' },
    {
      names: { id: 'pustakawan', en: 'librarian' },
      describes: { id: 'Bicara dengan pustakawan', en: 'Talk to a librarian' },
      intent: 'contact.librarian',
      listed: true,
    },
  ],
};
