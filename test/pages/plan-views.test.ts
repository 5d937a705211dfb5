import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../src/core/text/at-once.ts';
import { Places } from '../../src/vscode/panels/plan-views/places.ts';
import {
  dashboardView,
  PLAN_VIEWS,
  type PlanView,
  risksView,
  type ViewMessage,
} from '../../src/vscode/panels/plan-views/plan-view.ts';
import { readMessage, WHOLE_GRAPH } from '../../src/webview/protocol.ts';
import { harmIn, NO_HARM, plantCanary } from '../support/harm.ts';
import { hostileText } from '../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type OpenedPage, openInBrowser } from '../support/open-page.ts';
import { snapshotOf } from '../support/plan.ts';

/** How many texts are shown: as many as MILEPOST_HOSTILE_TEXTS says, or a few. */
const COUNT = Number(process.env['MILEPOST_HOSTILE_TEXTS'] ?? 240);
/** In one plan. */
const AT_ONCE = 80;

/** Longer ones would be more than a document may hold. */
const TEXTS = HOSTILE_TEXTS.filter(({ length }) => length < 500);

/**
 * Everything that somebody can write is one of these texts: titles, owners, notes, workstreams, programs, and every other
 * id. Every fourth has no title, so that its id is shown.
 */
function hostilePlan(texts: readonly string[]): Record<string, string> {
  const entries = (type: string, own: readonly string[], more: string): string =>
    own
      .map((text, n) => {
        const said = JSON.stringify(text);
        const id = n % 2 === 0 ? `${type}${n}` : JSON.stringify(`${text}${type}`);
        const title = n % 4 === 3 ? '' : ` title: ${said},`;
        const affected = n % 2 === 0 ? `m${n}` : JSON.stringify(`${text}m`);
        return `  - { id: ${id},${title} owner: ${said}, workstream: ${n % 3 === 0 ? 'w' : said}, note: ${said}${more.replace('@', () => affected).replace('~', () => said)} }\n`;
      })
      .join('');
  const program = (id: string, text: string, own: readonly string[]): string => `---
type: program
id: ${id}
title: ${JSON.stringify(text)}
workstreams:
  - { id: w, title: ${JSON.stringify(text)} }
milestones:
${entries('m', own, ', duration: 2d, due: 2027-01-15')}risks:
${entries('r', own, ', probability: high, impact: high, affects: [@]')}decisions:
${entries('d', own, ', blocks: [@]')}metrics:
${entries('x', own.slice(0, 8), ', unit: ~, target: 9, samples: [{ date: 2026-11-01, value: 3 }, { date: 2026-11-08, value: 4 }]')}objectives:
${entries('o', own.slice(0, 8), ', due: 2026-12-01, delivered_by: [@]')}issues:
${entries('i', own.slice(0, 8), ', severity: high, escalations: [{ to: ~, on: 2026-11-02, answer_by: 2026-11-09 }]')}---
`;
  const half = Math.ceil(texts.length / 2);
  return {
    'atlas/README.md': program('atlas', texts[0] ?? '', texts.slice(0, half)),
    'zeus/README.md': program(JSON.stringify(texts.at(-1)), texts.at(-1) ?? '', texts.slice(half)),
  };
}

const nothing = () => ({ dispose: () => {} });
/** As where there is no git. */
const CHANGES = { onDidChange: nothing, of: () => ({ since: 20000, before: undefined, missing: HOSTILE_TEXTS[0] }) };
const MISSING = () => HOSTILE_TEXTS[0];
const VIEWS = {
  ...PLAN_VIEWS,
  risks: risksView(undefined, MISSING),
  dashboard: dashboardView(CHANGES, undefined, MISSING),
};

/** The message by which the extension would show a plan. */
function messageOf(name: keyof typeof VIEWS, files: Record<string, string>, drawing = 1): ViewMessage {
  const snapshot = snapshotOf(files);
  const offers = { plan: [], program: [], workstream: [], owner: [], status: [] };
  const common = { drawing, choice: WHOLE_GRAPH, offers };
  const places = new Places(snapshot.plan);
  const { viewOf }: PlanView = VIEWS[name];
  return { type: name, view: atOnce(viewOf(snapshot, common, () => true, places)) } as ViewMessage;
}

async function show({ page }: OpenedPage, message: ViewMessage): Promise<void> {
  await page.evaluate(plantCanary);
  await page.evaluate((posted) => window.postMessage(posted, '*'), message);
  await page.waitForSelector(`[data-drawing="${message.view.drawing}"]`);
}

/** Every text in a message: whatever a page shows came in it. */
const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];

/** Where a page shows titles, and with how many of them at least. */
const TITLES = {
  timeline: '.name.item .text',
  risks: '.list td.title > :first-child',
  decisions: 'td.title > :first-child:not(.aside)',
  dashboard: 'button.link',
} as const;

describe('the page of decisions', () => {
  it('keeps ids within their columns, however long they are', async () => {
    const opened = await openInBrowser('decisions');
    try {
      const record = '---\ntype: decision\nstatus: accepted\ndate: 2026-11-02\n---\n# Use Kafka\n';
      await show(opened, messageOf('decisions', { 'adr/0001-use-kafka-for-every-queue-that-there-is.md': record }));
      const beyond = await opened.page.evaluate(() =>
        [...document.querySelectorAll('.list button.item')].map((button) => {
          const cell = (button.closest('th, td') as Element).getBoundingClientRect();
          return Math.max(0, button.getBoundingClientRect().right - cell.right);
        }),
      );
      assert.deepEqual(beyond, [0]);
    } finally {
      await opened.close();
    }
  });
});

for (const name of ['timeline', 'risks', 'decisions', 'dashboard'] as const) {
  describe(`rows 1 to 6: the page of ${name}`, () => {
    let opened: OpenedPage;

    beforeEach(async () => {
      opened = await openInBrowser(name);
    });
    afterEach(() => opened.close());

    async function check(texts: readonly string[], drawing: number): Promise<readonly string[]> {
      const message = messageOf(name, hostilePlan(texts), drawing);
      await show(opened, message);
      assert.deepEqual(await opened.page.evaluate(harmIn, 'body'), NO_HARM);
      assert.deepEqual(opened.requests, []);
      const shown = await opened.page.locator(TITLES[name]).allTextContents();
      assert.ok(shown.length > 10);
      const told = new Set(textsIn(message));
      for (const text of shown) assert.ok(told.has(text), JSON.stringify(text));
      return shown;
    }

    it('shows what did harm elsewhere as the text that it is: nothing runs, and nothing leaves', async () => {
      // So high that every row is in sight.
      await opened.page.setViewportSize({ width: 1280, height: 14_000 });
      const worst = ['<svg onload=xssAttack()>', '"><img src=x onerror=xssAttack()>', '{{xssAttack()}}'];
      // These first: a page that shows the first few has them among those.
      const shown = new Set(await check([...worst, ...TEXTS.filter((text) => !worst.includes(text))], 1));
      for (const text of worst) {
        const at = TEXTS.indexOf(text);
        assert.ok(
          [text, `${text}m`, `${text}r`, `${text}d`].some((each) => shown.has(each)),
          `${at}: ${text}`,
        );
      }
    });

    it(`does so with ${COUNT} texts that are put together at random`, async () => {
      await opened.page.setViewportSize({ width: 1280, height: 14_000 });
      const texts = fc.sample(hostileText, { numRuns: COUNT, seed: 3 });
      for (let at = 0, drawing = 1; at < texts.length; at += AT_ONCE)
        await check(texts.slice(at, at + AT_ONCE), drawing++);
    });

    if (name === 'dashboard') {
      it('hands out a page for paper in which all of that is text, and nothing can be clicked', async () => {
        await check(TEXTS, 1);
        await opened.page.locator('button:text-is("Save as HTML…")').click();
        const sent = readMessage(
          await opened.page.evaluate(() => (window as unknown as { sent: unknown[] }).sent.at(-1)),
        );
        assert.ok(sent?.type === 'save' && sent.format === 'html');
        const names = await opened.page.evaluate((html) => {
          const made = new DOMParser().parseFromString(html, 'text/html');
          return [...made.querySelectorAll('main, main *')].flatMap((each) => [
            each.localName,
            ...each.getAttributeNames(),
          ]);
        }, sent.data);
        const foreign = names.filter((each) =>
          /^(?:button|script|img|a|style|iframe|object|on.*|href|src|data-.*)$/.test(each),
        );
        assert.deepEqual(
          foreign.filter((each) => each !== 'style'),
          [],
        );
        assert.ok(names.filter((each) => each === 'span').length > 20);
      });
    }

    it('would be seen to hold a script', async () => {
      await show(opened, messageOf(name, hostilePlan(TEXTS)));
      await opened.page.evaluate(() => document.body.append(document.createElement('script')));
      assert.deepEqual((await opened.page.evaluate(harmIn, 'body')).foreign, ['script']);
    });

    it('names what is clicked by its id, as the protocol has it', async () => {
      await show(opened, messageOf(name, hostilePlan(TEXTS)));
      await opened.page.locator('button.item, .name.item, button.link').first().click();
      const sent = await opened.page.evaluate(() => (window as unknown as { sent: unknown[] }).sent.at(-1));
      const message = readMessage(sent);
      assert.equal(message?.type, 'open');
    });
  });
}

describe('the card of a row', () => {
  it('is asked for when the mouse rests on it, and is text', async () => {
    const opened = await openInBrowser('timeline');
    try {
      const made = messageOf('timeline', {
        'a.md': '---\ntype: program\nid: p\nmilestones:\n  - { id: m, duration: 9d }\n---\n',
      });
      await show(opened, made);
      const { page } = opened;
      const asked = () => page.evaluate(() => (window as unknown as { sent: unknown[] }).sent.at(-1));
      await page.locator('.name.item').hover();
      await page.waitForFunction(
        () => ((window as unknown as { sent: { type: string }[] }).sent.at(-1)?.type ?? '') === 'card',
      );
      const message = readMessage(await asked());
      assert.ok(message?.type === 'card');
      assert.equal(await page.locator('.card').isVisible(), false);
      const tell = (drawing: number, text: string) =>
        page.evaluate((posted) => window.postMessage(posted, '*'), {
          ...message,
          drawing,
          lines: [`${text}<img src=x onerror="ran++">`, 'milestone p/m'],
        });
      // Of a drawing before nothing is taken.
      await tell(message.drawing + 1, 'another ');
      await tell(message.drawing, '');
      await page.locator('.card').waitFor({ state: 'visible' });
      assert.equal(await page.locator('.card strong').textContent(), '<img src=x onerror="ran++">');
      assert.deepEqual(await page.evaluate(harmIn, 'body'), NO_HARM);
      await page.mouse.move(0, 0);
      await page.locator('.card').waitFor({ state: 'hidden' });
    } finally {
      await opened.close();
    }
  });
});

describe('the page of the timeline, of a large plan', () => {
  it('draws the rows in sight and no others, wherever it is scrolled to', async () => {
    const opened = await openInBrowser('timeline');
    try {
      const made = messageOf('timeline', {
        'a.md': '---\ntype: program\nid: p\nmilestones:\n  - { id: m, duration: 900d }\n---\n',
      });
      assert.ok(made.type === 'timeline');
      const row = made.view.rows.at(-1);
      assert.ok(row);
      const rows = Array.from({ length: 10_000 }, (_, n) => ({
        ...row,
        id: `n${n}`,
        key: `item p/m${n}`,
        title: `m${n}`,
      }));
      await show(opened, { type: 'timeline', view: { ...made.view, rows, links: [] } });
      const names = opened.page.locator('.name .text');
      const first = await names.allTextContents();
      assert.ok(first.length > 10 && first.length < 60, String(first.length));
      assert.equal(first[0], 'm0');
      await opened.page.evaluate(() => document.querySelector<HTMLElement>('.chart')?.focus());
      await opened.page.keyboard.press('End');
      await opened.page.waitForFunction(() => document.querySelector('.name.current .text')?.textContent === 'm9999');
      assert.ok((await names.count()) < 60);
      const scrolled = () => opened.page.evaluate(() => document.querySelector('.chart')?.scrollLeft ?? 0);
      const toEnd = () => opened.page.evaluate(() => document.querySelector('.chart')?.scrollTo({ left: 1e6 }));
      for (let n = 0; n < 8; n++) await opened.page.keyboard.press('+');
      await toEnd();
      const end = await scrolled();
      await opened.page.keyboard.press('t');
      const today = await scrolled();
      assert.ok(today < end, 'at today');
      await toEnd();
      await opened.page.keyboard.press('T');
      assert.equal(await scrolled(), today, 'with Caps Lock too');
    } finally {
      await opened.close();
    }
  });
});
