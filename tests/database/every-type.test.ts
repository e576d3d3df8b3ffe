import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prismaAdapterOn } from '#database/sqlite/adapter.ts';
import { SqliteEngine } from '#database/sqlite/engine.ts';
import { temporaryFolder } from '#tests/support/databases.ts';

const root = join(import.meta.dirname, '../..');
const table = `CREATE TABLE "Sample" ("id" INTEGER NOT NULL PRIMARY KEY, "big" BIGINT, "real" REAL, "decimal" DECIMAL, "truth" BOOLEAN,
  "at" DATETIME, "json" JSONB, "bytes" BLOB, "kind" TEXT)`;

interface Delegate {
  create(query: object): Promise<object>;
  findUnique(query: object): Promise<object | null>;
  findMany(query: object): Promise<object[]>;
}
interface Client {
  readonly sample: Delegate;
  $disconnect(): Promise<void>;
}
interface Generated {
  readonly PrismaClient: new (options: object) => Client;
  readonly Prisma: { readonly JsonNull: object; readonly DbNull: object };
}

let engine: SqliteEngine;
let generated: Generated;
let client: Client;

beforeAll(async () => {
  const prisma = join(root, 'node_modules/prisma/build/index.js');
  await promisify(execFile)(process.execPath, [prisma, 'generate', '--schema', 'tests/database/every-type.prisma'], { cwd: root });
  // as: it has just been generated from the schema beside this file
  generated = (await import(join(root, 'src/database/generated/every-type/client.ts'))) as Generated;
  engine = await SqliteEngine.open(join(await temporaryFolder(), 'types.db'));
  await engine.script(table);
  client = new generated.PrismaClient({ adapter: prismaAdapterOn(engine) });
});

afterAll(async () => {
  await client.$disconnect();
  await engine.close();
});

const roundTrip = async (id: number, data: object): Promise<object | null> => {
  await client.sample.create({ data: { id, ...data } });
  return client.sample.findUnique({ where: { id } });
};

test('every type comes back as it went in', async () => {
  const values = {
    big: 9007199254740991n,
    real: 0.1,
    truth: true,
    at: new Date('2026-03-03T02:00:00.123Z'),
    json: { a: [1, null, 'é'] },
    bytes: new Uint8Array([0, 1, 255]),
    kind: 'van',
  };
  expect(await roundTrip(1, { ...values, decimal: '12.5' })).toMatchObject({
    ...values,
    decimal: expect.objectContaining({ d: [12, 5000000] }),
  });
});

test('a missing value of every type stays missing', async () => {
  expect(await roundTrip(2, {})).toEqual({
    id: 2,
    big: null,
    real: null,
    decimal: null,
    truth: null,
    at: null,
    json: null,
    bytes: null,
    kind: null,
  });
});

test('whole, zero and false are values', async () => {
  expect(await roundTrip(3, { big: 0n, real: 5, truth: false, bytes: new Uint8Array(0) })).toMatchObject({
    big: 0n,
    real: 5,
    truth: false,
    bytes: new Uint8Array(0),
  });
});

test('a bigint that the driver would round on reading is refused, not changed', async () => {
  await expect(roundTrip(4, { big: 2n ** 60n })).rejects.toThrow();
});

test('moments are found and sorted by time', async () => {
  await client.sample.create({ data: { id: 11, at: new Date('2027-01-01T00:00:00Z') } });
  await client.sample.create({ data: { id: 12, at: new Date('2027-01-01T00:00:00.001Z') } });
  const later = await client.sample.findMany({ where: { at: { gt: new Date('2027-01-01T00:00:00Z') } }, select: { id: true } });
  expect(later).toEqual([{ id: 12 }]);
});

test('JSON null and a missing value are told apart', async () => {
  const { JsonNull, DbNull } = generated.Prisma;
  await client.sample.create({ data: { id: 21, json: JsonNull } });
  await client.sample.create({ data: { id: 22, json: DbNull } });
  const where = (json: object) => ({ where: { id: { in: [21, 22] }, json: { equals: json } }, select: { id: true } });
  expect(await client.sample.findMany(where(JsonNull))).toEqual([{ id: 21 }]);
  expect(await client.sample.findMany(where(DbNull))).toEqual([{ id: 22 }]);
});
