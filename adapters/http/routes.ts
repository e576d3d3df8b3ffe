/** One address of our own HTTP server. `path` may hold parameters as `:name`; the body never exceeds the server's limit. */
export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: Request, parameters: Readonly<Record<string, string>>): Response | Promise<Response>;
}

/** Where adapters leave their addresses before the server starts. */
export interface HttpRoutes {
  add(route: HttpRoute): void;
  all(): readonly HttpRoute[];
}

export const createHttpRoutes = (): HttpRoutes => {
  const routes: HttpRoute[] = [];
  return { add: (route) => void routes.push(route), all: () => routes };
};
