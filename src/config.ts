import { z } from 'zod';
import { Misconfigured } from '#shared/faults.ts';

// The only reader of the environment. Every fault is named at once, each with what to do.

const port = z.coerce.number().int().min(1).max(65_535);
const address = z.url().transform((url) => url.replace(/\/+$/, ''));

export const settingsSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/, 'starts with "file:" (SQLite) or "postgresql://"')
    .default('file:./data/library.db'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'looks like 123456:ABC…; copy it again from @BotFather')
    .optional(),
  TELEGRAM_API_ROOT: address.default('https://api.telegram.org'),
  TELEGRAM_MODE: z.enum(['polling', 'webhook']).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, '16 to 256 letters, digits, _ or -')
    .optional(),
  PUBLIC_BASE_URL: address.optional(),
  PORT: port.optional(),
  HOST: z.string().default('127.0.0.1'),
  LOG_FILE: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings that only make sense together. */
const demands = (settings: Settings): readonly string[] => {
  if (settings.TELEGRAM_BOT_TOKEN === undefined || settings.TELEGRAM_MODE === 'polling') return [];
  return (['PUBLIC_BASE_URL', 'TELEGRAM_WEBHOOK_SECRET', 'PORT'] as const)
    .filter((name) => settings[name] === undefined)
    .map((name) => `${name}: needed when TELEGRAM_MODE is "webhook"; set it, or use TELEGRAM_MODE=polling`);
};

/** Reads the settings; an empty value counts as not set. Throws one Misconfigured that names every fault. */
export const readSettings = (environment: NodeJS.ProcessEnv = process.env): Settings => {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settingsSchema.shape && value !== ''));
  const parsed = settingsSchema.safeParse(given);
  const faults = parsed.success ? demands(parsed.data) : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Misconfigured('.env', faults.join('\n'));
};

/** Whether the operator chose a database, so that no demo library is to be made. */
export const databaseIsChosen = (environment: NodeJS.ProcessEnv = process.env): boolean => Boolean(environment.DATABASE_URL);
