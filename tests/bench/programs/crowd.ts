// People and the Bot API they write through, on loopback and as thin as can be: its own process, so that its work is not
// counted as the bot's. It knows only what a bot that echoes or talks needs.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import process from 'node:process';
import { closedLoop, openLoop, type Outcome } from './crowd-loops.ts';
import { inOrder } from './crowd-order.ts';
import { People } from './people.ts';

export type Play =
  | { readonly kind: 'closed'; readonly people: number; readonly from?: number; readonly turns?: number; readonly ms?: number }
  | { readonly kind: 'open'; readonly people: number; readonly perSecond: number; readonly ms: number; readonly seed: number }
  | { readonly kind: 'order'; readonly people: number; readonly commands: readonly string[] };

/** scripts: what each person says, one text after the other, from the beginning again when it ends */
export type ToCrowd = { readonly scripts: readonly (readonly string[])[] } | { readonly play: Play };

const people = new People();

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += String(chunk);
  return body;
};

const answer = (response: ServerResponse, result: string): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(`{"ok":true,"result":${result}}`);
};

const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await bodyOf(request);
  const method = request.url?.slice((request.url.lastIndexOf('/') ?? 0) + 1);
  if (method === 'getUpdates') return people.fetch(body, (updates) => answer(response, updates), response);
  if (method === 'sendMessage') return answer(response, people.hear(body));
  answer(response, method === 'getMe' ? '{"id":4242,"is_bot":true,"first_name":"Sapa","username":"sapa_bot"}' : 'true');
};

const play = (wanted: Play): Promise<Outcome> => {
  if (wanted.kind === 'closed') return closedLoop(people, wanted);
  return wanted.kind === 'open' ? openLoop(people, wanted) : inOrder(people, wanted);
};

process.on('message', (message: ToCrowd) => {
  if ('scripts' in message) {
    people.learn(message.scripts);
    process.send?.('learnt');
  } else void play(message.play).then((outcome) => process.send?.(outcome));
});
process.once('disconnect', () => process.exit(0));

const server = createServer((request, response) => void serve(request, response));
// A kept connection must not end while a bot is about to use it again.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
