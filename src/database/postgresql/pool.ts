import pg from 'pg';
import { Misconfigured } from '#shared/faults.ts';

const CONNECTIONS_AT_MOST = 10;
const CONNECT_WITHIN_MS = 10_000;

const poolConfig = (url: string): pg.PoolConfig => {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  if (database === '') throw new Misconfigured('DATABASE_URL', 'it names no database; write postgresql://user:password@host:5432/database');
  return {
    // Never as one connectionString: Prisma's adapter would take the live database for its shadow database.
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(port || '5432'),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database,
    ssl: searchParams.get('sslmode') === 'require',
    max: CONNECTIONS_AT_MOST,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  };
};

export const openPool = (url: string): pg.Pool => {
  const pool = new pg.Pool(poolConfig(url));
  // An idle connection that the server ends (a restart) is replaced at the next query; unheard it would end the process.
  pool.on('error', () => undefined);
  return pool;
};
