import { afterEach, describe, expect, it } from 'vitest';
import { createHttpServer, type HealthReport, type HttpServer } from '#adapters/http/http-server.ts';
import { createHttpRoutes, type HttpRoute } from '#adapters/http/routes.ts';
import { Misconfigured } from '#shared/faults.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';

const servers: HttpServer[] = [];
const well: HealthReport = { ok: true, channels: { telegram: { ok: true } } };

const create = (rest: { readonly health?: () => HealthReport; readonly routes?: readonly HttpRoute[]; readonly port?: number } = {}) => {
  const routes = createHttpRoutes();
  for (const route of rest.routes ?? []) routes.add(route);
  const log = createRecordingLog();
  const server = createHttpServer({ host: '127.0.0.1', port: rest.port ?? 0, routes, health: rest.health ?? (() => well), log });
  servers.push(server);
  return { server, log };
};
const start = async (rest: Parameters<typeof create>[0] = {}) => {
  const { server, log } = create(rest);
  const { port } = await server.start();
  return { base: `http://127.0.0.1:${port}`, port, log };
};
const route = (handle: HttpRoute['handle'], method: HttpRoute['method'] = 'POST'): HttpRoute => ({ method, path: '/hook/:key', handle });

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

describe('health', () => {
  it('is 200 when all is well', async () => {
    const { base } = await start();
    const answer = await fetch(`${base}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, well]);
  });

  it('is 503 when a channel is not, and says which and why', async () => {
    const ill: HealthReport = { ok: false, channels: { telegram: { ok: false, detail: 'no connection' } } };
    const { base } = await start({ health: () => ill });
    const answer = await fetch(`${base}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([503, ill]);
  });

  it('is asked anew each time', async () => {
    let ok = false;
    const { base } = await start({ health: () => ({ ok, channels: {} }) });
    expect((await fetch(`${base}/healthz`)).status).toBe(503);
    ok = true;
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
  });
});

describe('routes', () => {
  it('get the request and the parameters of their address', async () => {
    const { base } = await start({ routes: [route(async (request, { key }) => Response.json({ key, body: await request.text() }))] });
    const answer = await fetch(`${base}/hook/abc`, { method: 'POST', body: 'halo' });
    expect(await answer.json()).toEqual({ key: 'abc', body: 'halo' });
  });

  it('do not see other methods and addresses', async () => {
    const { base } = await start({ routes: [route(() => new Response('x'))] });
    expect((await fetch(`${base}/hook/abc`)).status).toBe(404);
    expect((await fetch(`${base}/other`)).status).toBe(404);
  });

  it.each([
    [256 * 1024, 200],
    [256 * 1024 + 1, 413],
  ])('a body of %i bytes is answered %i', async (size, status) => {
    const { base } = await start({ routes: [route(async (request) => new Response(`${(await request.text()).length}`))] });
    expect((await fetch(`${base}/hook/x`, { method: 'POST', body: 'x'.repeat(size) })).status).toBe(status);
  });

  it('a body that does not tell its size is cut off too', async () => {
    const { base } = await start({ routes: [route(async (request) => new Response(`${(await request.text()).length}`))] });
    const body = new Blob(['x'.repeat(300 * 1024)]).stream();
    const answer = await fetch(`${base}/hook/x`, { method: 'POST', body, duplex: 'half' });
    expect(answer.status).toBe(413);
  });

  it('that break are answered 500, without a word of why', async () => {
    const { base, log } = await start({ routes: [route(() => Promise.reject(new Error('rahasia')))] });
    const answer = await fetch(`${base}/hook/x`, { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([500, '']);
    expect(log.entries.map((entry) => entry.event)).toEqual(['http.failed']);
  });
});

describe('starting and stopping', () => {
  it('names the setting when the port is taken', async () => {
    const { port } = await start();
    const { server } = create({ port });
    await expect(server.start()).rejects.toThrow(Misconfigured);
    await expect(create({ port }).server.start()).rejects.toThrow(`127.0.0.1:${port}`);
  });

  it('lets a running request end', async () => {
    let release = (): void => undefined;
    let isThere = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      isThere = resolve;
    });
    const handle = async () => {
      isThere();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return new Response('selesai');
    };
    const { base } = await start({ routes: [route(handle)] });
    const answer = fetch(`${base}/hook/x`, { method: 'POST' });
    await arrived;
    const stopping = servers[0]?.stop();
    release();
    expect(await (await answer).text()).toBe('selesai');
    await stopping;
  });

  it('stops though it never started', async () => {
    await expect(create().server.stop()).resolves.toBeUndefined();
  });
});
