// The anchor: grammY repeats what it is told. grammY's own loop handles one update after the other over all chats, which no
// author keeps under load; like its runner this one starts every update at once and fetches on.
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { Bot } from 'grammy';
import { answerForFigures } from './figures-of-process.ts';

const [apiRoot = '', token = ''] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text));
bot.catch((error) => process.stderr.write(`${String(error)}\n`));

const fetchAndStart = async (offset: number): Promise<number> => {
  const updates = await bot.api.getUpdates({ offset, limit: 100, timeout: 25, allowed_updates: ['message'] });
  for (const update of updates) void bot.handleUpdate(update).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  return (updates.at(-1)?.update_id ?? offset - 1) + 1;
};

const run = async (): Promise<void> => {
  let offset = 0;
  for (;;) offset = await fetchAndStart(offset).catch(() => pause(200, offset));
};

await bot.init();
void run();
if (process.send) answerForFigures(async () => undefined);
