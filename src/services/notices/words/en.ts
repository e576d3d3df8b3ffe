import type { NoticeWords } from './id.ts';

export const en: NoticeWords = {
  stopped: 'All notices are off. You can still ask me anything. Type "start notices" to switch them on again.',
  resumed: 'Notices are on again: due-date reminders and news about your reservations will come to this chat.',
  resumedWithoutCard: 'Notices are on. Reminders about loans need a connected library card: type "link card".',
};
