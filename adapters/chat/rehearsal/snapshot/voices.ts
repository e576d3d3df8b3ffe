import type { Database } from '#database/database.ts';
import { moment } from './moment.ts';
import type { People } from './people.ts';

const surveys = async ({ models }: Database) =>
  (await models.survey.findMany({ orderBy: { id: 'asc' } })).map(({ id, title, status }) => ({ id, title, status }));

/** An answer is kept as JSON; the convention of the tables wraps bare values as `{ value }`. */
const answerOf = (json: string | null): unknown => {
  if (json === null) return null;
  const answer: unknown = JSON.parse(json);
  return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;
};

const surveyAnswers = async ({ models }: Database, people: People) =>
  (await models.surveyAnswer.findMany({ orderBy: { id: 'asc' } })).map((answer) => ({
    survey: answer.surveyId,
    question: answer.questionId,
    patron: answer.patronId === null ? null : people.idOf(answer.patronId),
    answer: answerOf(answer.answerJson),
    skipped: answer.skipped,
  }));

const feedback = async ({ models }: Database, people: People) =>
  (await models.ticket.findMany({ where: { kind: { not: 'handoff' } }, orderBy: [{ no: 'asc' }, { id: 'asc' }] })).map((ticket) => ({
    no: ticket.no,
    patron: people.idOf(ticket.patronId),
    kind: ticket.kind,
    text: ticket.text,
    status: ticket.status,
  }));

const handoffs = async ({ models }: Database, people: People) =>
  (await models.ticket.findMany({ where: { kind: 'handoff' }, orderBy: [{ no: 'asc' }, { id: 'asc' }] })).map((ticket) => ({
    no: ticket.no,
    patron: people.idOf(ticket.patronId),
    staff: ticket.staffId === null ? null : people.idOf(ticket.staffId),
    status: ticket.status,
  }));

const broadcasts = async ({ models }: Database, people: People) =>
  (await models.broadcast.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map((broadcast) => ({
    id: broadcast.id,
    by: people.idOf(broadcast.byId),
    text: broadcast.text,
    audience: broadcast.audience,
    recipients: broadcast.recipients,
    status: broadcast.status,
  }));

const suggestions = async ({ models }: Database, people: People) =>
  (await models.suggestion.findMany({ orderBy: { id: 'asc' } })).map((suggestion) => ({
    title: suggestion.title,
    patron: people.idOf(suggestion.patronId),
    votes: suggestion.votes,
    status: suggestion.status,
  }));

const audit = async ({ models }: Database, people: People) =>
  (await models.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] })).map((entry) => ({
    at: moment(entry.at),
    actor: people.idOf(entry.actor),
    action: entry.action,
    subject: people.idOf(entry.subject),
  }));

/** What people said, what was said to them, and who did what. */
export const voiceCollections = async (database: Database, people: People) => ({
  surveys: await surveys(database),
  survey_answers: await surveyAnswers(database, people),
  feedback: await feedback(database, people),
  handoffs: await handoffs(database, people),
  broadcasts: await broadcasts(database, people),
  suggestions: await suggestions(database, people),
  audit: await audit(database, people),
});
