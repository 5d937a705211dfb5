// What the editor asks about places in documents while somebody reads and types: hover, definition, references, symbols,
// lenses, hints and what else the language layer answers, with the plan loaded.
import { waitsTree } from '../src/core/views/waits/waits-tree.ts';
import { definitionAt } from '../src/language/definition.ts';
import { linksIn } from '../src/language/document-links.ts';
import { foldsOf } from '../src/language/folding.ts';
import { hintsIn } from '../src/language/hints.ts';
import { hoverAt } from '../src/language/hover/hover-at.ts';
import { hoverMarkdown } from '../src/language/hover/hover-markdown.ts';
import { PALETTES } from '../src/language/hover/palettes.ts';
import { lensesOf } from '../src/language/lenses.ts';
import { highlightsAt, referencesAt } from '../src/language/references.ts';
import { selectionsAt } from '../src/language/selection.ts';
import { documentSymbols, workspaceSymbols } from '../src/language/symbols.ts';
import { median, percentile } from './measure.mjs';
import { serviceOf } from './service.mjs';
import { EDITED } from './stopwatch.mjs';

/** In how many documents something is asked, each at several places. */
const DOCUMENTS = 400;
const PLACES = 5;

/** After so many documents one is edited, so that nothing is known beforehand of the plan. */
const EDIT_EVERY = 4;

const host = { palette: PALETTES.dark, addressOf: ({ document }) => `file:///${document.path}#L1` };

/** What is asked of a place. */
const AT_PLACE = {
  hover: (asked) => {
    const found = hoverAt(asked);
    return found && hoverMarkdown(found, host);
  },
  definition: definitionAt,
  references: referencesAt,
  'document highlights': highlightsAt,
  'selection ranges': selectionsAt,
};

/** What is asked of a document. */
const IN_DOCUMENT = {
  outline: documentSymbols,
  'code lenses': lensesOf,
  'inlay hints': (asked) => hintsIn(asked, { start: 0, end: asked.document.text.length }),
  'document links': linksIn,
  folding: foldsOf,
};

const QUERIES = ['', 'm', 'mil 12', 'risk', 'program-1', 'zzz', 'api frz'];

export async function languageNavigation(root, report) {
  const service = serviceOf(root, { now: () => performance.now(), pause: () => new Promise((r) => setImmediate(r)) });
  await service.settled();
  const times = new Map();
  const timed = (name, run) => {
    const start = performance.now();
    const answer = run();
    const time = performance.now() - start;
    // Where there is nothing to say, it would always be fast.
    if (answer === undefined || answer.length === 0) return;
    times.set(name, [...(times.get(name) ?? []), time]);
  };
  const all = service.snapshot.plan.documents;
  const holders = all.filter(({ items }) => items.length > 1);
  for (let n = 0; n < DOCUMENTS; n++) {
    // One of ten is a file that holds many items.
    const documents = n % 10 === 0 ? holders : all;
    const { path } = documents[(n * 7919) % documents.length];
    if (n % EDIT_EVERY === 0) {
      const { field, by } = EDITED[n % EDITED.length];
      service.setOpen(path, service.snapshot.plan.documentAt(path).text.replace(field, by(n)));
      await service.settled();
    }
    const { plan, state, today } = service.snapshot;
    const document = plan.documentAt(path);
    const asked = { plan, state, today, document };
    for (const [name, ask] of Object.entries(IN_DOCUMENT)) timed(name, () => ask(asked));
    for (let place = 0; place < PLACES; place++) {
      const offset = placeIn(document, n * PLACES + place);
      for (const [name, ask] of Object.entries(AT_PLACE)) timed(name, () => ask({ ...asked, offset }));
    }
    timed('symbols of the workspace', () => workspaceSymbols(plan, QUERIES[n % QUERIES.length]));
    const item = plan.items[(n * 7919) % plan.items.length];
    timed('what waits for an item, three levels', () => unfold(waitsTree(item, 'after', asked), 3));
  }
  for (const [name, list] of times) {
    const [usual, most] = [median(list), percentile(list, 0.95)].map((time) => `${time.toFixed(2)} ms`);
    report(`${name}, L, median`, usual, '(not a ratio)');
    report(`${name}, L, 95th percentile of ${list.length}`, most, 'at most 50 ms (not a ratio)');
  }
}

/** A place where something stands: an id, a reference, a field, a mention; in turn. */
function placeIn({ items, body, text }, turn) {
  const item = items[turn % items.length];
  const fields = [...item.fields.values()];
  const ranges = [
    item.idRange,
    item.references[turn % item.references.length]?.written.range,
    fields[turn % fields.length]?.value?.range,
    fields[turn % fields.length]?.key.range,
    body.mentions[0]?.range,
  ];
  return ranges[turn % ranges.length]?.start ?? (turn * 7919) % text.length;
}

function unfold(node, depth) {
  if (depth > 0) for (const child of node.children()) unfold(child, depth - 1);
  return node;
}
