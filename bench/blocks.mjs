// What live blocks cost while somebody types: every view, over the whole plan, as of one date and as of eight.
import { syncPlan } from '../src/core/blocks/sync-plan.ts';
import { atOnce } from '../src/core/text/at-once.ts';
import { previewContent } from '../src/vscode/preview/preview-content.ts';
import { Slices } from '../src/workspace/slices.ts';
import { median, percentile } from './measure.mjs';
import { serviceOf, TODAY } from './service.mjs';
import { EDITED, Host, Stopwatch } from './stopwatch.mjs';

const EDITS = 40;
const VIEWS = ['graph', 'timeline', 'milestones', 'risks', 'decisions', 'status'];

const NOTHING_WRITTEN = `---\ntype: register\n---\n\n${VIEWS.map(
  (view) => `<!-- milepost ${view} -->\n<!-- /milepost -->\n`,
).join('\n')}`;

export async function blocks(root, report) {
  for (const dates of [1, 8]) await typing(root, dates, report);
  await preview(root, report);
}

async function typing(root, dates, report) {
  const host = new Host();
  const service = serviceOf(root, host);
  await service.settled();
  await writeBlocks(service, dates);
  const { plan, findings } = await service.settled();
  if (findings.some(({ code }) => code === 'outdated-block')) throw new Error('a block is outdated before any edit');
  const documents = plan.documents.filter(({ items }) => items.length > 0);
  const [shown, settled, prose, stretches] = [[], [], [], []];
  for (let n = 0; n < EDITS; n++) {
    const { path, text } = service.snapshot.plan.documentAt(documents[(n * 7919) % documents.length].path);
    const { field, by } = EDITED[n % EDITED.length];
    // Now a word of prose, now what the plan says.
    const isProse = n % 4 === 0;
    const time = await type(service, host, path, isProse ? `${text}\nMore text.\n` : text.replace(field, by(n)));
    shown.push(time.shown.cpu);
    (isProse ? prose : settled).push(time.settled.cpu);
    stretches.push(...host.stretches.map(({ cpu }) => cpu));
  }
  const blocks = `${dates * VIEWS.length} live blocks of ${dates === 1 ? 'one date' : `${dates} dates`}`;
  const figure = (time) => `${time.toFixed(1)} ms`;
  report(`${blocks}: keystroke to findings, median, CPU`, figure(median(shown)), '(not a ratio)');
  report('  95th percentile', figure(percentile(shown, 0.95)), 'at most 16 ms (not a ratio)');
  report('  until the blocks are compared too, median, CPU', figure(median(settled)), '(not a ratio)');
  report('  the same where only prose was edited', figure(median(prose)), '(not a ratio)');
  report('  longest stretch while typing, CPU time', figure(Math.max(...stretches)), 'at most 16 ms (not a ratio)');
  const long = stretches.filter((stretch) => stretch > 16).length;
  report('  longer than that', `${long} of ${stretches.length}`, 'none but for the garbage collector');
}

/** What a preview of four blocks over the whole plan computes after a keystroke. */
async function preview(root, report) {
  const service = serviceOf(root, new Host());
  service.setOpen('page.md', NOTHING_WRITTEN.replace(/<!-- milepost (?:graph|status) -->\n<!-- .*\n/g, ''));
  let content = await previewContent('page.md', await service.settled(), new Slices(new Host()));
  const documents = service.snapshot.plan.documents.filter(({ items }) => items.length > 0);
  const host = new Host();
  const times = { prose: [], plan: [] };
  for (let n = 0; n < EDITS; n++) {
    const { path, text } = service.snapshot.plan.documentAt(documents[(n * 7919) % documents.length].path);
    const kind = n % 2 === 0 ? 'prose' : 'plan';
    service.setOpen(path, kind === 'prose' ? `${text}\nMore text.\n` : text.replace(EDITED[0].field, EDITED[0].by(n)));
    const snapshot = await service.settled();
    const stopwatch = new Stopwatch();
    content = await previewContent('page.md', snapshot, new Slices(host), content);
    times[kind].push(stopwatch.passed.wall);
  }
  report(
    'a preview of four live blocks, after an edit of prose',
    `${median(times.prose).toFixed(2)} ms`,
    '(not a ratio)',
  );
  report('  after an edit of a title', `${median(times.plan).toFixed(1)} ms`, 'in slices (not a ratio)');
}

/** Opens a document of blocks for each of the days before today, and has it written as of that day. */
async function writeBlocks(service, dates) {
  for (let n = 1; n <= dates; n++) {
    const path = `blocks-${n}.md`;
    service.setToday(TODAY - n);
    service.setOpen(path, NOTHING_WRITTEN);
    const [synced] = atOnce(syncPlan(await service.settled(), (one) => one === path));
    service.setOpen(path, synced.after);
  }
  service.setToday(TODAY);
}

/** Changes a document. Gives the time until findings are published, and until nothing is left to be done. */
async function type(service, host, path, text) {
  await new Promise((resolve) => setImmediate(resolve));
  host.begin();
  const stopwatch = new Stopwatch();
  let shown;
  const stop = service.onSnapshot(() => {
    shown ??= stopwatch.passed;
  });
  service.setOpen(path, text);
  await service.settled();
  stop();
  host.end();
  return { shown, settled: stopwatch.passed };
}
