/** The closed list: every message means exactly one of these first of all. Menus, logs and help texts are keyed on them. */
export const intentIds = [
  'catalog.search', 'catalog.item_details', 'catalog.new_arrivals', 'reading.recommend', 'local_author.list',
  'local_author.propose_talk', 'purchase.suggest', 'hold.place', 'hold.cancel', 'hold.list', 'loan.list', 'loan.renew',
  'fine.status', 'digital.download', 'member.register', 'member.link_card', 'member.unlink', 'member.export_data',
  'member.delete_data', 'member.rules', 'event.list', 'event.details', 'event.signup', 'event.cancel_signup',
  'van.schedule', 'van.nearest_stop', 'van.subscribe', 'van.unsubscribe', 'van.request_stop', 'survey.take',
  'feedback.submit', 'info.hours', 'info.location', 'info.facilities', 'room.book', 'visit.book', 'access.services',
  'access.settings', 'contact.librarian', 'settings.language', 'notice.stop', 'notice.resume', 'nav.help', 'nav.cancel',
  'nav.yes', 'nav.no', 'nav.select', 'nav.more', 'chat.greet', 'chat.thanks', 'out_of_scope', 'staff.broadcast',
  'staff.event_create', 'staff.event_edit', 'staff.event_cancel', 'staff.van_edit', 'staff.van_delay',
  'staff.survey_create', 'staff.survey_results', 'staff.holds_picklist', 'staff.checkout', 'staff.checkin',
  'staff.answer_question', 'staff.report',
] as const;

export type IntentId = (typeof intentIds)[number];

// Acts that change what is hard to undo or that others are told of: a narrow guess asks back instead of acting.
const stateChanging: ReadonlySet<IntentId> = new Set<IntentId>([
  'hold.place', 'hold.cancel', 'loan.renew', 'event.signup', 'event.cancel_signup', 'member.unlink', 'member.delete_data',
  'van.subscribe', 'van.unsubscribe', 'van.request_stop', 'room.book', 'visit.book', 'notice.stop', 'notice.resume',
  'staff.broadcast', 'staff.event_create', 'staff.event_edit', 'staff.event_cancel', 'staff.van_edit', 'staff.van_delay',
  'staff.survey_create', 'staff.checkout', 'staff.checkin', 'staff.answer_question',
]);

export const changesState = (intent: IntentId): boolean => stateChanging.has(intent);
