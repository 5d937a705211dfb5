// What a rename costs to compute: ordinary ones, and the one that touches most files.
import { rename } from '../src/language/rename/rename.ts';
import { Slices } from '../src/workspace/slices.ts';
import { median, percentile } from './measure.mjs';
import { serviceOf } from './service.mjs';
import { Host, Stopwatch } from './stopwatch.mjs';

const RENAMES = 100;
const FILES = 2000;

/** Renames items all over a plan, then one that 2,000 files name; nothing is changed. */
export async function renames(root, report) {
  const host = new Host();
  const service = serviceOf(root, host);
  const { plan } = await service.settled();
  const times = [];
  const longest = [];
  for (let n = 0; n < RENAMES; n++) {
    const item = plan.items[(n * 7919) % plan.items.length];
    const { passed, slice } = await timed({ kind: 'item', item }, 'another-name', plan, host);
    times.push(passed);
    longest.push(slice);
  }
  for (const [which, how] of [
    ['cpu', 'CPU time'],
    ['wall', 'as the clock goes'],
  ]) {
    const all = times.map((time) => time[which]);
    const name = `an item of L gets another id, ${how}: median, 95th percentile`;
    report(name, `${median(all).toFixed(1)}, ${percentile(all, 0.95).toFixed(1)} ms`, 'p95 50 ms (not a ratio)');
  }
  report('the longest slice of those, CPU time, median', `${median(longest).toFixed(1)} ms`, 'a slice 10 ms');
  const { item, now } = await withMany(service);
  const { passed, slice, files, heap } = await timed({ kind: 'item', item }, 'another-name', now, host);
  report(`an item that ${files} files name gets another id, CPU time`, `${passed.cpu.toFixed(0)} ms`, '(not a ratio)');
  report('the same, as the clock goes', `${passed.wall.toFixed(0)} ms`, '(not a ratio)');
  report('the longest slice of that, CPU time', `${slice.toFixed(1)} ms`, 'a frame, 16 ms');
  report('memory that the edits take', `${(heap / 1024 / 1024).toFixed(1)} MB`, '(not a ratio)');
  service.dispose();
}

/** The plan with 2,000 files more, each of which names one item in its fields and in its prose. */
async function withMany(service) {
  const { plan } = service.snapshot;
  const { key, program } = plan.ofType('milestone')[0];
  for (let n = 0; n < FILES; n++) {
    const text = `---\ntype: milestone\nid: many-${n}\nprogram: ${program}\ndepends_on: [${key}]\n---\n\nWaits for [[${key}]].\n`;
    service.setOpen(`many/m-${n}.md`, text);
  }
  const { plan: now } = await service.settled();
  return { item: now.items.find((item) => item.key === key), now };
}

async function timed(named, to, plan, host) {
  const before = process.memoryUsage().heapUsed;
  host.begin();
  const stopwatch = new Stopwatch();
  const renamed = await new Slices(host).run(rename(named, to, plan), () => false);
  const { passed } = stopwatch;
  host.end();
  const heap = process.memoryUsage().heapUsed - before;
  const files = new Set(renamed.edits.map(({ path }) => path)).size;
  return { passed, slice: Math.max(...host.stretches.map(({ cpu }) => cpu)), files, heap };
}
