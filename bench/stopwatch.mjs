// Time as an editor sees it: how long something takes, and how long the thread is kept at a stretch.
import { cpuTime } from './measure.mjs';

/** Wall time and the thread's own CPU time, in milliseconds: what else the machine does is in the first only. */
export class Stopwatch {
  #wall = performance.now();
  #cpu = cpuTime();

  get passed() {
    return { wall: performance.now() - this.#wall, cpu: cpuTime() - this.#cpu };
  }
}

/** A host like an editor's. Notes how long the thread is kept at a stretch. */
export class Host {
  stretches = [];
  #since = new Stopwatch();
  now = () => performance.now();

  begin() {
    this.stretches = [];
    this.#since = new Stopwatch();
  }

  end() {
    this.stretches.push(this.#since.passed);
  }

  pause = () => {
    this.end();
    return new Promise((resolve) =>
      setImmediate(() => {
        this.#since = new Stopwatch();
        resolve();
      }),
    );
  };
}

/** What people type: a title, a date, a status; in an entry, where the file holds several items. */
export const EDITED = [
  { field: /\btitle: .*$/m, by: (n) => `title: Another title ${n}` },
  { field: /\bdue: .*$/m, by: (n) => `due: 2026-${String(1 + (n % 12)).padStart(2, '0')}-15` },
  { field: /\bstatus: .*$/m, by: (n) => `status: ${['in-progress', 'done', 'open', 'blocked'][n % 4]}` },
];
