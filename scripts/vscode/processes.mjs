import { spawn } from 'node:child_process';

/** What must be undone even if this process is interrupted: processes to end, folders to remove. */
const cleanups = new Set();

/** Registers `undo` for the end of this process; the returned function does it now, once. */
export function cleanup(undo) {
  const once = () => {
    if (!cleanups.delete(once)) return;
    return undo();
  };
  cleanups.add(once);
  return once;
}

process.on('exit', () => {
  for (const undo of [...cleanups].reverse()) undo();
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => process.exit(code));
}

/** Runs a command to its end; resolves to what it printed, rejects with what it complained about. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${command} ${args[0]} ended with ${code}: ${errors.trim().slice(-2000)}`));
    });
  });
}

/**
 * Starts a long-lived process as the head of a group of its own, so that `stop` ends it together with whatever it
 * started itself: extension hosts and language servers would outlive it otherwise.
 */
export function start(command, args, options = {}) {
  const grouped = process.platform !== 'win32';
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: grouped });
  const ended = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal));
    child.on('error', resolve);
  });
  const kill = (signal) => {
    try {
      if (grouped) process.kill(-child.pid, signal);
      else child.kill(signal);
    } catch {
      // Nothing of the group is left.
    }
  };
  const stop = cleanup(() => kill('SIGKILL'));
  return { child, ended, stop };
}
