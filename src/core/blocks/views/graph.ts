import { programOf } from '../../fixes/program-of.ts';
import { USUAL_BUDGET } from '../../graph/budget.ts';
import { type DocumentGraph, mermaidWithin } from '../../graph/mermaid/within-limits.ts';
import type { PictureOptions, Planned } from '../../graph/options.ts';
import { parseReference } from '../../model/values/reference.ts';
import { fail, ok, type Result } from '../../model/values/result.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { nothing } from './markdown.ts';
import { SHOW } from './show.ts';

/** How far a focus reaches where nothing is said. */
const USUAL_DEPTH = 2;

const ONLY = ['critical', 'blocked'] as const;

/** More frames than this take Mermaid many times as long as what is in them. */
export const MOST_FRAMES = 60;

/** What waits for what, as Mermaid draws it. */
export const graph: BlockView = {
  name: 'graph',
  doc: 'The dependencies, drawn by Mermaid: of the whole plan, of a program, or around one item.',
  options: {
    ...SHOW,
    focus: {
      doc: 'An item: only it, what it waits for and what waits for it.',
      check: (value, plan, from) => {
        const found = itemNamed(value, plan, from);
        return found.ok ? undefined : found.why;
      },
    },
    depth: {
      doc: 'How many links `focus` reaches, up and down: 2 without it.',
      check: (value) => (/^\d{1,6}$/.test(value) ? undefined : `write a whole number in the place of ${quoted(value)}`),
    },
    only: {
      doc: '`critical`: only the critical paths. `blocked`: only what is blocked, and what that holds up.',
      words: ONLY,
      check: (value) =>
        (ONLY as readonly string[]).includes(value)
          ? undefined
          : `write critical or blocked in the place of ${quoted(value)}`,
    },
    program: {
      doc: 'Only the items of a program.',
      check: (value, plan) => {
        if (plan.programs.some(({ id }) => id === value)) return undefined;
        const near = nearest(
          value,
          plan.programs.map(({ id }) => id),
        );
        return `there is no program ${quoted(value)}${near ? `: did you mean ${near}?` : ''}`;
      },
    },
  },
  *lines(request) {
    const { plan, today } = request;
    // What is stale depends on who asks: git knows of it, and a document does not.
    const state = { ...request.state, staleness: () => undefined };
    const { source, summary } = yield* withFewFrames({ plan, state, today }, optionsOf(request));
    if (summary.items === 0) return nothing('dependencies');
    return [
      '```mermaid',
      ...source.trimEnd().split('\n'),
      '```',
      ...(summary.text === '' ? [] : ['', escapeMarkdown(summary.text)]),
    ];
  },
};

/** The picture of a plan; where nearly every node would be in a frame of its own, with less on it. */
function* withFewFrames(planned: Planned, options: PictureOptions): Generator<void, DocumentGraph> {
  for (let { nodes, edges } = USUAL_BUDGET; ; nodes = Math.ceil(nodes / 2), edges = Math.ceil(edges / 2)) {
    const drawn = yield* mermaidWithin(planned, { ...options, budget: { nodes, edges } });
    // A label is one line, and in quotes.
    const frames = drawn.source.match(/^ *subgraph /gm)?.length ?? 0;
    // Each node is in two at most: it ends.
    if (frames <= MOST_FRAMES || 2 * nodes <= MOST_FRAMES) return drawn;
  }
}

function optionsOf({ options, plan, from, accepts, hasFilters }: ViewRequest): PictureOptions {
  const program = options.get('program');
  const found = itemNamed(options.get('focus') ?? '', plan, from);
  const depth = Number(options.get('depth') ?? USUAL_DEPTH);
  return {
    ...(program === undefined ? {} : { programs: [program] }),
    filter: hasFilters ? accepts : undefined,
    focus: found.ok ? { item: found.value, upstream: depth, downstream: depth } : undefined,
    only: ONLY.find((only) => only === options.get('only')),
    hideDone: options.get('show') === 'open',
  };
}

/** The item of a name as a document means it: that of its own program first. */
function itemNamed(written: string, plan: Plan, from: string): Result<Item> {
  const name = parseReference(written);
  if (!name.ok) return fail(name.why);
  const document = plan.documentAt(from);
  const { target, fault } = plan.lookup.find(name.value, document ? programOf(document, plan) : '', ['any']);
  return target ? ok(target) : fail(fault?.message ?? `there is no item ${quoted(written)}`);
}
