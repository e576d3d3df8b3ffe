import { GrammyError, HttpError } from 'grammy';
import type { SendResult } from '#ports/chat-channel.ts';
import { Fault } from '#shared/faults.ts';

export type SendFailure = Extract<SendResult, { ok: false }>;

// Nothing was written to the platform: no connection came about.
const notConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'ENETDOWN',
  'ENOBUFS',
  'EMFILE',
]);
const untrusted = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
const goneChat = /chat not found|user not found|PEER_ID_INVALID|message thread not found|TOPIC_DELETED|TOPIC_CLOSED|user is deactivated/i;
const refusedChat = /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|USER_IS_BLOCKED|bot is not a member/i;

/** What a failed call means for the message: only what is provably not sent may be called so. */
export const failureOf = (error: unknown): SendFailure => {
  if (error instanceof GrammyError) return refusalOf(error);
  const code = networkCodeOf(error);
  const kind = code !== undefined && (notConnected.has(code) || untrusted.test(code)) ? 'transient' : 'unknown-outcome';
  return { ok: false, kind, detail: describeFailure(error) };
};

const refusalOf = (error: GrammyError): SendFailure => {
  const { error_code: code, description, parameters } = error;
  const detail = describeFailure(error);
  if (parameters.migrate_to_chat_id !== undefined)
    return { ok: false, kind: 'gone', movedTo: String(parameters.migrate_to_chat_id), detail };
  if (code === 429) return { ok: false, kind: 'rate', retryAfterMs: (parameters.retry_after ?? 1) * 1000, detail };
  if (code >= 500) return { ok: false, kind: 'unknown-outcome', detail };
  if (code === 401 || code === 404) return { ok: false, kind: 'transient', detail };
  if (goneChat.test(description)) return { ok: false, kind: 'gone', detail };
  if (code === 403 || refusedChat.test(description)) return { ok: false, kind: 'blocked', detail };
  return { ok: false, kind: 'invalid', detail };
};

/** The system's code of a network fault, as far as there is one. */
export const networkCodeOf = (error: unknown): string | undefined => {
  const cause = error instanceof HttpError ? error.error : error;
  if (typeof cause !== 'object' || cause === null) return undefined;
  if ('message' in cause && /\bconnect ETIMEDOUT\b/.test(String(cause.message))) return 'EHOSTUNREACH';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
};

/** One line for people who run the program. Never the error's own words about the network: they hold the address, and the address holds the token. */
export const describeFailure = (error: unknown): string => {
  if (error instanceof GrammyError) return `${error.method}: ${error.error_code} ${error.description}`;
  if (error instanceof Fault) return error.message;
  const code = networkCodeOf(error);
  if (code !== undefined) return `no connection to Telegram (${code})`;
  return error instanceof HttpError ? 'the answer of Telegram was lost' : `failed (${error instanceof Error ? error.name : typeof error})`;
};

const says = (error: unknown, pattern: RegExp): boolean =>
  error instanceof GrammyError && error.error_code === 400 && pattern.test(error.description);

/** The message already looks as it should. */
export const isNotModified = (error: unknown): boolean => says(error, /message is not modified/i);

/** The old message cannot take the new words; a new message can. */
export const isNotEditable = (error: unknown): boolean =>
  says(error, /message to edit not found|can't be edited|no text in the message|MESSAGE_ID_INVALID|MESSAGE_NOT_MODIFIABLE/i);

/** The picture is not one to Telegram, but it is still a file. */
export const isNotAPhoto = (error: unknown): boolean =>
  says(error, /IMAGE_PROCESS_FAILED|PHOTO_INVALID|wrong file identifier.*photo|PHOTO_EXT_INVALID/i);
