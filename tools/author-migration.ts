// Brings everything that follows from prisma/schema.prisma up to date, without a database and without a download:
//   node --import tsx tools/author-migration.ts              derives the PostgreSQL schema, writes both first migrations anew
//   node --import tsx tools/author-migration.ts 003_name     derives it, and writes a new migration from the schema committed last
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { mockAdapterFactory, type SqlDriverAdapterFactory, type SqlQuery } from '@prisma/driver-adapter-utils';
import { derivePostgresqlSchema } from './derive-schema.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const canonicalPath = join(root, 'prisma/schema.prisma');
const derivedPath = join(root, 'prisma/postgresql.prisma');

interface SchemaEngine {
  diff(params: object): Promise<{ readonly stdout: string | null }>;
}
interface SchemaEngineModule {
  __wbg_set_wasm(exports: object): void;
  readonly SchemaEngine: { new: (options: object, log: (message: string) => void, adapter: object) => Promise<SchemaEngine> };
}

// Where the engine leaves its last words.
Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(`${message}\n`) } });

// The package's main entry imports the .wasm file as a module, which Node 20 does not do.
const loadEngine = async (): Promise<SchemaEngineModule> => {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = await import(path);
  const { instance } = await WebAssembly.instantiate(readFileSync(path.replace(/\.js$/, '.wasm')), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return glue;
};

// Once: the module keeps views of its memory, which a second instance would make stale.
const engineModule = loadEngine();

// Only one question is asked before a diff of two texts: which server is this?
const pretendedPostgresql = (): SqlDriverAdapterFactory => {
  const factory = mockAdapterFactory('postgres');
  const answer = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [5, 7, 0] as (0 | 5 | 7)[],
    rows: [[true, 'PostgreSQL 15.0', 150000]],
  };
  const connect = async () => ({ ...(await factory.connect()), queryRaw: async (_: SqlQuery) => answer, dispose: async () => undefined });
  return { ...factory, connect };
};

const diff = async (kind: 'sqlite' | 'postgresql', from: string | undefined, to: string): Promise<string> => {
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const factory = kind === 'sqlite' ? mockAdapterFactory('sqlite') : pretendedPostgresql();
  const bound = bindMigrationAwareSqlAdapterFactory({ ...factory, connectToShadowDb: () => factory.connect() });
  const { SchemaEngine } = await engineModule;
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, bound);
  const model = (content: string) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] });
  const { stdout } = await engine.diff({
    from: from === undefined ? { tag: 'empty' } : model(from),
    to: model(to),
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
};

const write = (kind: string, name: string, sql: string): void => {
  const folder = join(root, 'prisma/migrations', kind, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `${sql.trim()}\n`);
};

const committed = (): string => execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { cwd: root, encoding: 'utf8' });

const canonical = readFileSync(canonicalPath, 'utf8');
const derived = derivePostgresqlSchema(canonical);
writeFileSync(derivedPath, derived);

const name = process.argv[2] ?? '001_first';
const before = process.argv[2] === undefined ? undefined : committed();
write('sqlite', name, await diff('sqlite', before, canonical));
write('postgresql', name, await diff('postgresql', before && derivePostgresqlSchema(before), derived));
process.stdout.write(`prisma/postgresql.prisma and the migrations ${name} are written\n`);
