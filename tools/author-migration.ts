// Brings everything that follows from prisma/schema.prisma up to date, without a database and without a download:
//   node --import tsx tools/author-migration.ts              the PostgreSQL schema, both first migrations, both clients
//   node --import tsx tools/author-migration.ts 003_name     the same, but a new migration since the schema committed last
// Once a version is released its migrations are never written anew: name a new one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import {
  ColumnTypeEnum,
  bindMigrationAwareSqlAdapterFactory,
  mockAdapterFactory,
  type SqlDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { derivePostgresqlSchema } from './derive-schema.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const canonicalPath = join(root, 'prisma/schema.prisma');
const derivedPath = join(root, 'prisma/postgresql.prisma');

// The part of the platform's WebAssembly that is used here; Node's types leave it to those of browsers.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

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
  // as: every module that wasm-bindgen makes exports this function
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
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 15.0', 150000]],
  };
  const connect = async () => ({ ...(await factory.connect()), queryRaw: async () => answer, dispose: async () => undefined });
  return { ...factory, connect };
};

const diff = async (kind: 'sqlite' | 'postgresql', from: string | undefined, to: string): Promise<string> => {
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
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? '';
};

const generateClients = (): void => {
  for (const schema of [canonicalPath, derivedPath]) {
    execFileSync('npx', ['prisma', 'generate', '--schema', schema], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  }
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
generateClients();
process.stdout.write(`prisma/postgresql.prisma, the migrations ${name} and both clients are written\n`);
