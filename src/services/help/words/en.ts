import { list } from '#conversation/say.ts';
import type { HelpWords } from './id.ts';

export const en: HelpWords = {
  welcome: (library) => `Hello, I am the assistant of ${library}. Would you like to find a book, reserve, renew, or know the opening hours? Just write as you talk, such as "do you have Laskar Pelangi?"`,
  hello: 'Hello, how can I help? For instance find a book, my loans, or opening hours.',
  thanks: 'You are welcome. Enjoy your reading.',
  menu: 'This is what I can do. Choose a number, or just write:',
  more: (staff) => [
    'Some things you can write:',
    list(['find Laskar Pelangi', 'reserve Bumi Manusia', 'my loans', 'renew all', 'my holds', 'what time do you open tomorrow', 'cancel', 'bahasa Indonesia', ...(staff ? ['/checkout CODE CARD', '/checkin CODE', 'pull list'] : [])]),
  ],
  outOfScope: 'That is not a matter of the library, so I cannot help with it. I can find books, reserve, renew, and tell the opening hours. Type "menu" for the choices.',
  othersData: "I cannot show other readers' data. For your own, type \"my loans\" or \"my holds\".",
  librarian: (phone, hours) => `You can reach a librarian ${phone ? `by telephone ${phone} or ` : ''}at the service desk (staff hours: ${hours}).`,
  library: 'the library',
  menuItems: {
    'catalog.search': 'Find a book', 'loan.list': 'My loans', 'loan.renew': 'Renew a loan', 'hold.list': 'My reservations', 'info.hours': 'Opening hours', 'reading.recommend': 'Reading suggestions', 'contact.librarian': 'Talk to a librarian',
  },
};
