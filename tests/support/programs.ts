import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of its own, for what only another process can do: hold a lock, be killed. It talks in lines. */
export interface RunningProgram {
  /** the lines it has printed so far */
  readonly lines: readonly string[];
  /** Waits for a line; rejects, with what the program said, when it ends without it. */
  line(expected: (line: string) => boolean): Promise<string>;
  /** SIGKILL: no handler of the program runs. */
  kill(): Promise<void>;
  /** its exit code, once it has ended by itself */
  ended(): Promise<number | null>;
}

const endOf = async (child: ChildProcess): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** Starts a TypeScript program next to the test (`import.meta.resolve('./programs/x.ts')`). */
export const startProgram = (url: string, args: readonly string[] = []): RunningProgram => {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(url), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const output = createInterface({ input: child.stdout });
  output.on('line', (line) => lines.push(line));
  const line = (expected: (line: string) => boolean): Promise<string> =>
    new Promise((resolve, reject) => {
      const before = lines.find(expected);
      if (before !== undefined) return resolve(before);
      output.on('line', (next) => {
        if (expected(next)) resolve(next);
      });
      output.once('close', () => reject(new Error(`the program ended early: ${complaints}`)));
    });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await endOf(child);
  };
  return { lines, line, kill, ended: () => endOf(child) };
};
