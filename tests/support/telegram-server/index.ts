import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Temporal } from '#shared/day.ts';
import { Faults } from './faults.ts';
import { type MethodContext, methodNamed } from './methods.ts';
import { Parameters } from './parameters.ts';
import { chatJson, membership, Person } from './people.ts';
import { Refusal } from './refusal.ts';
import { readBody } from './request-body.ts';
import { UpdateQueue } from './update-queue.ts';
import { type SentMessage, type ServerChat, World } from './world.ts';

export type { Person } from './people.ts';
export type { SentMessage, ServerChat } from './world.ts';

export interface TelegramServerOptions {
  readonly token?: string;
  readonly username?: string;
  readonly now?: () => Temporal.Instant;
  /** least milliseconds between two messages to one chat, else 429; 0: no limit */
  readonly floodMs?: number;
}

export interface Call {
  readonly method: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** 200, the code of the refusal, or 0 when the answer was dropped */
  status: number;
}

const botId = 4242;

/** A Bot API on loopback that is as strict as the real one, and counts. */
export class TelegramServer {
  readonly token: string;
  readonly username: string;
  readonly world = new World();
  readonly queue = new UpdateQueue();
  readonly faults = new Faults();
  /** every call but getUpdates, in order of arrival */
  readonly calls: Call[] = [];
  /** the command menus, by language code; '' is everybody's */
  readonly menus: MethodContext['menus'] = new Map();
  readonly #changes = new EventEmitter();
  readonly #server: Server;
  readonly #context: MethodContext;
  readonly #lastSent = new Map<number, number>();

  constructor(options: TelegramServerOptions) {
    this.token = options.token ?? `${botId}:${'loopback'.repeat(5).slice(0, 35)}`;
    this.username = options.username ?? 'sapa_pustaka_bot';
    this.#changes.setMaxListeners(0);
    const now = options.now ?? (() => Temporal.Now.instant());
    this.#context = {
      world: this.world,
      queue: this.queue,
      menus: this.menus,
      bot: { id: botId, username: this.username, firstName: 'Sapa Pustaka' },
      now: () => Math.floor(now().epochMilliseconds / 1000),
      flood: (chatId) => this.#checkFlood(chatId, options.floodMs ?? 0),
    };
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get apiRoot(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server is not started');
    return `http://127.0.0.1:${address.port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.queue.close();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** A person who has opened the bot once. */
  person(
    id: number,
    details: {
      readonly first_name?: string;
      readonly last_name?: string;
      readonly username?: string;
      readonly language_code?: string;
    } = {},
  ): Person {
    const named = { first_name: `P${id}`, ...details };
    if (!this.world.chats.has(id)) this.#addChat({ id, type: 'private', firstName: named.first_name, seesAll: true });
    return new Person(this.#needs(), id, named);
  }

  /** A group the bot is in; ids of groups are negative. */
  group(
    id: number,
    details: { readonly title?: string; readonly seesAll?: boolean; readonly topics?: readonly number[] } = {},
  ): ServerChat {
    const { title = 'Warga', seesAll = false, topics = [] } = details;
    return this.#addChat({ id, type: topics.length > 0 || id < -1_000_000_000_000 ? 'supergroup' : 'group', title, seesAll }, topics);
  }

  /** Puts the bot into a group, or out of it. */
  changesMembership(chat: ServerChat, by: Person, isIn: boolean): number | null {
    chat.closed = !isIn;
    const [before, after] = isIn ? ['left', 'member'] : ['member', 'kicked'];
    return this.queue.add('my_chat_member', membership(this.#needs(), { chat, by: by.user, before: before ?? '', after: after ?? '' }));
  }

  /** The group becomes a supergroup with another id; the bot is told by a service message. */
  migrates(chat: ServerChat, newId: number, by: Person): number | null {
    chat.migratedTo = newId;
    this.group(newId, { title: chat.title ?? '' });
    const message = {
      message_id: this.world.nextMessageId(),
      date: this.#context.now(),
      chat: chatJson(chat),
      from: by.user,
      migrate_to_chat_id: newId,
    };
    return this.queue.add('message', message);
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** Resolves when `check` holds; looks after every call. Rejects with the last calls when it never does. */
  async until(check: () => boolean, withinMs = 5000): Promise<void> {
    if (check()) return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!check()) return;
        finish();
        resolve();
      };
      const timer = setTimeout(() => {
        finish();
        reject(
          new Error(
            `waited ${withinMs} ms for nothing; last calls: ${this.calls
              .slice(-5)
              .map((call) => `${call.method} ${call.status}`)
              .join(', ')}`,
          ),
        );
      }, withinMs);
      const finish = (): void => {
        clearTimeout(timer);
        clearInterval(ticking);
        this.#changes.off('call', look);
      };
      // what is awaited may also change elsewhere: in the program, or by an acknowledgement
      const ticking = setInterval(look, 20);
      this.#changes.on('call', look);
    });
  }

  /** The next message to a chat after the first `after`. */
  async message(chatId: number, after: number): Promise<SentMessage> {
    await this.until(() => this.world.sentTo(chatId).length > after);
    const found = this.world.sentTo(chatId)[after];
    if (found === undefined) throw new Error('a message that was there is gone');
    return found;
  }

  #needs() {
    return { world: this.world, queue: this.queue, bot: { id: botId, username: this.username }, now: this.#context.now };
  }

  #addChat(chat: Omit<ServerChat, 'closed' | 'topics'>, topics: readonly number[] = []): ServerChat {
    const added = { ...chat, closed: false, topics: new Set(topics) };
    this.world.chats.set(chat.id, added);
    return added;
  }

  #checkFlood(chatId: number, floodMs: number): void {
    const now = performance.now();
    const last = this.#lastSent.get(chatId);
    if (floodMs > 0 && last !== undefined && now - last < floodMs)
      throw new Refusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
    this.#lastSent.set(chatId, now);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    // the caller went away in the middle
    if (body === null) return;
    const [, , fileId] = /^\/file\/bot([^/]+)\/documents\/([^/?]+)$/.exec(request.url ?? '') ?? [];
    if (fileId !== undefined) {
      const file = request.url?.startsWith(`/file/bot${this.token}/`) ? this.world.files.get(fileId) : undefined;
      response.writeHead(file === undefined ? 404 : 200, { 'content-length': file?.length ?? 0 }).end(file);
      return;
    }
    const [, token = '', name = ''] = /^\/bot([^/]+)\/([^/?]+)/.exec(request.url ?? '') ?? [];
    if (token !== this.token) {
      answer(response, new Refusal(401, 'Unauthorized'));
      return;
    }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    await this.#call(name, { request, response, body, gone: gone.signal });
    this.#changes.emit('call');
  }

  async #call(name: string, { request, response, body, gone }: Exchange): Promise<void> {
    const call: Call = { method: name, parameters: {}, status: 0 };
    if (name !== 'getUpdates') this.calls.push(call);
    const fault = this.faults.next(name);
    if (fault === 'drop-before') {
      request.socket.destroy();
      return;
    }
    try {
      const content = readBody(request.headers['content-type'] ?? '', body);
      Object.assign(call, { parameters: content.parameters });
      if (typeof fault === 'object' && fault !== null) throw new Refusal(fault.status, fault.description ?? 'Scripted', fault.parameters);
      const result = await methodNamed(name)(new Parameters(content), this.#context, gone);
      if (fault === 'silence-after') return;
      if (fault === 'drop-after') request.socket.destroy();
      else if (fault === 'garbled-after') response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
      else call.status = answer(response, { result });
    } catch (error) {
      call.status = answer(response, error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${String(error)}`));
    }
  }
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
  /** aborted when the caller is no longer there */
  readonly gone: AbortSignal;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
};

const answer = (response: ServerResponse, outcome: Refusal | { readonly result: unknown }): number => {
  const isRefusal = outcome instanceof Refusal;
  const status = isRefusal ? outcome.code : 200;
  const body = isRefusal
    ? {
        ok: false,
        error_code: status,
        description: outcome.message,
        ...(outcome.parameters === undefined ? {} : { parameters: outcome.parameters }),
      }
    : { ok: true, result: outcome.result };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  return status;
};

export const startTelegramServer = (options: TelegramServerOptions = {}): Promise<TelegramServer> => new TelegramServer(options).start();
