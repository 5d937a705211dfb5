// Times whole processes, and says everything as a ratio: the machines that this runs on are noisy.
import { spawnSync } from 'node:child_process';

/** Runs a command to its end. Gives seconds of wall time, MiB of its largest memory, and what it printed. */
export function timed(command, args, { cwd, env } = {}) {
  const start = process.hrtime.bigint();
  const result = spawnSync('/usr/bin/env', [command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.error || result.status === null)
    throw new Error(`${command} could not be run: ${result.error ?? result.signal}`);
  return { seconds, status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Runs several subjects in turn, again and again, so that a busy moment hits all of them; medians of each. */
export function compare(subjects, rounds) {
  const seconds = new Map(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of subjects) seconds.get(name).push(run().seconds);
  }
  return new Map([...seconds].map(([name, list]) => [name, median(list)]));
}

/** What the thread itself had of the processor so far, in milliseconds. */
export function cpuTime() {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The value below which a share of numbers lies. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
