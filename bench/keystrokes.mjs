// From a change in a document to published findings, in the process that an editor would have, with the plan loaded.
import { median, percentile } from './measure.mjs';
import { serviceOf } from './service.mjs';
import { EDITED, Host, Stopwatch } from './stopwatch.mjs';
import { Views } from './views.mjs';

const EDITS = 500;

/** After so many edits somebody looks at the views. */
const LOOK_EVERY = 20;

export async function keystrokes(root, report) {
  const host = new Host();
  const service = serviceOf(root, host);
  host.begin();
  const { plan } = await service.settled();
  host.end();
  const longest = (times) => `${Math.max(...times).toFixed(0)} ms`;
  const stretches = (what, aim) => {
    report(`longest stretch ${what}, CPU time`, longest(host.stretches.map(({ cpu }) => cpu)), aim);
    report(`longest stretch ${what}, as the clock goes`, longest(host.stretches.map(({ wall }) => wall)), '');
  };
  stretches('while indexing L', 'at most a frame, 16 ms (not a ratio)');

  const all = plan.documents;
  const holders = all.filter(({ items }) => items.length > 1);
  const times = [];
  const typing = [];
  const views = new Views();
  for (let n = 0; n < EDITS; n++) {
    // One of ten in a file that holds many items.
    const documents = n % 10 === 0 ? holders : all;
    const { path } = documents[(n * 7919) % documents.length];
    const { text } = service.snapshot.plan.documentAt(path);
    const { field, by } = EDITED[n % EDITED.length];
    await new Promise((resolve) => setImmediate(resolve));
    host.begin();
    const stopwatch = new Stopwatch();
    service.setOpen(path, text.replace(field, by(n)));
    const snapshot = await service.settled();
    times.push(stopwatch.passed);
    host.end();
    typing.push(...host.stretches);
    if (n % LOOK_EVERY === 0) await views.look(snapshot);
  }
  host.stretches = typing;
  const figures = (which) => times.map((time) => time[which]);
  for (const [which, how] of [
    ['cpu', 'CPU time'],
    ['wall', 'as the clock goes'],
  ]) {
    report(`one keystroke on L, median, ${how}`, `${median(figures(which)).toFixed(1)} ms`, '(not a ratio)');
    report(
      `one keystroke on L, 95th percentile, ${how}`,
      `${percentile(figures(which), 0.95).toFixed(1)} ms`,
      which === 'cpu' ? 'at most 16 ms (not a ratio)' : '',
    );
  }
  stretches('while typing', 'at most 16 ms (not a ratio)');
  views.report(report);
}
