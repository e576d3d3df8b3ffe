import type { IntentId } from '#understanding/intent-ids.ts';
import type { Message } from '../message.ts';
import type { Unit } from '../unit.ts';
import * as choices from './choices.ts';
import * as free from './free-text.ts';
import * as moments from './moments.ts';
import * as named from './named.ts';
import * as numbers from './numbers.ts';
import type { Slots, SlotValue } from './slot-types.ts';
import type { Reader } from './spans.ts';

export type { Slots, SlotValue } from './slot-types.ts';

type Read = (reader: Reader) => SlotValue | readonly SlotValue[] | undefined;
type Readers = Readonly<Record<string, Read>>;

const forWhom: Read = choices.fixed('child', 'childmine');
const local: Read = choices.flag('localwriter');
const titled: Readers = { item_ref: numbers.itemRef, title: named.title };
/** What one has at home or waits for is in the catalogue: nothing else is its title. */
const ownTitled: Readers = { item_ref: numbers.itemRef, title: named.knownTitle };

const readers: Partial<Readonly<Record<IntentId, Readers>>> = {
  'catalog.search': {
    query: named.query,
    author: named.author,
    subject: named.soughtSubject,
    format: choices.format,
    audience: choices.audience,
    language: choices.language,
    available_only: choices.availableOnly,
    local_author: local,
    branch: choices.fixed('van', 'van'),
  },
  'catalog.item_details': { ...titled, aspect: choices.itemAspect },
  'catalog.new_arrivals': { period: moments.date, subject: named.newSubject, audience: choices.audience, format: choices.format },
  'reading.recommend': { similar_to: named.similarTo, subject: named.subject, audience: choices.audience },
  'local_author.list': { author: named.author, place: () => undefined },
  'local_author.propose_talk': { title: named.knownTitle, organisation: named.organisation, date: moments.date },
  'purchase.suggest': { title: named.wantedTitle, author: named.author, subject: named.subject },
  'hold.place': { ...titled, author: named.author, pickup_date: moments.date, branch: choices.fixed('van', 'van') },
  'hold.cancel': { ...titled, scope: named.scopeAll },
  'hold.list': { title: named.knownTitle },
  'hold.suspend': { ...ownTitled, date: moments.date },
  'hold.resume': ownTitled,
  'hold.change_pickup': { ...ownTitled, place: named.place, branch: choices.fixed('van', 'van') },
  'loan.report_lost': ownTitled,
  'loan.claim_returned': ownTitled,
  'loan.list': { title: named.knownTitle, date: moments.date, for_whom: forWhom },
  'loan.renew': { ...titled, scope: named.scopeAll },
  'fine.status': { title: named.knownTitle },
  'digital.download': { ...titled, file_format: choices.fileFormat },
  'member.register': { name: named.personName, for_whom: forWhom, age: numbers.age },
  'member.link_card': { card_number: numbers.cardNumber, for_whom: forWhom },
  'member.unlink': { card_number: numbers.cardNumber },
  'member.export_data': { file_format: choices.fileFormat },
  'member.rules': { topic: choices.rulesTopic },
  'event.list': { date: moments.date, audience: choices.audience, topic: named.subject },
  'event.details': { event: named.event, item_ref: numbers.itemRef, aspect: choices.eventAspect, date: moments.date },
  'event.signup': {
    event: named.event,
    item_ref: numbers.itemRef,
    date: moments.date,
    count: numbers.count,
    name: named.personName,
    organisation: named.organisation,
  },
  'event.cancel_signup': { event: named.event, date: moments.date },
  'van.schedule': { place: named.place, date: moments.date },
  'van.nearest_stop': { place: named.place },
  'van.subscribe': { place: named.place },
  'van.unsubscribe': { place: named.place },
  'van.request_stop': { place: named.place, date: moments.date },
  'survey.take': {
    rating: (reader) =>
      reader.message.context === 'survey_question' && choices.flag('skip')(reader) === undefined ? numbers.rating(reader) : undefined,
    skip: (reader) => (reader.message.context === 'survey_question' ? choices.flag('skip')(reader) : undefined),
  },
  'feedback.submit': { kind: choices.kind },
  'info.hours': { date: moments.date },
  'info.facilities': { facility: choices.facility },
  'room.book': { date: moments.date, time: moments.time, count: numbers.count, duration: moments.minutes },
  'visit.book': { date: moments.date, count: numbers.count, organisation: named.organisation },
  'access.services': { need: choices.need },
  'access.settings': { setting: choices.setting },
  'settings.language': { language: choices.anyLanguage },
  'notice.stop': { topic: choices.noticeTopic },
  'notice.resume': { topic: choices.noticeTopic },
  'nav.select': { item_ref: numbers.itemRef },
  'staff.broadcast': {
    message: free.announcement,
    audience: free.broadcastAudience,
    when: (reader) =>
      /jadwalkan|schedule|kirim(?:kan)? (?:besok|nanti|hari|jam)|send (?:it )?(?:tomorrow|on|at)/iu.test(reader.message.text)
        ? moments.date(reader)
        : undefined,
  },
  'staff.event_create': { title: free.newTitle, date: moments.date, time: moments.time, capacity: numbers.count },
  'staff.event_edit': { event: named.event, date: moments.date, time: moments.time, place: free.eventPlace, capacity: numbers.count },
  'staff.event_cancel': { event: named.event, date: moments.date, reason: free.reason },
  'staff.van_edit': { place: named.place, date: moments.date, time: moments.time },
  'staff.van_delay': { place: named.place, minutes: moments.minutes, reason: free.reason, date: moments.date },
  'staff.survey_create': { title: free.surveyTitle, count: numbers.count, when: moments.date },
  'staff.survey_results': { title: free.surveyTitle, period: moments.period, file_format: choices.fileFormat },
  'staff.holds_picklist': { date: moments.date, branch: choices.fixed('van', 'van') },
  'staff.checkout': { item: named.items, member: named.member },
  'staff.checkin': { item: named.items, member: named.member },
  'staff.undo': { item: named.items },
  'staff.copy_state': { item: named.items, state: choices.copyState },
  'staff.arrival': { item: named.items },
  'staff.fine': { member: named.member, paid: choices.flag('paid'), waived: choices.flag('waive', 'drop', 'delete', 'cancel') },
  'staff.register_member': { name: named.personName, member: named.member, activate: choices.flag('activate', 'resume') },
  'staff.tasks': { date: moments.date },
  'staff.closure': { date: moments.date, time: moments.time, reason: free.reason, reopen: choices.flag('reopen', 'cancel', 'delete') },
  'staff.opening_hours': { date: moments.date, time: moments.time },
  'staff.policy': { topic: choices.rulesTopic, count: numbers.anyNumber },
  'staff.desk_log': { date: moments.date },
  out_of_scope: { kind: choices.foreignKind },
  'staff.answer_question': { ticket: numbers.ticket, message: free.answer, member: named.member },
  'staff.report': { period: moments.period, file_format: choices.fileFormat },
};

/** The slots of an intent, read from the stretch of the message that asks for it. */
export const slotsOf = (intent: IntentId, message: Message, units: readonly Unit[]): Slots => {
  const reader: Reader = { message, units };
  const found: Record<string, SlotValue | readonly SlotValue[]> = {};
  for (const [name, read] of Object.entries(readers[intent] ?? {})) {
    const value = read(reader);
    if (value === undefined || value === '' || (name === 'title' && found['item_ref'] !== undefined)) continue;
    found[name] = value;
  }
  return found;
};
