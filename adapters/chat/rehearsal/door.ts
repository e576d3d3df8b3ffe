import type { Log } from '#ports/log.ts';
import { listedIntent } from '#understanding/intent-ids.ts';
import { linesOf } from './lines.ts';
import { ANSWER_LIMIT_MS, within } from './patience.ts';
import { jobNames, requestSchemas, type Operation, type Request } from './protocol.ts';
import type { RehearsedWorld } from './rehearsed-world.ts';
import { faultOf, inIndonesian } from './world/faults.ts';
import { readWorld } from './world/read-world.ts';
import { emptyWorld, type World } from './world/world.ts';

/** What an operation answers beside `ok`, or the one sentence that says why not. */
type Answer = { readonly result: object } | { readonly error: string };

export interface Rehearsal {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: { write(line: string): Promise<void> };
  readonly openWorld: (world: World) => Promise<RehearsedWorld>;
  readonly log: Log;
}

const asListed = <Named extends { readonly intent: string }>(named: Named): Named => ({ ...named, intent: listedIntent(named.intent) });

const done = (result: object = {}): Answer => ({ result });
const fault = (error: string): Answer => ({ error });

/** The world at hand; before anything was loaded it is the empty one. */
class Stage {
  readonly #open: Rehearsal['openWorld'];
  #current: RehearsedWorld | undefined;

  constructor(open: Rehearsal['openWorld']) {
    this.#open = open;
  }

  async world(): Promise<RehearsedWorld> {
    this.#current ??= await this.#open(emptyWorld);
    return this.#current;
  }

  /** The old world goes only when the new one stands: a world that cannot be loaded changes nothing. */
  async load(world: World): Promise<void> {
    const old = this.#current;
    this.#current = await this.#open(world);
    await old?.close();
  }

  async close(): Promise<void> {
    await this.#current?.close();
    this.#current = undefined;
  }
}

type Act<Name extends Operation> = (stage: Stage, request: Request<Name>) => Promise<Answer>;

const acts: { readonly [Name in Operation]: Act<Name> } = {
  load: async (stage, request) => {
    const read = readWorld(request.world);
    if (!read.ok) return fault(read.error);
    await stage.load(read.world);
    return done(read.warnings.length === 0 ? {} : { warnings: read.warnings });
  },
  clock: async (stage, { at }) => {
    (await stage.world()).moveClock(at);
    return done();
  },
  send: async (stage, { message }) => {
    const world = await stage.world();
    const wrong = world.faultIn(message);
    if (wrong !== null) return fault(wrong);
    if (message.at !== undefined) world.moveClock(message.at);
    return done(await world.send(message));
  },
  job: async (stage, { name, at }) => {
    if (!(jobNames as readonly string[]).includes(name)) return fault(`Pekerjaan "${name}" tidak dikenal.`);
    const world = await stage.world();
    if (at !== undefined) world.moveClock(at);
    return done({ out: await world.runJob(name) });
  },
  understand: async (stage, request) => {
    const world = await stage.world();
    const { intent, slots, candidates, intents } = await world.speech.understand(request, world.now());
    return done({
      intent: listedIntent(intent),
      slots,
      candidates: candidates.map(asListed),
      intents: intents.map(asListed),
    });
  },
  date: async (stage, request) => {
    const { type, value, part, date, confirm } = await (await stage.world()).speech.date(request);
    return done({ type, value, part, date, confirm });
  },
  snapshot: async (stage) => done({ collections: await (await stage.world()).snapshot() }),
};

const isOperation = (name: unknown): name is Operation => typeof name === 'string' && Object.hasOwn(acts, name);

const carryOut = async <Name extends Operation>(stage: Stage, operation: Name, given: object): Promise<Answer> => {
  const request = requestSchemas[operation].safeParse(given, inIndonesian);
  if (!request.success) return fault(faultOf(request.error, operation));
  // as: the schema looked up under a name reads the request of that name
  return acts[operation](stage, request.data as Request<Name>);
};

const readRequest = (line: string): Record<string, unknown> | null => {
  try {
    const request: unknown = JSON.parse(line);
    const isObject = typeof request === 'object' && request !== null && !Array.isArray(request);
    // as: every object that JSON yields is a record of its own fields
    return isObject ? (request as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

const answerTo = async (stage: Stage, request: Record<string, unknown>, log: Log): Promise<Answer> => {
  const { op } = request;
  if (op === undefined) return fault('op: wajib ada.');
  if (!isOperation(op)) return fault(`Operasi ${JSON.stringify(op)} tidak dikenal.`);
  try {
    const answer = carryOut(stage, op, request);
    // A big world may take its time; nobody talks in it yet.
    return await (op === 'load' ? answer : within(ANSWER_LIMIT_MS, answer));
  } catch (error) {
    log.error('a rehearsal request failed', { operation: op, error });
    return fault(`Operasi "${op}" tidak dapat dijalankan: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
};

/** Many tools take these for the end of a line; inside JSON they may as well be spelt out. */
const onOneLine = (json: string): string =>
  json.replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const response = (answer: Answer, request: Record<string, unknown>): string => {
  const echo = Object.hasOwn(request, 'n') ? { n: request['n'] } : {};
  return onOneLine(
    JSON.stringify('error' in answer ? { ok: false, ...echo, error: answer.error } : { ok: true, ...echo, ...answer.result }),
  );
};

/** Answers each line of the input with exactly one line of the output, in order, until the input ends. */
export const runRehearsal = async ({ input, output, openWorld, log }: Rehearsal): Promise<void> => {
  const stage = new Stage(openWorld);
  try {
    for await (const line of linesOf(input)) {
      if (line.trim() === '') continue;
      const request = readRequest(line);
      const answer = request === null ? fault('Baris ini bukan objek JSON.') : await answerTo(stage, request, log);
      await output.write(`${response(answer, request ?? {})}\n`);
    }
  } finally {
    await within(ANSWER_LIMIT_MS, stage.close()).catch((error: unknown) => log.error('the last world was not closed', { error }));
  }
};
