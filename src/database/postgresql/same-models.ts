import type { PrismaClient as PostgresqlClient, Prisma as Postgresql } from '../generated/postgresql/client.ts';
import type { PrismaClient as SqliteClient, Prisma as Sqlite } from '../generated/sqlite/client.ts';

type SqliteModels = Sqlite.TypeMap['model'];
type PostgresqlModels = Postgresql.TypeMap['model'];
// Verbs that find one row by its key cannot be compared: Prisma's type of the key is not assignable to itself under
// exactOptionalPropertyTypes. These ones take every column and every filter.
type Compared = 'createMany' | 'updateMany' | 'deleteMany';

/** The models for which PostgreSQL's client would not take what may be asked of SQLite's, or answer something else. */
type Differing = {
  [Name in keyof SqliteModels & keyof PostgresqlModels]: [
    { [Verb in Compared]: SqliteModels[Name]['operations'][Verb]['args'] },
    PostgresqlModels[Name]['payload']['scalars'],
  ] extends [{ [Verb in Compared]: PostgresqlModels[Name]['operations'][Verb]['args'] }, SqliteModels[Name]['payload']['scalars']]
    ? never
    : Name;
}[keyof SqliteModels & keyof PostgresqlModels];

type Same = [keyof SqliteModels, Differing] extends [keyof PostgresqlModels, never] ? SqliteClient : Differing;

/** PostgreSQL's client in the type that the program is written against: SQLite's, the narrower one. */
export const asSharedModels = (client: PostgresqlClient): SqliteClient => {
  // as: TypeScript cannot compare the two clients' generic methods; `Same` has compared what they take and give, and
  // is no client at all when a model differs
  const shared: Same = client as unknown as Same;
  return shared;
};
