// Which folders may import a package. One that is not listed may be imported by tools and tests only.

const EVERYWHERE_ABOVE_DOMAIN = ['src/circulation', 'src/conversation', 'src/services', 'src/config.ts', 'adapters'];

const homes: Readonly<Record<string, readonly string[]>> = {
  // Software of other makers, each in the one folder that knows it.
  grammy: ['adapters/chat/telegram'],
  hono: ['adapters/http'],
  '@hono/node-server': ['adapters/http'],
  pino: ['adapters/log'],
  'node-cron': ['adapters/scheduler/node-cron'],
  sqlite3: ['src/database/sqlite'],
  pg: ['src/database/postgresql'],
  '@prisma/adapter-pg': ['src/database'],
  '@prisma/client': ['src/database'],
  '@prisma/driver-adapter-utils': ['src/database'],
  'csv-parse': ['src/circulation/import', 'prisma'],
  'csv-stringify': ['src/circulation/import'],
  saxes: ['src/circulation/import'],
  // The date library, behind one door.
  'temporal-polyfill': ['src/shared/day.ts'],
  // Small pure functions.
  'fastest-levenshtein': ['src/understanding', 'src/conversation', 'src/circulation/search'],
  'rate-limiter-flexible': ['src/conversation'],
  zod: EVERYWHERE_ABOVE_DOMAIN,
};

/** The folders in which a package may be imported. */
export const homesOf = (name: string): readonly string[] => homes[name] ?? [];

/** Rooms that are pure: they ask neither Node nor the machine for anything. */
export const PURE_ROOMS: ReadonlySet<string> = new Set(['domain', 'ports']);
