import { type Reader, having } from './spans.ts';

/** concept → value of the slot */
type Choice = Readonly<Record<string, string>>;

const FORMATS: Choice = { format_braille: 'braille', format_audio: 'audio', format_large: 'large_print', format_digital: 'digital' };
const AUDIENCES: Choice = { teen: 'teen', child: 'child', adult: 'adult' };
const LANGUAGES: Choice = { l_en: 'en', l_id: 'id', l_ar: 'ar', l_plm: 'plm', l_other: 'mul' };
const FACILITIES: Choice = {
  f_wifi: 'wifi',
  f_children_corner: 'children_corner',
  f_discussion_area: 'discussion_area',
  f_power_outlet: 'power_outlet',
  f_computer: 'computer',
  f_printing: 'printing',
  f_prayer_room: 'prayer_room',
  f_parking: 'parking',
  f_toilet: 'toilet',
  f_locker: 'locker',
  f_food: 'food',
  f_reading_room: 'reading_room',
  room: 'discussion_area',
};
const NEEDS: Choice = {
  homedelivery: 'home_delivery',
  visual: 'visual',
  hearing: 'hearing',
  mobility: 'mobility',
  learning: 'learning',
  disabled: 'any',
};
const SETTINGS: Choice = {
  s_no_emoji: 'no_emoji',
  s_alt: 'alt_text',
  s_numbered: 'numbered_menu',
  s_voice: 'voice',
  s_large: 'large_text',
  s_short: 'short_replies',
  s_simple: 'simple_language',
  s_screen_reader: 'screen_reader',
  format_large: 'large_text',
};
const ITEM_ASPECTS: Choice = {
  item_synopsis: 'synopsis',
  item_copies: 'copies',
  item_location: 'location',
  item_dueback: 'due_back',
  item_queue: 'queue',
  item_loanable: 'loanable',
  item_biblio: 'bibliographic',
  item_status: 'availability',
  available: 'availability',
  have: 'availability',
};
const EVENT_ASPECTS: Choice = {
  e_deadline: 'deadline',
  e_speaker: 'speaker',
  e_certificate: 'certificate',
  e_capacity: 'capacity',
  e_fee: 'fee',
  e_requirements: 'requirements',
  e_audience: 'audience',
  child: 'audience',
  e_time: 'time',
  e_place: 'place',
};
const RULES: Choice = {
  r_clearance: 'clearance_letter',
  r_proxy: 'proxy',
  r_lost_card: 'lost_card',
  r_lost_item: 'lost_item',
  cardlife: 'card_renewal',
  r_renewal_limit: 'renewal_limit',
  fine: 'fine_rate',
  r_loan_period: 'loan_period',
  r_loan_limit: 'loan_limit',
  r_eligibility: 'eligibility',
  r_fee: 'fee',
  r_requirements: 'requirements',
  rules: 'requirements',
};
const KINDS: Choice = { complain: 'complaint', praise: 'praise', suggest: 'suggestion', feedbacknoun: 'suggestion' };
const NOTICES: Choice = { t_due: 'due_reminder', t_events: 'events', t_holds: 'holds' };

const COPY_STATES: Choice = { copyfound: 'found', copydamaged: 'damaged', lost: 'lost', copygone: 'missing', absent: 'missing' };
// In the order in which they decide: a person named is more than the office named beside him.
const FOREIGN: Choice = {
  otherperson: 'others_data',
  someone: 'others_data',
  thirdperson: 'others_data',
  identity: 'identity',
  agency: 'other_office',
  weakagency: 'other_office',
};

const chosen =
  (choice: Choice) =>
  (reader: Reader): string | undefined => {
    for (const [concept, value] of Object.entries(choice)) if (having(reader, concept).some((unit) => !unit.negated)) return value;
    return undefined;
  };

export const format = chosen(FORMATS);
export const language = chosen(LANGUAGES);
export const facility = chosen(FACILITIES);
export const need = chosen(NEEDS);
export const setting = chosen(SETTINGS);
export const itemAspect = chosen(ITEM_ASPECTS);
export const eventAspect = chosen(EVENT_ASPECTS);
export const rulesTopic = chosen(RULES);
export const kind = chosen(KINDS);
export const noticeTopic = chosen(NOTICES);
export const audience = chosen(AUDIENCES);
export const copyState = chosen(COPY_STATES);

const OWNED = ['borrow', 'loan', 'fine', 'holdnoun', 'return', 'late', 'contactinfo', 'address', 'data', 'card', 'membership', 'copydata'];

/** Why a message is none of ours, where a sentence was made for it: somebody else's data, another office, who the assistant is. */
export const foreignKind = (reader: Reader): string | undefined => {
  const asksOfOwned = having(reader, ...OWNED).length > 0;
  if (having(reader, 'who').length > 0 && having(reader, 'borrow', 'fine', 'late', 'join').length > 0) return 'others_data';
  if (asksOfOwned && having(reader, 'human', 'membership').length > 0 && having(reader, 'contactinfo', 'address').length > 0)
    return 'others_data';
  const found = chosen(FOREIGN)(reader);
  return found === 'others_data' && !asksOfOwned && having(reader, 'otherperson').length === 0 ? undefined : found;
};

/** The one the message names even in a negation: "bukan nyari buku inggris, ganti bahasa bot nya jadi". */
export const anyLanguage = (reader: Reader): string | undefined =>
  language(reader) ??
  Object.entries(LANGUAGES).find(([concept]) => reader.message.units.some((unit) => unit.concepts.includes(concept)))?.[1];

const FILE_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/\bpdf\b/u, 'pdf'],
  [/\bepub\b/u, 'epub'],
  [/\bmp3\b/u, 'mp3'],
  [/\bcsv\b/u, 'csv'],
  [/\b(?:xlsx?|excel|exel)\b/u, 'xlsx'],
];

export const fileFormat = ({ message }: Reader): string | undefined =>
  FILE_FORMATS.find(([word]) => word.test(message.text.toLowerCase()))?.[1];

export const flag =
  (...concepts: readonly string[]) =>
  (reader: Reader): true | undefined =>
    having(reader, ...concepts).some((unit) => !unit.negated) ? true : undefined;
/** "apakah tersedia …" only asks whether there is one; "yang tersedia" wants nothing else. */
export const availableOnly = (reader: Reader): true | undefined =>
  having(reader, 'available').some(
    (unit) => !unit.negated && (!/^tersedia$/iu.test(unit.text) || /\b(?:yang|yg)\s+(?:masih\s+)?tersedia/iu.test(reader.message.text)),
  )
    ? true
    : undefined;

export const fixed =
  (value: string, ...concepts: readonly string[]) =>
  (reader: Reader): string | undefined =>
    flag(...concepts)(reader) === true ? value : undefined;
