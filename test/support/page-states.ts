import type { Page } from 'playwright-core';
import { reportBody } from '../../src/core/report/html/report-body.ts';
import { atOnce } from '../../src/core/text/at-once.ts';
import { offersOf } from '../../src/vscode/panels/offers.ts';
import type { PageName } from '../../src/vscode/panels/page.ts';
import { Places } from '../../src/vscode/panels/plan-views/places.ts';
import { dashboardView, PLAN_VIEWS, type PlanView, risksView } from '../../src/vscode/panels/plan-views/plan-view.ts';
import type { HistoryView } from '../../src/webview/history/data.ts';
import { type GraphChoice, type GraphPicture, type ToPage, WHOLE_GRAPH } from '../../src/webview/protocol.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { filesIn } from './folder.ts';
import { graphPicture } from './graph-picture.ts';
import { run, snapshotOf } from './plan.ts';

/** Something that a page may show, and how it comes to that. */
export interface PageState {
  readonly page: PageName;
  /** What is to be seen. */
  readonly what: string;
  readonly messages: readonly ToPage[];
  /** What is there once it is seen. */
  readonly shown: string;
  /** What a person does after that. */
  readonly does?: (page: Page) => Promise<unknown>;
}

/** The plan of the examples, as it was two weeks before its freeze. */
export const ATLAS = snapshotOf(filesIn(new URL('../../examples/atlas/', import.meta.url)), { today: '2026-11-21' });

/** Several programs, of which one waits for another, with whatever an item can be. */
const PORTFOLIO = snapshotOf(
  Object.fromEntries(
    ['ada', 'bea', 'cleo', 'dora', 'eve'].map((id, n) => [
      `${id}/README.md`,
      `---
type: program
id: ${id}
owner: maria
goal: end
workstreams: [{ id: w, title: The work }]
milestones:
  - { id: start, workstream: w, owner: lee, duration: ${n + 3}d, status: ${['done', 'in-progress', 'blocked', 'planned', 'planned'][n]} }
  - { id: dropped, owner: lee, status: cancelled }
  - { id: end, owner: ada, due: 2026-11-${20 + n}, commitment: firm, depends_on: [start${n > 0 ? ', ada/end' : ''}] }
risks: [{ id: R, probability: high, impact: high, affects: [end] }, { id: S, probability: low, impact: low }]
decisions: [{ id: D, due: 2026-11-01, blocks: [end] }]
metrics: [{ id: M, threshold: 2, direction: down, samples: [{ date: 2026-11-01, value: 1 }, { date: 2026-11-08, value: 4 }] }]
objectives: [{ id: O, due: 2026-12-01, delivered_by: [end] }]
issues: [{ id: I, severity: high, escalations: [{ to: lee, on: 2026-11-02, answer_by: 2026-11-09 }] }]
---
`,
    ]),
  ),
  { today: '2026-11-21' },
);

const nothing = () => ({ dispose: () => {} });
/** As where there is no git. */
const CHANGES = { onDidChange: nothing, of: () => ({ since: 20_000, before: undefined, missing: 'There is no git' }) };
const MISSING = () => 'There is no git';
const VIEWS = {
  ...PLAN_VIEWS,
  risks: risksView(undefined, MISSING),
  dashboard: dashboardView(CHANGES, undefined, MISSING),
};

let drawings = 0;

/** The message by which the extension shows a plan. */
function viewOf(name: keyof typeof VIEWS, snapshot: Snapshot, chosen: Partial<GraphChoice> = {}): ToPage {
  const choice = { ...WHOLE_GRAPH, ...chosen };
  const { viewOf: view, types }: PlanView = VIEWS[name];
  const offers = run(offersOf(snapshot.plan, ['atlas', 'zeus'], choice, types));
  const common = { drawing: ++drawings, choice, offers, base: 'main' };
  return { type: name, view: atOnce(view(snapshot, common, () => true, new Places(snapshot.plan))) } as ToPage;
}

function drawOf(snapshot: Snapshot, more: Partial<GraphPicture> = {}): ToPage {
  const picture = graphPicture(snapshot, ++drawings);
  const offers = run(offersOf(snapshot.plan, ['atlas', 'zeus'], picture.choice));
  return { type: 'draw', picture: { ...picture, offers, ...more }, marked: picture.nodes[3]?.id };
}

/** A picture in which everything has happened that a change to a plan can do. */
function reviewed(message: ToPage): ToPage {
  if (message.type !== 'draw') throw new Error('That draws nothing');
  const { picture } = message;
  const words = { added: 'new', changed: '✎ due', moved: 'was 3 Dec', removed: 'removed', stale: 'stale' };
  const nodes = picture.nodes.map((node, at) => {
    const [mark, said] = Object.entries(words)[at % 6] ?? [];
    return mark === undefined ? node : { ...node, marks: [...node.marks, mark], lines: [...node.lines, said ?? ''] };
  });
  return { ...message, picture: { ...picture, nodes, base: 'main' } };
}

const HISTORY: HistoryView = {
  drawing: 1,
  asked: { plan: 'file:///p', key: 'atlas/schema-v2' },
  title: 'The schema',
  name: 'milestone atlas/schema-v2',
  verdict: 'Moved twice, by 15 working days in all; forecast for 11 December.',
  missing: 'This is not all of it: the repository is a shallow clone.',
  today: 20_778,
  steps: [
    { on: 20_700, due: 20_780, text: 'due 24 Nov' },
    { on: 20_730, due: 20_794, text: 'due 8 Dec' },
    { on: 20_760, due: 20_790, text: 'due 4 Dec' },
  ],
  forecast: 20_797,
  closed: undefined,
  baseline: { name: 'v1', finish: 20_785, asOf: 20_705 },
  rows: [
    ...['+10d', '−4d', ''].map((moved, n) => ({
      when: `${n + 1} Nov`,
      what: 'due date moved',
      moved,
      isLater: n === 0,
      by: 'Chen',
      commit: 'abc1234',
      why: 'A second engineer joins on 30 November',
    })),
  ],
};

/** A report, as its document has it. */
function report(): ToPage {
  const document = ATLAS.plan.documentAt('README.md');
  if (!document) throw new Error('The example has no such report');
  const html = reportBody(document, ATLAS, { pictures: false });
  return {
    type: 'report',
    view: { drawing: ++drawings, asked: { plan: 'file:///p', path: 'a.md' }, title: 'Status', html, text: 'Status' },
  };
}

const NOTHING: ToPage = { type: 'nothing', text: 'There is no plan here.' };
const EMPTY = snapshotOf({ 'README.md': '---\ntype: program\nid: p\n---\n' });

const press =
  (...keys: readonly string[]) =>
  async ({ keyboard }: Page): Promise<void> => {
    for (const key of keys) await keyboard.press(key);
  };

/** A choice by which something is left out. */
const CHOSEN = { owner: 'maria', only: 'critical', hideDone: true } as const;

/** What pages show, as people meet it. */
export const PAGE_STATES: readonly PageState[] = [
  { page: 'dashboard', what: 'a program', messages: [viewOf('dashboard', ATLAS)], shown: '.program' },
  { page: 'dashboard', what: 'many programs', messages: [viewOf('dashboard', PORTFOLIO)], shown: '.programs.many' },
  { page: 'dashboard', what: 'an empty program', messages: [viewOf('dashboard', EMPTY)], shown: '.program' },
  { page: 'dashboard', what: 'no plan', messages: [NOTHING], shown: '.instead' },

  { page: 'timeline', what: 'a program', messages: [viewOf('timeline', ATLAS)], shown: '.name' },
  {
    ...{ page: 'timeline', what: 'a row that the keyboard is on', messages: [viewOf('timeline', PORTFOLIO)] },
    shown: '.name',
    does: async (page) => {
      await page.locator('.chart').focus();
      await press('ArrowDown', 'ArrowDown', 'ArrowDown')(page);
      await page.waitForSelector('.name.current');
    },
  },
  { page: 'timeline', what: 'what is chosen', messages: [viewOf('timeline', ATLAS, CHOSEN)], shown: '.name' },
  { page: 'timeline', what: 'nothing forecast', messages: [viewOf('timeline', EMPTY)], shown: '.instead' },
  { page: 'timeline', what: 'no plan', messages: [NOTHING], shown: '.instead' },

  { page: 'risks', what: 'a program', messages: [viewOf('risks', ATLAS)], shown: '.matrix' },
  { page: 'risks', what: 'several programs', messages: [viewOf('risks', PORTFOLIO, CHOSEN)], shown: '.matrix' },
  { page: 'risks', what: 'no risks', messages: [viewOf('risks', EMPTY)], shown: '.instead' },

  { page: 'decisions', what: 'a program', messages: [viewOf('decisions', ATLAS)], shown: '.decisions td' },
  { page: 'decisions', what: 'no decisions', messages: [viewOf('decisions', EMPTY)], shown: '.instead' },

  { page: 'history', what: 'an item', messages: [{ type: 'history', view: HISTORY }], shown: '.point' },
  { page: 'history', what: 'no history', messages: [NOTHING], shown: '.instead' },

  { page: 'report', what: 'a report', messages: [report()], shown: '.report table' },
  {
    ...{ page: 'report', what: 'a report that was copied', messages: [report()], shown: '.report table' },
    does: async (page) => {
      await page.locator('button', { hasText: 'Copy' }).first().click();
      await page.locator('.told', { hasText: /./ }).waitFor();
    },
  },
  { page: 'report', what: 'no report', messages: [NOTHING], shown: '.instead' },

  { page: 'graph', what: 'a program', messages: [drawOf(ATLAS)], shown: '.node' },
  { page: 'graph', what: 'a change that is reviewed', messages: [reviewed(drawOf(ATLAS))], shown: '.node' },
  { page: 'graph', what: 'no plan', messages: [NOTHING], shown: '.instead' },
  {
    ...{ page: 'graph', what: 'an item in focus, and a notice' },
    messages: [
      drawOf(PORTFOLIO, {
        notice: 'It took too long: less is drawn.',
        focus: 'The end',
        choice: { ...WHOLE_GRAPH, ...CHOSEN, focus: { key: 'ada/end', up: 1, down: 2 } },
      }),
    ],
    shown: '.node',
  },
  {
    ...{ page: 'graph', what: 'its legend', messages: [drawOf(ATLAS)], shown: '.node' },
    does: async (page) => {
      await page.locator('button', { hasText: 'Legend' }).click();
      await page.locator('.legend').waitFor();
    },
  },
  {
    ...{ page: 'graph', what: 'a node that the keyboard is on', messages: [drawOf(ATLAS)], shown: '.node' },
    does: async (page) => {
      await page.locator('.scene').focus();
      await press('Enter', 'ArrowRight')(page);
      await page.locator('.card').waitFor();
    },
  },
  {
    ...{ page: 'graph', what: 'what was found', messages: [drawOf(ATLAS)], shown: '.node' },
    does: async (page) => {
      await page.locator('input[type=search]').fill('schema');
      await page.locator('.node.found').first().waitFor();
    },
  },
];

/** Brings a page that has just been opened to a state. */
export async function bring(page: Page, { messages, shown, does }: PageState): Promise<void> {
  for (const message of messages) await page.evaluate((posted) => window.postMessage(posted, '*'), message);
  await page.locator(shown).first().waitFor();
  await does?.(page);
}
