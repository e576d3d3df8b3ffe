import type { ServerResponse } from 'node:http';

interface Writer {
  readonly chatId: number;
  script: readonly string[];
  /** the next text of the script */
  at: number;
  /** when the text that waits for its answer was written */
  waitingSince: number | undefined;
}

type Heard = (writer: number, text: string) => void;

/** The chat of the person at this place. */
export const chatIdAt = (index: number): number => 1_000_001 + index;

const nowInSeconds = (): number => Math.floor((performance.timeOrigin + performance.now()) / 1000);

/** Everybody who writes, the updates that wait for a fetch, and the fetch that waits for updates. */
export class People {
  onHeard: Heard = () => undefined;
  /** answers nobody waited for: notices */
  unasked = 0;
  readonly #writers: Writer[] = [];
  #updates: { readonly id: number; readonly json: string }[] = [];
  #fetching: ((updates: string) => void) | undefined;
  // Never a number that an earlier crowd used: a bot knows what it has answered.
  #lastUpdate = Math.floor(performance.timeOrigin / 10) % 2_000_000_000;
  #lastMessage = 1000;

  learn(scripts: readonly (readonly string[])[]): void {
    this.#writers.length = 0;
    for (const [index, script] of scripts.entries())
      this.#writers.push({ chatId: chatIdAt(index), script, at: 0, waitingSince: undefined });
  }

  isWaiting(index: number): boolean {
    return this.#writers[index]?.waitingSince !== undefined;
  }

  /** Somebody writes the next line of the script, or `text`. */
  write(index: number, text?: string): void {
    const writer = this.#writers[index];
    if (writer === undefined) throw new RangeError(`nobody has number ${index}`);
    const said = text ?? writer.script[writer.at % writer.script.length] ?? '';
    if (text === undefined) writer.at += 1;
    writer.waitingSince = performance.now();
    this.#lastUpdate += 1;
    this.#updates.push({ id: this.#lastUpdate, json: this.#updateJson(writer.chatId, said) });
    this.#handOver();
  }

  /** Milliseconds that the person waited for the answer just heard; undefined when there was no question. */
  answered(index: number): number | undefined {
    const writer = this.#writers[index];
    if (writer?.waitingSince === undefined) return undefined;
    const waited = performance.now() - writer.waitingSince;
    writer.waitingSince = undefined;
    return waited;
  }

  /** Nobody waits any longer; answers how many did. */
  giveUp(): number {
    const lost = this.#writers.filter(({ waitingSince }) => waitingSince !== undefined).length;
    for (const writer of this.#writers) writer.waitingSince = undefined;
    return lost;
  }

  fetch(body: string, answer: (updates: string) => void, response: ServerResponse): void {
    // as: the one field that counts of what the bot sends
    const { offset = 0 } = JSON.parse(body || '{}') as { offset?: number };
    this.#updates = this.#updates.filter(({ id }) => id >= offset);
    this.#fetching = answer;
    response.once('close', () => {
      if (this.#fetching === answer) this.#fetching = undefined;
    });
    this.#handOver();
  }

  hear(body: string): string {
    // as: what every sendMessage holds
    const { chat_id: chatId, text } = JSON.parse(body) as { chat_id: number | string; text: string };
    this.#lastMessage += 1;
    const index = Number(chatId) - chatIdAt(0);
    setImmediate(() => this.onHeard(index, text));
    return `{"message_id":${this.#lastMessage},"date":${nowInSeconds()},"chat":{"id":${chatId},"type":"private","first_name":"P"},"text":"ok"}`;
  }

  #handOver(): void {
    if (this.#fetching === undefined || this.#updates.length === 0) return;
    const answer = this.#fetching;
    this.#fetching = undefined;
    answer(
      `[${this.#updates
        .slice(0, 100)
        .map(({ json }) => json)
        .join(',')}]`,
    );
  }

  #updateJson(chatId: number, text: string): string {
    this.#lastMessage += 1;
    const person = `"id":${chatId},"first_name":"P${chatId}"`;
    const entities = text.startsWith('/')
      ? `,"entities":[{"type":"bot_command","offset":0,"length":${text.split(' ')[0]?.length ?? 0}}]`
      : '';
    return `{"update_id":${this.#lastUpdate},"message":{"message_id":${this.#lastMessage},"from":{${person},"is_bot":false,"language_code":"id"},"chat":{${person},"type":"private"},"date":${nowInSeconds()},"text":${JSON.stringify(text)}${entities}}}`;
  }
}
