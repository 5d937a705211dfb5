// From a change in a document to published findings, in the process that an editor would have, with the plan loaded.
import { readdirSync, readFileSync } from 'node:fs';
import { PlanService } from '../src/workspace/plan-service.ts';
import { median, percentile } from './measure.mjs';

const EDITS = 500;

export async function keystrokes(root, report) {
  const kind = (entry) => (entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other');
  const files = {
    list: async (folder) =>
      readdirSync(`${root}/${folder}`, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kind(entry),
      })),
    read: async (path) => {
      try {
        return readFileSync(`${root}/${path}`);
      } catch {
        return undefined;
      }
    },
  };
  let longest = 0;
  let since = performance.now();
  const host = {
    now: () => performance.now(),
    pause: () => {
      longest = Math.max(longest, performance.now() - since);
      return new Promise((resolve) =>
        setImmediate(() => {
          since = performance.now();
          resolve();
        }),
      );
    },
  };
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const service = new PlanService({
    files,
    host,
    decodeUtf8: (bytes) => decoder.decode(bytes),
    rootName: 'L',
    today: 20778,
  });
  const first = await service.settled();
  report('longest stretch while indexing L', `${longest.toFixed(0)} ms`, 'at most a frame, 16 ms (not a ratio)');
  const documents = first.plan.documents;
  const times = [];
  longest = 0;
  for (let n = 0; n < EDITS; n++) {
    const { path, text } = documents[(n * 7919) % documents.length];
    await new Promise((resolve) => setImmediate(resolve));
    const start = performance.now();
    since = start;
    service.setOpen(path, text.replace(/^title: /m, `title: ${n} `));
    await service.settled();
    times.push(performance.now() - start);
    service.setOpen(path, undefined);
    await service.settled();
  }
  report('one keystroke on L, change to published findings, median', `${median(times).toFixed(0)} ms`, '(not a ratio)');
  report(
    'one keystroke on L, change to published findings, p95',
    `${percentile(times, 0.95).toFixed(0)} ms`,
    'at most 16 ms (not a ratio)',
  );
  report('longest stretch while typing', `${longest.toFixed(0)} ms`, 'at most 16 ms (not a ratio)');
}
