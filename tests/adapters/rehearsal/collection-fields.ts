export const preferenceFields = ['language', 'notices', 'screen_reader', 'no_emoji', 'short_replies', 'simple_language', 'large_text', 'numbered_menu', 'alt_text', 'voice'];

/** The fields of the 22 collections, as the rehearsal's page lists them. */
export const collectionFields: Readonly<Record<string, readonly string[]>> = {
  patrons: ['id', 'name', 'card', 'type', 'guardian', 'linked', 'status'],
  loans: ['patron', 'item', 'copy', 'due', 'renewals', 'status'],
  holds: ['patron', 'item', 'status', 'position', 'pickup', 'visit', 'copy', 'deadline'],
  copies: ['code', 'item', 'branch', 'status'],
  fines: ['patron', 'item', 'amount', 'status'],
  signups: ['patron', 'event', 'seats', 'status', 'position', 'offer_until'],
  events: ['id', 'title', 'start', 'end', 'place', 'capacity', 'status'],
  van_visits: ['stop', 'start', 'end', 'delay_min', 'status'],
  van_subscriptions: ['chat', 'stop'],
  van_requests: ['place', 'date', 'contact', 'by', 'status'],
  surveys: ['id', 'title', 'status'],
  survey_answers: ['survey', 'question', 'patron', 'answer', 'skipped'],
  feedback: ['no', 'patron', 'kind', 'text', 'status'],
  handoffs: ['no', 'patron', 'staff', 'status'],
  broadcasts: ['id', 'by', 'text', 'audience', 'recipients', 'status'],
  preferences: ['patron', ...preferenceFields],
  suggestions: ['title', 'patron', 'votes', 'status'],
  room_bookings: ['room', 'start', 'end', 'by', 'count', 'status'],
  visit_bookings: ['by', 'institution', 'date', 'count', 'status'],
  talk_proposals: ['title', 'by', 'contact', 'date', 'status'],
  downloads: ['patron', 'item', 'format', 'expires_at', 'status'],
  audit: ['at', 'actor', 'action', 'subject'],
};
