import type { MessageEntity } from 'grammy/types';
import type { TextRange } from '#delivery/plain-text.ts';
import { Temporal } from '#shared/day.ts';

type Kind = Extract<TextRange, { kind: 'strong' | 'em' | 'code' | 'quote' }>['kind'];

const plainTypes = { strong: 'bold', em: 'italic', code: 'code', quote: 'blockquote' } as const satisfies Record<Kind, string>;

/** Telegram's own marks. Never parse_mode: with entities no character of a title can be taken for markup. */
export const entitiesOf = (ranges: readonly TextRange[]): MessageEntity[] =>
  ranges.flatMap((range) => {
    const entity = entityOf(range, { offset: range.start, length: range.end - range.start });
    return entity === null ? [] : [entity];
  });

const entityOf = (range: TextRange, place: { readonly offset: number; readonly length: number }): MessageEntity | null => {
  switch (range.kind) {
    case 'link':
      // Other schemes are refused; the address stands in the text anyway.
      return /^(https?|tg):\/\//i.test(range.href) ? { ...place, type: 'text_link', url: range.href } : null;
    case 'when': {
      const seconds = secondsOf(range.iso);
      // The empty format leaves our words as they are and adds the reader's own clock on a tap.
      return seconds === null ? null : { ...place, type: 'date_time', unix_time: seconds, date_time_format: '' };
    }
    case 'mention': {
      const id = Number(range.accountId);
      return Number.isSafeInteger(id) ? { ...place, type: 'text_mention', user: { id, is_bot: false, first_name: '-' } } : null;
    }
    default:
      return { ...place, type: plainTypes[range.kind] };
  }
};

/** A day is not a moment: only an instant with its offset has seconds. */
const secondsOf = (iso: string): number | null => {
  try {
    return Math.floor(Temporal.Instant.from(iso).epochMilliseconds / 1000);
  } catch {
    return null;
  }
};
