import { list } from '#conversation/say.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Format } from '#languages/format.ts';
import type { CardEdit, RuleChanges, RuleTable, TermPreview, TermScope, TermSetting, TermValue } from '../rules.ts';
import type { RuleWords } from './id.ts';

type Spoken = TermValue | undefined;

const count = (value: Spoken, noun: string): string => `${String(value)} ${noun}${value === 1 ? '' : 's'}`;

/** Each term: what it is called, and how its value is said. */
const terms: Readonly<Record<TermSetting, readonly [name: string, value: (value: Spoken, f: Format) => string]>> = {
  loan_days: ['Loan period', (value) => count(value, 'day')],
  max_loans: ['Loans at a time', (value) => count(value, 'book')],
  max_holds: ['Reservations at a time', (value) => count(value, 'title')],
  max_holds_per_day: ['Reservations a day', (value) => (value === null ? 'no limit' : count(value, 'title'))],
  max_renewals: ['Renewals', (value) => (value === 0 ? 'none' : `at most ${count(value, 'time')}`)],
  renew_days: ['Renewal period', (value) => count(value, 'day')],
  renewable: ['Can be renewed', (value) => (value === true ? 'yes' : 'no')],
  renew_from: ['Renewals count', (value) => (value === 'today' ? 'from today' : 'from the due date')],
  renew_window_days: ['Renewals open', (value) => (value === null ? 'at any time' : `${count(value, 'day')} before the due date`)],
  overdue_renewal: [
    'Renewals when late',
    (value) => (value === 'allow' ? 'within the days of grace' : value === 'block' ? 'not of that book' : 'of no book'),
  ],
  overdue_grace_days: ['Days of grace', (value) => count(value, 'open day')],
  due_mode: [
    'Due on a closed day',
    (value) =>
      value === 'pushNextOpen'
        ? 'moves to the next open day'
        : value === 'skipClosed'
          ? 'closed days are not counted'
          : 'stays by the plain calendar',
  ],
  hold_pickup_days: ['Reservations are kept', (value) => count(value, 'open day')],
  missed_pickup: ['Missed pickups', (value) => (value === 'suspend' ? 'are suspended once' : 'end the reservation')],
  fine_per_day: ['Fine for a day late', (value, f) => (value === 0 ? 'none (suspension)' : f.money(Number(value)))],
  late_days: ['Days late', (value) => (value === 'open' ? 'count open days only' : 'count every day')],
  block_at_fine: ['Fines that stop borrowing', (value, f) => (value === null ? 'none' : `from ${f.money(Number(value))}`)],
  suspension_factor: ['Suspension for a day late', (value) => count(value, 'day')],
  suspension_cap_days: ['Suspension at most', (value) => count(value, 'day')],
};

const types: Readonly<Record<PatronType, string>> = { adult: 'adults', teen: 'teens', child: 'children' };

const said = (setting: TermSetting, value: Spoken, f: Format): string => terms[setting][1](value, f);

const scopeWords = ({ patronType, material, from, to }: TermScope, branch: string | null, f: Format): readonly string[] => [
  patronType === null ? 'all members' : types[patronType],
  ...(material === null ? [] : [`for ${material}`]),
  ...(branch === null ? [] : [`at ${branch}`]),
  ...(from === null ? [] : [`from ${f.day(from)}`]),
  ...(to === null ? [] : [`to ${f.day(to)}`]),
];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** When a change begins to count, and what stays as it is. */
const reach = (setting: TermSetting, { loans, late, over }: TermPreview): string => {
  if (setting === 'loan_days' || setting === 'due_mode')
    return `Holds for new loans; ${loans} open ${loans === 1 ? 'loan stays' : 'loans stay'} as they are.`;
  if (setting === 'max_loans' || setting === 'max_holds')
    return `Holds from the next request on; ${over > 0 ? `${over} ${over === 1 ? 'member has' : 'members have'} more already, ` : ''}nothing is recalled.`;
  if (/fine|suspension|late/.test(setting)) return `Holds also for loans that are late already (${late} now).`;
  if (setting === 'hold_pickup_days') return 'Holds for reservations that become ready after this; deadlines that are set stay.';
  return 'Holds from the next request on; due dates that are set stay.';
};

/** What the general lines of the table speak of; a term nobody set otherwise stays unsaid elsewhere. */
const tabled: readonly TermSetting[] = [
  ...(['loan_days', 'max_loans', 'max_renewals', 'renew_days', 'renew_window_days', 'max_holds', 'hold_pickup_days', 'due_mode'] as const),
  ...(['fine_per_day', 'block_at_fine', 'suspension_cap_days', 'overdue_grace_days'] as const),
];

const generalLine = (setting: TermSetting, { general }: RuleTable, f: Format): string => {
  const values = general.map(({ patronType, changes }) => ({ patronType, value: said(setting, changes[setting], f) }));
  const [first] = values;
  const isSame = values.every(({ value }) => value === first?.value);
  const each = values.map(({ patronType, value }) => `${types[patronType]} ${value}`);
  return `${terms[setting][0]}: ${isSame ? (first?.value ?? '') : each.join(', ')}`;
};

const changesText = (changes: RuleChanges, f: Format): string =>
  // as: the fields of a row are the settings
  (Object.entries(changes) as readonly [TermSetting, Spoken][])
    .map(([setting, value]) => `${terms[setting][0].toLowerCase()} ${said(setting, value, f)}`)
    .join('; ');

const shift = ({ terms: all }: Pick<TermPreview, 'terms'>, setting: TermSetting, f: Format): string => {
  const each = all.map(({ patronType, before, after }) => ({
    patronType,
    text: `${said(setting, before, f)} → ${said(setting, after, f)}`,
  }));
  const [first] = each;
  return each.every(({ text }) => text === first?.text)
    ? (first?.text ?? '')
    : each.map(({ patronType, text }) => `${types[patronType]} ${text}`).join(', ');
};

const cardNames: Readonly<Record<CardEdit['field'], string>> = {
  name: 'Name of the library',
  address: 'Address of the library',
  phone: 'Telephone of the library',
  facilities: 'Facilities',
};

export const en: RuleWords = {
  label: (scope, branch, f) => capital(scopeWords(scope, branch, f).join(' ')),
  table: (table, branches, f) => [
    'Lending rules in force:',
    list(tabled.map((setting) => generalLine(setting, table, f))),
    ...(table.rows.length > 0
      ? [
          'Special rules (the most special one wins):',
          list(
            table.rows.map(({ label, scope, changes }) => {
              const whom = scopeWords(scope, scope.branchId === null ? null : (branches.get(scope.branchId) ?? scope.branchId), f).join(
                ' ',
              );
              return `${label}${whom === '' ? '' : `, ${whom}`}: ${changesText(changes, f)}`;
            }),
          ),
        ]
      : []),
    'The head or an admin changes them by writing, for example, "loan period 14 days" or "max loans children 3".',
  ],
  onlyHead: (names, f) =>
    `Only the head of the library or an admin changes this${names.length > 0 ? ` (${f.list(names)})` : ''}. Please tell them; nothing has changed.`,
  whichValue: (setting) => `${terms[setting][0]}: how much shall it be? Write the number.`,
  notSensible: (setting, least, most, f) =>
    `${terms[setting][0]}: this has to be a whole number from ${f.number(least)} to ${f.number(most)}. Write the number.`,
  datesWrong: 'The last day has passed, or it is before the first. Write, for example, "from 1 april until 30 april".',
  alreadySo: (setting, value, f) => `${terms[setting][0]}: it is ${said(setting, value, f)} already, so nothing has changed.`,
  preview: (edit, preview, branch, f) => {
    const whom = scopeWords(edit.scope, branch, f);
    return [
      `${terms[edit.setting][0]}: ${shift(preview, edit.setting, f)}, for ${whom.join(' ')}.`,
      `${reach(edit.setting, preview)}${preview.others.length > 0 ? ` Not changed with it: ${f.list(preview.others.map(({ label, value }) => `${label} (${said(edit.setting, value, f)})`))}.` : ''}`,
      'Change this rule?',
    ];
  },
  changed: (edit, preview, f) =>
    `${terms[edit.setting][0]} changed: ${shift(preview, edit.setting, f)}. It holds from ${edit.scope.from === null ? 'now on' : f.day(edit.scope.from)}.`,
  whichCard: 'What shall be changed? Write, for example, "change the library phone to 0713-123456" or "add facility prayer room".',
  confirmCard: ({ field, value, removes }) =>
    field === 'facilities'
      ? `${removes ? 'Remove' : 'Add'} the facility "${value}"? Visitors read this.`
      : `${cardNames[field]}: "${value}". Visitors read this. Save it?`,
  cardChanged: ({ field, value, removes }) =>
    field === 'facilities' ? `The facility "${value}" is ${removes ? 'removed' : 'added'}.` : `${cardNames[field]} changed: ${value}.`,
};
