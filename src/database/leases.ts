import type { Database, SqlValue } from '#database/database.ts';
import { momentText, type Temporal } from '#shared/day.ts';

// What only one of several processes may do at a time, and who of them lives (RELIABILITY §3). SQLite has one process, kept
// alone by its lock file: it holds everything and nobody is written down.

/** What begins in the process that comes to hold it, and ends when it is held no more. */
export interface Role {
  begin(): Promise<void>;
  end(): Promise<void>;
}

export interface Leases {
  /** This process is written down as living; from then on others may be found dead. */
  start(): Promise<void>;
  /** Takes the role as soon as nobody else holds it; resolves after the first try. */
  hold(name: string, role: Role): Promise<void>;
  holds(name: string): boolean;
  /** Whether the others still take this process for living: if not, what it had leased is theirs. */
  isAlive(): boolean;
  /** Ends all roles and lets others take them at once. */
  stop(): Promise<void>;
}

export interface LeaseOptions {
  readonly database: Database;
  readonly now: () => Temporal.Instant;
  readonly owner: string;
  /** a role could not begin or end, or the leases could not be renewed */
  readonly onFault: (what: string, error: unknown) => void;
  /** another process was found dead: what it had taken in and leased may be taken over */
  readonly onDeath: () => Promise<void>;
}

const LEASE_MS = 5000;
const RENEW_MS = 1000;

/** The lease that says that a process lives; the tables name its owner. */
export const livingProcess = (owner: string): string => `process:${owner}`;

export const createLeases = (options: LeaseOptions): Leases => (options.database.kind === 'sqlite' ? alone() : amongOthers(options));

const alone = (): Leases => {
  const roles = new Map<string, Role>();
  return {
    start: async () => undefined,
    hold: async (name, role) => {
      roles.set(name, role);
      await role.begin();
    },
    holds: (name) => roles.has(name),
    isAlive: () => true,
    stop: async () => {
      await Promise.all([...roles.values()].map((role) => role.end()));
      roles.clear();
    },
  };
};

const amongOthers = ({ database: { sql }, now, owner, onFault, onDeath }: LeaseOptions): Leases => {
  const wanted = new Map<string, Role>();
  const held = new Set<string>();
  // not the clock: it may be set
  let renewedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let renewing: Promise<void> = Promise.resolve();

  const isAlive = (): boolean => performance.now() - renewedAt < LEASE_MS;

  const change = (names: ReadonlySet<string>): Promise<unknown> =>
    Promise.all(
      [...wanted].flatMap(([name, role]) => {
        if (names.has(name) === held.has(name)) return [];
        if (names.has(name)) held.add(name);
        else held.delete(name);
        const changed = names.has(name) ? role.begin() : role.end();
        return [changed.catch((error: unknown) => onFault(name, error))];
      }),
    );

  const renew = async (): Promise<void> => {
    const asked = performance.now();
    try {
      const names = await takeLeases(sql, [livingProcess(owner), ...wanted.keys()], { owner, now: now() });
      renewedAt = asked;
      void change(names);
      if ((await buryDead(sql, now())) > 0) await onDeath();
    } catch (error) {
      onFault('leases', error);
      if (!isAlive()) void change(new Set());
    }
  };

  const renewInTurn = (): Promise<void> => {
    renewing = renewing.then(renew);
    return renewing;
  };

  return {
    start: async () => {
      await renewInTurn();
      timer = setInterval(() => void renewInTurn(), RENEW_MS).unref();
    },
    hold: async (name, role) => {
      wanted.set(name, role);
      await renewInTurn();
    },
    holds: (name) => held.has(name) && isAlive(),
    isAlive,
    stop: async () => {
      clearInterval(timer);
      await renewing;
      await change(new Set());
      await sql.run('DELETE FROM "Lease" WHERE "owner" = ?', [owner]);
    },
  };
};

/** Renews or takes leases in one statement; answers those that are held. One that ends too far ahead was set by a clock gone wrong. */
const takeLeases = async (
  sql: Database['sql'],
  names: readonly string[],
  { owner, now }: { readonly owner: string; readonly now: Temporal.Instant },
): Promise<ReadonlySet<string>> => {
  const until = momentText(now.add({ milliseconds: LEASE_MS }));
  const rows = await sql.all<{ readonly name: string }>(
    `INSERT INTO "Lease" ("name", "owner", "fence", "until") VALUES ${names.map(() => '(?, ?, 1, ?)').join(', ')}
     ON CONFLICT ("name") DO UPDATE SET "owner" = excluded."owner", "until" = excluded."until",
       "fence" = CASE WHEN "Lease"."owner" = excluded."owner" THEN "Lease"."fence" ELSE "Lease"."fence" + 1 END
     WHERE "Lease"."owner" = excluded."owner" OR "Lease"."until" < ? OR "Lease"."until" > ? RETURNING "name"`,
    [...names.flatMap((name): SqlValue[] => [name, owner, until]), momentText(now), momentText(now.add({ milliseconds: 2 * LEASE_MS }))],
  );
  return new Set(rows.map(({ name }) => name));
};

/** Forgets processes that stopped renewing; only one of the living counts each of them. */
const buryDead = async (sql: Database['sql'], now: Temporal.Instant): Promise<number> =>
  (await sql.run(`DELETE FROM "Lease" WHERE "name" LIKE 'process:%' AND "until" < ?`, [momentText(now)])).changes;
