import type { Service } from '#conversation/service.ts';
import { resume, stop } from './dialogue.ts';

export const notices: Service = {
  name: 'notices',
  dialogues: [stop, resume],
  commands: [
    {
      names: { id: 'stop', en: 'unsubscribe' },
      describes: { id: 'Matikan semua pemberitahuan', en: 'Stop all notices' },
      intent: 'notice.stop',
      listed: true,
    },
  ],
};
