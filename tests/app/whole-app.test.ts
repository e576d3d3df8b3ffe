import { expect, it } from 'vitest';
import { type App, createApp } from '#src/app.ts';
import type { Database } from '#database/database.ts';
import { saveAsOf } from '#circulation/import/as-of.ts';
import { fillDemoLibrary } from '#prisma/demo-library.ts';
import { dayOf, momentText, Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';
import { createRecordingChannel, type RecordingChannel } from './recording-channel.ts';

const start = Temporal.Instant.from('2026-03-03T02:00:00Z');

interface Stage {
  readonly app: App;
  readonly channel: RecordingChannel;
  readonly database: Database;
  now: Temporal.Instant;
  readonly log: ReturnType<typeof createRecordingLog>;
}

const openStage = async (open: () => Promise<Database>): Promise<Stage> => {
  const database = await open();
  await fillDemoLibrary(database, { today: dayOf(start), now: start });
  const reader = await database.models.patron.findUniqueOrThrow({ where: { card: 'DEMO-0001' } });
  const at = momentText(start);
  await database.models.account.create({ data: { id: 'probe:siti', platform: 'probe', accountId: 'siti', chatId: 'siti', createdAt: at } });
  await database.models.link.create({ data: { id: 'l1', accountId: 'probe:siti', patronId: reader.id, linkedAt: at } });
  const channel = createRecordingChannel();
  const log = createRecordingLog();
  const stage: { now: Temporal.Instant } = { now: start };
  const app = await createApp(
    { database, clock: { now: () => stage.now }, log, channels: [channel] },
    { limits: false, paced: false, joinBursts: false },
  );
  await app.start();
  return Object.assign(stage, { app, channel, database, log });
};

const replies = ({ channel }: Stage) => channel.shown.filter(({ message }) => message.urgency === 'reply');

const says = async (stage: Stage, text: string, eventId: string): Promise<string> => {
  const before = replies(stage).length;
  await stage.channel.says('siti', text, eventId);
  await stage.app.settled();
  return replies(stage)
    .slice(before)
    .map((shown) => shown.text)
    .join('\n---\n');
};

const tokenOf = (stage: Stage, label: RegExp): string =>
  replies(stage)
    .at(-1)
    ?.message.choices?.options.find((option) => label.test(option.label))?.id ?? 'none';

describeOnEachDatabase('the whole app', (open) => {
  it('finds a misspelt title, reserves it once however often the button is tapped, and says the same each time', async () => {
    const stage = await openStage(open);
    expect(await says(stage, 'min ad bku bumi manusa ga', 'e1')).toContain('Bumi Manusia');
    expect(await says(stage, 'pesan bumi manusia', 'e2')).toContain('1. Ya');
    const yes = tokenOf(stage, /^Ya$/);
    await Promise.all([stage.channel.taps('siti', yes, 'e3'), stage.channel.taps('siti', yes, 'e4')]);
    await stage.app.settled();
    const [first, second] = replies(stage).slice(-2);
    expect(first?.text).toContain('sudah dipesan');
    expect(second?.text).toBe(first?.text);
    const holds = await stage.database.models.hold.count({ where: { patron: { card: 'DEMO-0001' }, title: { title: 'Bumi Manusia' } } });
    expect(holds).toBe(1);
    await stage.app.stop();
  });

  it('answers a redelivered event once', async () => {
    const stage = await openStage(open);
    expect(await says(stage, 'pinjaman saya', 'e1')).toContain('Laskar Pelangi');
    expect(await says(stage, 'pinjaman saya', 'e1')).toBe('');
    await stage.app.stop();
  });

  it('answers after a restart what it had taken in and not answered', async () => {
    const stage = await openStage(open);
    await stage.app.stop();
    const event = {
      eventId: 'e9',
      at: momentText(start),
      conversation: { platform: 'probe', chatId: 'siti', kind: 'direct' },
      sender: { platform: 'probe', accountId: 'siti' },
      addressed: true,
      type: 'text',
      text: 'pinjaman saya',
    };
    await stage.database.models.inboxMessage.create({
      data: { platform: 'probe', eventId: 'e9', chainKey: 'x', eventJson: JSON.stringify(event), receivedAt: momentText(start) },
    });
    const channel = createRecordingChannel();
    const app = await createApp(
      { database: stage.database, clock: { now: () => start }, log: stage.log, channels: [channel] },
      { limits: false, paced: false, joinBursts: false },
    );
    await app.start();
    await app.settled();
    expect(channel.shown.map(({ text }) => text).join()).toContain('Laskar Pelangi');
    await app.stop();
  });

  it('sends a reply again whose outcome is not known, and gives up on none that can still be sent', async () => {
    const stage = await openStage(open);
    stage.channel.results.push({ ok: false, kind: 'unknown-outcome', detail: 'the answer was lost' });
    expect(await says(stage, 'jam buka?', 'e1')).toBe('');
    stage.now = start.add({ seconds: 60 });
    await stage.app.tick(stage.now);
    await stage.app.settled();
    expect(replies(stage).at(-1)?.text).toContain('Hari ini');
    await stage.app.stop();
  });

  it('reminds once a loan is due soon, and a renewal chosen from the reminder is done', async () => {
    const stage = await openStage(open);
    const [due] = await stage.database.models.loan.findMany({
      where: { patron: { card: 'DEMO-0001' }, status: 'open' },
      orderBy: { dueOn: 'asc' },
    });
    if (!due) throw new Error('the demo reader has loans');
    stage.now = Temporal.PlainDateTime.from(`${due.dueOn}T09:00`).toZonedDateTime('Asia/Jakarta').subtract({ days: 2 }).toInstant();
    await stage.app.runJob('due_reminders', stage.now);
    await stage.app.settled();
    const reminders = stage.channel.shown.filter(({ chat }) => chat === 'siti');
    expect(reminders).toHaveLength(1);
    expect(reminders[0]?.text).toContain('segera jatuh tempo');
    await stage.app.runJob('due_reminders', stage.now);
    await stage.app.settled();
    expect(stage.channel.shown.filter(({ chat }) => chat === 'siti')).toHaveLength(1);
    expect(await says(stage, '1', 'e5')).toContain('Sudah diperpanjang');
    await stage.app.stop();
  });

  it('makes up for the reminders of a day on which it did not run', async () => {
    const stage = await openStage(open);
    const [due] = await stage.database.models.loan.findMany({
      where: { patron: { card: 'DEMO-0001' }, status: 'open' },
      orderBy: { dueOn: 'asc' },
    });
    if (!due) throw new Error('the demo reader has loans');
    const morning = Temporal.PlainDateTime.from(`${due.dueOn}T09:00`).toZonedDateTime('Asia/Jakarta');
    const reminded = async (daysBefore: number): Promise<number> => {
      stage.now = morning.subtract({ days: daysBefore }).toInstant();
      await stage.app.runJob('due_reminders', stage.now);
      await stage.app.settled();
      return stage.channel.shown.filter(({ chat, message }) => chat === 'siti' && message.urgency === 'notice').length;
    };
    expect(await reminded(4)).toBe(0);
    expect(await reminded(1)).toBe(1);
    await stage.app.stop();
  });

  it('logs no fault in all of that', async () => {
    const stage = await openStage(open);
    await says(stage, 'pesanan saya', 'e1');
    await says(stage, 'menu', 'e2');
    await stage.app.tick(stage.now);
    await stage.app.stop();
    expect(stage.log.entries.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('says of which day the holdings are, once they were imported from another system', async () => {
    const stage = await openStage(open);
    expect(await says(stage, 'ada buku bumi manusia?', 'e1')).not.toContain('Data per');
    await stage.database.sql.transaction((sql) => saveAsOf(sql, 'slims-biblio', '2026-03-02T02:00:00.000Z'));
    stage.now = stage.now.add({ seconds: 2 });
    expect(await says(stage, 'ada buku bumi manusia?', 'e2')).toContain('Data per Senin, 2 Maret 2026.');
  });
});
