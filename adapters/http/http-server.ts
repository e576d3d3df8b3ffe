import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Log } from '#ports/log.ts';
import { Misconfigured } from '#shared/faults.ts';
import type { HttpRoute, HttpRoutes } from './routes.ts';

const largestBody = 256 * 1024;
/** Longest wait for running requests when stopping, in milliseconds. */
const longestFarewell = 5000;

export interface HealthReport {
  readonly ok: boolean;
  readonly channels: Readonly<Record<string, { readonly ok: boolean; readonly detail?: string }>>;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0: any free port */
  readonly port: number;
  readonly routes: HttpRoutes;
  readonly health: () => HealthReport;
  readonly log: Log;
}

export interface HttpServer {
  /** Listens; rejects with `Misconfigured` when the address is taken or not ours. */
  start(): Promise<{ readonly port: number }>;
  /** Lets running requests end for some seconds, then closes. */
  stop(): Promise<void>;
}

const buildApp = ({ routes, health, log }: HttpServerOptions): Hono => {
  const app = new Hono();
  app.get('/healthz', (context) => {
    const report = health();
    return context.json(report, report.ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  app.use(bodyLimit({ maxSize: largestBody, onError: () => new Response(null, { status: 413 }) }));
  for (const route of routes.all()) mount(app, route);
  app.onError((error) => {
    log.error('http.failed', { error });
    return new Response(null, { status: 500 });
  });
  return app;
};

const mount = (app: Hono, route: HttpRoute): void => {
  app.on(route.method, route.path, (context) => route.handle(context.req.raw, context.req.param()));
};

/** The one HTTP server of the program: health, webhooks and whatever adapters handed in. */
export const createHttpServer = (options: HttpServerOptions): HttpServer => {
  let server: Server | undefined;
  return {
    start: () =>
      new Promise((resolve, reject) => {
        const app = buildApp(options);
        // as: without options of its own serve() makes a plain node:http server
        server = serve({ fetch: app.fetch, hostname: options.host, port: options.port }, ({ port }) => resolve({ port })) as Server;
        server.on('error', (error) => reject(notListening(options, error)));
      }),
    stop: () => (server === undefined ? Promise.resolve() : close(server)),
  };
};

const notListening = ({ host, port }: HttpServerOptions, error: Error): Misconfigured =>
  new Misconfigured('PORT', `cannot listen on ${host}:${port} (${error.message}); choose a free port, and a HOST of this machine`);

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    // A caller keeps its connection after the answer: without looking again, closing would wait for it to tire.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), longestFarewell);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
