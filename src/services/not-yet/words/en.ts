import type { NotYetWords } from './id.ts';

const desk = 'at the service desk';

export const en: NotYetWords = {
  answers: {
    'local_author.propose_talk': `A book talk cannot be proposed by chat yet. Please give title, name and date to staff ${desk}`,
    'purchase.suggest': `A purchase cannot be suggested by chat yet. Please leave title and author with staff ${desk}`,
    'digital.download': `Digital books cannot be downloaded by chat yet. Staff can help you ${desk}`,
    'member.register': `You cannot register by chat yet. Just bring an identity card (children use a parent's); the card is free and made ${desk}`,
    'member.export_data': `A copy of your data cannot be made by chat yet. Please ask ${desk}; the library must give it within 3×24 hours`,
    'member.delete_data': `Your data cannot be erased by chat yet. Please ask ${desk}; the library must do it within 3×24 hours. To disconnect your card from this chat now, type "unlink card"`,
    'event.list': `The list of events is not in this chat yet. Please ask ${desk}`,
    'event.details': `Details of events are not in this chat yet. Please ask ${desk}`,
    'event.signup': `You cannot sign up for events by chat yet. Please sign up ${desk}`,
    'event.cancel_signup': `You cannot withdraw from an event by chat yet. Please tell staff ${desk}`,
    'van.schedule': `The mobile library's timetable is not in this chat yet. Please ask ${desk}`,
    'van.nearest_stop': `I cannot look up the nearest van stop yet. Please ask ${desk}`,
    'van.subscribe': `You cannot follow the van by chat yet. Please ask for its timetable ${desk}`,
    'van.unsubscribe': 'Van news is not sent by chat yet, so there is nothing to stop. To switch off all notices, type "stop"',
    'van.request_stop': `A visit of the van cannot be requested by chat yet. Please give place and date to staff ${desk}`,
    'survey.take': `Surveys cannot be filled in by chat yet. The form is available ${desk}`,
    'feedback.submit': `Complaints and suggestions cannot be recorded by chat yet, and I do not want yours to get lost. Please tell staff ${desk}`,
    'room.book': `Rooms cannot be booked by chat yet. Please book ${desk}`,
    'visit.book': `Group visits cannot be booked by chat yet. Please give institution, date and number of people to staff ${desk}`,
    'access.settings':
      'How I write cannot be set yet. All my answers are complete as plain text and every choice can be answered by number',
    'staff.broadcast': "Broadcasts cannot be sent from this chat yet. Please use the library's official channels for now",
    'staff.event_create': "Events cannot be created from this chat yet. Please note it in the library's agenda",
    'staff.event_edit': "Events cannot be edited from this chat yet. Please note it in the library's agenda",
    'staff.event_cancel': "Events cannot be cancelled from this chat yet. Please tell participants through the library's official channels",
    'staff.van_edit': "The van timetable cannot be edited from this chat yet. Please announce it through the library's official channels",
    'staff.van_delay': "A van delay cannot be announced from this chat yet. Please use the library's official channels",
    'staff.survey_create': 'Surveys cannot be made from this chat yet. Please use the paper form for now',
    'staff.survey_results': 'Survey results are not in this chat yet',
    'staff.answer_question': "Readers' questions do not arrive in this chat yet, so there is nothing to answer here",
    'staff.report': 'Reports cannot be made from this chat yet',
  },
  phone: (phone) => ` or telephone ${phone}`,
  when: (hours) => ` Staff hours: ${hours}.`,
};
