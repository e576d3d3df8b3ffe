import { formatWith } from '#languages/format.ts';

export const format = formatWith({
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  locale: 'en-GB',
  clockSign: ':',
  and: 'and',
});
