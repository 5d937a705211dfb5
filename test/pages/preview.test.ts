import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockDiagrams } from '../support/block-diagrams.ts';
import { hostilePlan, hostileText } from '../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type OpenedPreview, openPreviewInBrowser } from '../support/open-page.ts';
import { snapshotOf } from '../support/plan.ts';

/** How many texts are drawn: as many as MILEPOST_HOSTILE_TEXTS says, or a few. */
const COUNT = Number(process.env['MILEPOST_HOSTILE_TEXTS'] ?? 240);
/** In one plan. */
const AT_ONCE = 60;

/** What stands on the pictures, without spaces; and what has happened besides. */
const look = () => ({
  texts: [...document.querySelectorAll('.milepost-diagram svg')].map((svg) =>
    [...svg.querySelectorAll('.node .label, .cluster-label, .edgeLabel, .taskText, .taskTextOutsideRight')]
      .concat([...svg.querySelectorAll('.taskTextOutsideLeft, .sectionTitle')])
      .map((label) => (label.textContent ?? '').replace(/\s/g, '')),
  ),
  foreign: [...document.querySelectorAll('.milepost-diagram *, body > :not(.markdown-body, script)')]
    .map(({ localName }) => localName)
    .filter(
      (name) =>
        !/^(p|pre|svg|g|defs|marker|path|rect|circle|polygon|line|text|tspan|style|filter|fe\w+|linearGradient|stop)$/i.test(
          name,
        ),
    ),
  handlers: [...document.querySelectorAll('.milepost-diagram *')].flatMap((each) =>
    each.getAttributeNames().filter((name) => /^on|href$/.test(name)),
  ),
  styles: [...document.querySelectorAll('.milepost-diagram style')].filter(({ textContent }) =>
    /@import|url\((?!"?#)/i.test(textContent ?? ''),
  ).length,
  ran: (window as unknown as { ran: number }).ran,
});

/** The texts that a source has for what is drawn. */
const labelsOf = (source: string): readonly string[] =>
  [
    ...[...source.replace(/^%%.*/, '').matchAll(/"([^"\n]*)"/g)].map(([, label = '']) => label.replaceAll('<br/>', '')),
    ...[...source.matchAll(/^ *section (.*)$/gm)].map(([, title = '']) => title),
    ...[...source.matchAll(/^ *([✓●○▲] .*) :[^:\n]*$/gm)].map(([, name = '']) => name),
  ].map((label) => label.replace(/\s/g, ''));

describe('rows 1 to 6: the diagrams of the Markdown preview', () => {
  let opened: OpenedPreview;

  before(async () => {
    opened = await openPreviewInBrowser();
    await opened.page.evaluate(() => {
      const canary = () => {
        (window as unknown as { ran: number }).ran++;
      };
      Object.assign(window, { ran: 0, xssAttack: canary, alert: canary });
    });
  });
  after(() => opened.close());

  async function check(texts: readonly string[]): Promise<void> {
    const sources = blockDiagrams(snapshotOf(hostilePlan(texts)));
    assert.equal(sources.length, 2, 'a graph and a timeline');
    await opened.show(sources);
    for (const outcome of await opened.settled()) {
      assert.deepEqual(outcome, { isDrawn: true, fault: '', hasSource: false }, JSON.stringify(texts));
    }
    const { texts: drawn, ...seen } = await opened.page.evaluate(look);
    assert.deepEqual(seen, { foreign: [], handlers: [], styles: 0, ran: 0 });
    for (const [at, source] of sources.entries()) {
      const missing = labelsOf(source).filter((label) => !drawn[at]?.includes(label));
      assert.deepEqual(missing, []);
    }
    assert.deepEqual(opened.requests, []);
  }

  it('draw what did harm elsewhere as text: nothing runs, and nothing leaves', async () => {
    for (let at = 0; at < HOSTILE_TEXTS.length; at += AT_ONCE) await check(HOSTILE_TEXTS.slice(at, at + AT_ONCE));
  });

  it(`do so with ${COUNT} texts that are put together at random`, async () => {
    const texts = fc.sample(hostileText, { numRuns: COUNT, seed: 2 });
    for (let at = 0; at < texts.length; at += AT_ONCE) await check(texts.slice(at, at + AT_ONCE));
  });

  it('would be seen to run something, or to ask for something', async () => {
    await opened.page.evaluate(() => {
      (window as unknown as { xssAttack(): void }).xssAttack();
      const image = new Image();
      image.src = 'https://example.org/x.png';
      return image.decode().catch(() => {});
    });
    assert.equal((await opened.page.evaluate(look)).ran, 1);
    assert.ok(opened.requests.includes('https://example.org/x.png'), 'the page');
    assert.ok(opened.requests.includes('example.org:443'), 'the server');
  });
});

describe('a diagram that is not drawn in the Markdown preview', () => {
  const GOOD = 'flowchart LR\n  n0["good"]\n';
  const OTHER = 'flowchart LR\n  n0["other"]\n';
  /** Looks like a chart of Milepost's; Mermaid does not know the day. */
  const FAULTY = 'gantt\n    dateFormat YYYY-MM-DD\n    ○ x :t0, 2026-13-45, 2026-13-46\n';
  const lines = (count: number, line: (n: number) => string): string =>
    Array.from({ length: count }, (_, n) => line(n)).join('\n');
  const LARGE = `flowchart LR\n${lines(40, (n) => `  n${n}["x"]`)}\n${lines(781, (n) => `  n${n % 40} --> n${(n * 7) % 39}`)}\n`;
  let opened: OpenedPreview;

  beforeEach(async () => {
    opened = await openPreviewInBrowser();
    // Mermaid measures each in an element of its own.
    await opened.page.evaluate(() => {
      const names = new Set<string>();
      Object.assign(window, { begun: names });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes) {
          for (const added of addedNodes) {
            if (added instanceof HTMLElement && added.id.startsWith('dmilepost-')) names.add(added.id);
          }
        }
      }).observe(document.body, { childList: true });
    });
  });
  afterEach(() => opened.close());

  const begun = () => opened.page.evaluate(() => (window as unknown as { begun: Set<string> }).begun.size);

  it('says what was wrong above its source, and is not tried again before it, or the theme, changes', async () => {
    await opened.show([FAULTY, GOOD]);
    const [faulty, good] = await opened.settled();
    assert.match(faulty?.fault ?? '', /^This diagram could not be drawn: .*2026-13-45/);
    assert.ok(faulty?.hasSource && good?.isDrawn);
    assert.equal(await begun(), 2);
    await opened.show([GOOD, FAULTY, OTHER, FAULTY]);
    assert.deepEqual(
      (await opened.settled()).map(({ isDrawn }) => isDrawn),
      [true, false, true, false],
    );
    assert.equal(await begun(), 3, 'only what is new');
    assert.equal(await opened.page.locator('.milepost-fault').count(), 2);
    await opened.page.evaluate(() => document.body.classList.replace('vscode-dark', 'vscode-light'));
    await opened.page.waitForFunction(() => (window as unknown as { begun: Set<string> }).begun.size === 6);
    assert.equal(await opened.page.locator('[id^=dmilepost-]').count(), 0, 'what Mermaid measured in');
  });

  it('is one that would take too long: it says how large it is, and is never begun', async () => {
    await opened.show([LARGE, 'sequenceDiagram\n  A ->> B: x\n', GOOD]);
    const [large, other, good] = await opened.settled();
    assert.equal(large?.fault, 'This diagram is not drawn: it has 781 arrows, and no more than 180 are drawn.');
    assert.match(other?.fault ?? '', /^This diagram is not drawn: it does not begin like one that Milepost writes\.$/);
    assert.ok(large?.hasSource && other?.hasSource && good?.isDrawn);
    assert.equal(await begun(), 1);
  });

  it('is one that has left the page before its turn came', async () => {
    await opened.page.evaluate(async () => {
      for (let n = 0; n < 9; n++) {
        const diagram = document.createElement('div');
        diagram.className = 'milepost-diagram';
        diagram.append(
          Object.assign(document.createElement('pre'), { textContent: `flowchart LR\n  n0["edit ${n}"]\n` }),
        );
        document.querySelector('.markdown-body')?.replaceChildren(diagram);
        // Observers are told before anything else happens: Mermaid is not even loaded.
        await Promise.resolve();
        await Promise.resolve();
      }
    });
    assert.ok((await opened.settled()).every(({ isDrawn }) => isDrawn));
    assert.match((await opened.page.locator('.milepost-diagram svg').textContent()) ?? '', /edit 8/);
    assert.ok((await begun()) <= 2, 'the first, and the newest');
    // What was passed over is drawn when it comes back.
    await opened.show(['flowchart LR\n  n0["edit 4"]\n']);
    assert.ok((await opened.settled()).every(({ isDrawn }) => isDrawn));
    assert.match((await opened.page.locator('.milepost-diagram svg').textContent()) ?? '', /edit 4/);
  });

  it('is drawn once where it stands on the page among many others, with which it is not forgotten', async () => {
    const sources = Array.from({ length: 45 }, (_, n) => `flowchart LR\n  n0["number ${n}"]\n`);
    await opened.show(sources);
    assert.ok((await opened.settled()).every(({ isDrawn }) => isDrawn));
    await opened.show([...sources, GOOD]);
    assert.ok((await opened.settled()).every(({ isDrawn }) => isDrawn));
    assert.equal(await begun(), 46);
  });
});
