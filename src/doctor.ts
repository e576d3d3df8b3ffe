import type { Settings } from '#src/config.ts';

/** One line of the report: what was looked at, how it is, and what to do about it. */
export interface Finding {
  readonly ok: boolean;
  readonly what: string;
  readonly next?: string;
}

export interface Examination {
  readonly settings: Settings;
  readonly nodeVersion: string;
  /** opens the database and counts titles; a fault says why it cannot */
  readonly countTitles: () => Promise<number>;
  /** asks a platform who we are */
  readonly reach: (url: string) => Promise<{ readonly status: number; readonly body: unknown }>;
}

const TELEGRAM_GUIDE = 'docs/id/telegram.md';

/** In plain words: what is configured, reachable, missing, and the next action. Never shows a secret. */
export const examine = async (examination: Examination): Promise<readonly Finding[]> => [
  nodeFinding(examination.nodeVersion),
  await databaseFinding(examination),
  await telegramFinding(examination),
  httpFinding(examination.settings),
];

const nodeFinding = (version: string): Finding => {
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? { ok: true, what: `Node.js ${version}` }
    : { ok: false, what: `Node.js ${version} terlalu lama`, next: 'Pasang Node.js 20.19 atau lebih baru.' };
};

const databaseFinding = async ({ settings, countTitles }: Examination): Promise<Finding> => {
  const kind = settings.DATABASE_URL.startsWith('file:') ? `SQLite di ${settings.DATABASE_URL.slice('file:'.length)}` : 'PostgreSQL';
  try {
    const titles = await countTitles();
    return titles > 0
      ? { ok: true, what: `Basis data ${kind}: ${titles} judul` }
      : { ok: true, what: `Basis data ${kind}: masih kosong`, next: 'Masukkan katalog: npm run import -- BERKAS.csv' };
  } catch (error) {
    return {
      ok: false,
      what: `Basis data ${kind} tidak bisa dibuka: ${error instanceof Error ? error.message : String(error)}`,
      next: 'Periksa DATABASE_URL di berkas .env, dan apakah folder atau servernya bisa dipakai.',
    };
  }
};

const telegramFinding = async ({ settings, reach }: Examination): Promise<Finding> => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root, TELEGRAM_MODE: mode } = settings;
  if (!token) return { ok: true, what: 'Telegram: belum dipasang', next: `Bila ingin melayani lewat Telegram, ikuti ${TELEGRAM_GUIDE}.` };
  try {
    const { status, body } = await reach(`${root}/bot${token}/getMe`);
    if (status === 200) return { ok: true, what: `Telegram: tersambung sebagai @${usernameIn(body)} (${mode})` };
    return {
      ok: false,
      what: `Telegram menolak tokennya (jawaban ${status})`,
      next: 'Salin ulang token dari @BotFather ke TELEGRAM_BOT_TOKEN di berkas .env.',
    };
  } catch {
    return {
      ok: false,
      what: `Telegram tidak bisa dihubungi di ${root}`,
      next: 'Periksa sambungan internet komputer ini, lalu jalankan lagi npm run doctor.',
    };
  }
};

const usernameIn = (body: unknown): string => {
  // as: what getMe answers; anything else shows as "?"
  const { result } = body as { readonly result?: { readonly username?: string } };
  return result?.username ?? '?';
};

const httpFinding = ({ PORT, HOST }: Settings): Finding =>
  PORT === undefined
    ? { ok: true, what: 'Server HTTP: tidak dipakai (PORT kosong)' }
    : { ok: true, what: `Server HTTP: http://${HOST}:${PORT}/healthz saat program berjalan` };

export const report = (findings: readonly Finding[]): string =>
  findings.map(({ ok, what, next }) => `${ok ? 'baik ' : 'SALAH'}  ${what}${next ? `\n       → ${next}` : ''}`).join('\n');
