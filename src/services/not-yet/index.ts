import type { Service } from '#conversation/service.ts';
import { dialogues } from './dialogue.ts';

export const notYet: Service = { name: 'not-yet', dialogues };
