import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './refusal.ts';

export type RawUpdate = { readonly update_id: number } & Readonly<Record<string, unknown>>;

/** Not sent unless asked for by name. */
const onlyOnRequest = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

interface Waiting {
  readonly end: (refused?: Refusal) => void;
}

/** Updates until they are acknowledged: fetched by the offset of the next fetch, or pushed by a 2xx answer. */
export class UpdateQueue {
  readonly all: RawUpdate[] = [];
  /** how often the webhook refused an update, by number */
  readonly refusedPushes = new Map<number, number>();
  #pending: RawUpdate[] = [];
  #again: RawUpdate[] = [];
  #allowed: ReadonlySet<string> | null = null;
  #waiting: Waiting | null = null;
  #webhook: { readonly url: string; readonly secret: string } | null = null;
  #pushing = false;
  #closed = false;
  #last = 700_000_000;

  /** The update's number, or null when the bot did not ask for this kind. */
  add(kind: string, content: unknown): number | null {
    if (!this.asksFor(kind)) return null;
    this.#last += 1;
    const update = { update_id: this.#last, [kind]: content };
    this.all.push(update);
    this.#pending.push(update);
    this.#wake();
    return update.update_id;
  }

  asksFor(kind: string): boolean {
    return this.#allowed === null ? !onlyOnRequest.has(kind) : this.#allowed.has(kind);
  }

  /** Delivers a known update once more, acknowledged or not. */
  repeat(updateId: number): void {
    const update = this.all.find((one) => one.update_id === updateId);
    if (update === undefined) throw new RangeError(`there was no update ${updateId}`);
    this.#again.push(update);
    this.#wake();
  }

  get unacknowledged(): readonly number[] {
    return this.#pending.map((update) => update.update_id);
  }

  allow(kinds: readonly unknown[] | null): void {
    if (kinds !== null) this.#allowed = kinds.length === 0 ? null : new Set(kinds.map(String));
  }

  async fetch(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<readonly RawUpdate[]> {
    if (this.#webhook !== null) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.#waiting?.end(
      new Refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'),
    );
    this.#pending = this.#pending.filter((update) => update.update_id >= offset);
    if (this.#pending.length === 0 && this.#again.length === 0 && seconds > 0) await this.#wait(seconds, gone);
    if (gone.aborted) return [];
    return [...this.#again.splice(0, limit), ...this.#pending].slice(0, limit);
  }

  setWebhook(webhook: { readonly url: string; readonly secret: string } | null): void {
    this.#webhook = webhook;
    this.#wake();
  }

  get webhook(): { readonly url: string; readonly secret: string } | null {
    return this.#webhook;
  }

  close(): void {
    this.#closed = true;
    this.#waiting?.end();
  }

  #wait(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (refused?: Refusal): void => {
        clearTimeout(timer);
        if (this.#waiting === waiting) this.#waiting = null;
        if (refused === undefined) resolve();
        else reject(refused);
      };
      const waiting: Waiting = { end };
      const timer = setTimeout(() => end(), seconds * 1000);
      gone.addEventListener('abort', () => end(), { once: true });
      this.#waiting = waiting;
    });
  }

  #wake(): void {
    this.#waiting?.end();
    if (this.#webhook !== null && !this.#pushing) void this.#push();
  }

  /** One after the other, again and again until it is taken. */
  async #push(): Promise<void> {
    this.#pushing = true;
    while (this.#webhook !== null && !this.#closed) {
      const update = this.#again[0] ?? this.#pending[0];
      if (update === undefined) break;
      if (await this.#deliver(this.#webhook, update)) {
        if (this.#again[0] === update) this.#again.shift();
        else this.#pending = this.#pending.filter((one) => one !== update);
      } else {
        this.refusedPushes.set(update.update_id, (this.refusedPushes.get(update.update_id) ?? 0) + 1);
        await sleep(50);
      }
    }
    this.#pushing = false;
  }

  async #deliver({ url, secret }: { readonly url: string; readonly secret: string }, update: RawUpdate): Promise<boolean> {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
    try {
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }
}
