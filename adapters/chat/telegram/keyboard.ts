import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { ChoiceOption, Choices } from '#ports/message.ts';

/** Telegram refuses more; the numbers in the text reach the rest. */
const mostButtons = 100;
const longestLabel = 64;
const shortLabel = 14;

/** One button a row, two where both labels are short; the way out alone in the last row. */
export const keyboardOf = (choices: Choices | undefined): InlineKeyboardMarkup | undefined => {
  if (choices === undefined) return undefined;
  const shown = choices.options.slice(0, choices.escape === undefined ? mostButtons : mostButtons - 1);
  const rows = inRows(shown.map((option, index) => buttonOf(option, index + 1)));
  if (choices.escape !== undefined) rows.push([buttonOf(choices.escape, 0)]);
  return rows.length === 0 ? undefined : { inline_keyboard: rows };
};

const buttonOf = (option: ChoiceOption, number: number): InlineKeyboardButton => {
  const button = { text: labelOf(option.label, number), callback_data: option.id };
  return option.style === undefined ? button : { ...button, style: option.style };
};

// Two long labels may begin alike: a cut one carries its number, so no two buttons look the same.
const labelOf = (label: string, number: number): string => {
  const line = label.replace(/\s+/g, ' ').trim();
  if (line === '') return `${number}`;
  if (line.length <= longestLabel) return line;
  const room = longestLabel - `${number}. …`.length;
  return `${number}. ${line
    .slice(0, room)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
};

const inRows = (buttons: readonly InlineKeyboardButton[]): InlineKeyboardButton[][] => {
  const rows: InlineKeyboardButton[][] = [];
  for (const button of buttons) {
    const last = rows.at(-1);
    const neighbour = last?.length === 1 ? last[0] : undefined;
    if (last !== undefined && neighbour !== undefined && isShort(neighbour) && isShort(button)) last.push(button);
    else rows.push([button]);
  }
  return rows;
};

const isShort = (button: InlineKeyboardButton): boolean => button.text.length <= shortLabel;
