// The product as src/main.ts starts it, without its limits against floods, and with a door for whoever measures it.
import process from 'node:process';
import { createTelegramChannel } from '#adapters/chat/telegram/index.ts';
import { systemClock } from '#adapters/clock/system-clock.ts';
import { createPinoLog } from '#adapters/log/pino-log.ts';
import { startTicking } from '#adapters/scheduler/node-cron/ticking.ts';
import { openDatabase } from '#database/database.ts';
import { createApp } from '#src/app.ts';
import { answerForFigures } from './figures-of-process.ts';

const [apiRoot = '', token = '', url = ''] = process.argv.slice(2);
const log = createPinoLog({ level: 'info' });
const database = await openDatabase({ url });
const telegram = createTelegramChannel({ token, apiRoot, mode: 'polling', clock: systemClock, log, commands: { id: [], en: [] } });
const app = await createApp({ database, clock: systemClock, log, channels: [telegram] }, { limits: false, paced: true, joinBursts: true });
await app.start();
// The vocabulary is loaded in the background; what is measured begins when it is there.
await app.settled();
const ticking = startTicking({ tick: (now) => app.tick(now), clock: systemClock, log });
answerForFigures(async () => {
  await ticking.stop();
  await app.stop();
  await database.close();
});
