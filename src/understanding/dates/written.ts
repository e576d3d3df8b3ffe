import type { Placed } from './find.ts';
import type { Found } from './found.ts';
import type { DateReading } from './reading.ts';

const minute = (moment: { toString(options: { smallestUnit: 'minute' }): string }): string => moment.toString({ smallestUnit: 'minute' });

const part = (name: string | undefined): { readonly part?: string } => (name === undefined ? {} : { part: name });
const timeOnly = (is: boolean): { readonly timeOnly?: true } => (is ? { timeOnly: true } : {});

const written = (found: Found): DateReading => {
  switch (found.kind) {
    case 'day':
      return { type: 'date', value: found.day.toString(), ...part(found.part), confirm: found.confirm };
    case 'days':
      return { type: 'range', value: `${found.from.toString()}/${found.to.toString()}`, confirm: found.confirm };
    case 'set':
      return { type: 'set', value: found.days.join(','), confirm: found.confirm };
    case 'moment':
      return { type: 'datetime', value: minute(found.at), confirm: found.confirm, ...timeOnly(found.timeOnly) };
    case 'moments':
      return {
        type: 'datetime_range',
        value: `${minute(found.from)}/${minute(found.to)}`,
        confirm: found.confirm,
        ...timeOnly(found.timeOnly),
      };
    case 'deadline':
      return {
        type: 'deadline',
        value: found.value,
        confirm: found.confirm,
        ...(found.named === undefined ? {} : { date: found.named }),
      };
    case 'recurring':
      return { type: 'recurring', value: found.value, ...part(found.part), confirm: found.confirm };
    case 'holiday':
      return { type: 'holiday', value: found.key, ...part(found.side), confirm: found.confirm };
    case 'prayer':
      return {
        type: 'prayer',
        value: found.key,
        ...part(found.side),
        date: found.day.toString(),
        confirm: found.confirm,
      };
    default:
      return { type: found.kind, confirm: true };
  }
};

export const toReading = (one: Placed): DateReading => ({ ...written(one.found), start: one.start, end: one.end });

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** A reading in the slot form of the understanding (`language/intents.md` §3); undefined when no day is known. */
export const slotValueOf = (reading: DateReading): string | undefined => {
  const { type, value } = reading;
  if (value === undefined) return undefined;
  if (type === 'holiday') return `holiday:${value}`;
  if (type === 'prayer') return reading.date;
  if (type === 'recurring')
    return value.startsWith('weekly:') ? `recurring:${value.slice('weekly:'.length).split('@')[0]}` : `recurring:${value}`;
  if (type === 'deadline') return reading.date ?? value.slice(0, DAY_LENGTH);
  if (type === 'datetime' || type === 'datetime_range') return value.slice(0, DAY_LENGTH);
  return type === 'date' || type === 'range' || type === 'set' ? value : undefined;
};
