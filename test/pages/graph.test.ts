import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type GraphPicture, readMessage, type ToPage, WHOLE_GRAPH } from '../../src/webview/protocol.ts';
import { hostileTitles } from '../fuzz/hostile-titles.ts';
import { graphPicture } from '../support/graph-picture.ts';
import { HostileGraph } from '../support/hostile-graph.ts';
import { hostilePlan } from '../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type OpenedPage, openInBrowser } from '../support/open-page.ts';
import { snapshotOf } from '../support/plan.ts';

/** How many pictures are drawn of texts that are put together at random; `npm run fuzz -- titles` goes on. */
const PICTURES = 5;

describe('rows 1 to 6: the page of the graph', () => {
  let graph: HostileGraph;

  before(async () => {
    graph = await HostileGraph.open();
  });
  after(() => graph.close());

  it('draws what did harm elsewhere as the text that it is: nothing runs, and nothing leaves', async () => {
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 60) await graph.check(HOSTILE_TEXTS.slice(at, at + 60));
  });

  it('does so with texts that are put together at random', async () => {
    await hostileTitles.start?.();
    try {
      for (let seed = 1; seed <= PICTURES; seed++) await hostileTitles.attempt(seed);
    } finally {
      await hostileTitles.end?.();
    }
  });

  it('draws all that there is, whatever it is called: each item once, each link', async () => {
    const { nodes, frames, edges } = await graph.draw(HOSTILE_TEXTS.slice(0, 20));
    assert.equal(nodes.length, 20);
    assert.ok(frames.length > 4, 'programs and workstreams');
    assert.ok(edges.length > 9, 'links');
    assert.equal(await graph.edges(), edges.length);
  });
});

/** Draws a picture as a program does that knows nothing of where it comes from: how many pixels are of which colour. */
async function colorsOf(svg: string, page: Page): Promise<ReadonlyMap<string, number>> {
  const counted = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.drawImage(image, 0, 0);
    const colors = new Map<string, number>();
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 4) {
      const color = [...data.subarray(at, at + 4)].join();
      colors.set(color, (colors.get(color) ?? 0) + 1);
    }
    return [...colors];
  }, svg);
  return new Map(counted);
}

describe('a saved picture of the graph', () => {
  let opened: OpenedPage;
  const texts = ['First', 'A < B & "C"', ...Array.from({ length: 28 }, (_, n) => `Number ${n}`)];

  before(async () => {
    opened = await openInBrowser('graph');
    await opened.page.evaluate(() => {
      const style = document.documentElement.style;
      style.setProperty('--vscode-editor-background', '#102030');
      style.setProperty('--vscode-editor-foreground', '#f0f1f2');
    });
    await opened.draw(graphPicture(snapshotOf(hostilePlan(texts)), 1));
  });
  after(() => opened.close());

  async function saved(format: 'svg' | 'png'): Promise<string> {
    await opened.page.click(`button[title="Save as ${format.toUpperCase()}…"]`);
    const sent = await opened.page.waitForFunction(
      (wanted) =>
        (window as unknown as { sent: { format?: string }[] }).sent.find((message) => message.format === wanted),
      format,
    );
    // What the extension takes it for.
    const message = readMessage(await sent.jsonValue());
    assert.equal(message?.type, 'save');
    return message?.type === 'save' ? message.data : '';
  }

  it('is an SVG of plain classes and colours, and small', async () => {
    const svg = await saved('svg');
    assert.match(svg, />A &lt; B &amp; "C"</);
    assert.doesNotMatch(svg, /<script|foreignObject|href|var\(|color\(|rgba?\(|style=|data-|tabindex|\dem\b/);
    const classes = new Set([...svg.matchAll(/class="(\w+)"/g)].map(([, name]) => name));
    const rules = [...svg.matchAll(/^(?:.*<style>)?\.(\w+)\{[^{}]*\}/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(rules), classes);
    assert.ok(classes.size < 25, `${classes.size} classes`);
    assert.ok(svg.length < 30 * 1500, `${svg.length} characters for 30 nodes`);
  });

  it('shows the same where nothing is known of the page', async () => {
    const svg = await saved('svg');
    const { page } = opened;
    const plain = await page.context().newPage();
    try {
      const colors = await colorsOf(svg, plain);
      const total = [...colors.values()].reduce((sum, count) => sum + count);
      assert.ok((colors.get('16,32,48,255') ?? 0) > total / 4, 'the background');
      assert.ok((colors.get('240,241,242,255') ?? 0) > 100, 'titles');
      const others = total - (colors.get('16,32,48,255') ?? 0);
      assert.ok(others > total / 50, 'nodes and lines');
      assert.ok(!colors.has('0,0,0,255'), 'what is black was not painted');
    } finally {
      await plain.close();
    }
  });

  it('is a PNG', async () => {
    const png = Buffer.from(await saved('png'), 'base64');
    assert.ok(png.readUInt32BE(16) > 300 && png.readUInt32BE(20) > 60, 'its width and height');
    assert.ok(png.length > 4000, 'there is something on it');
  });
});

describe('the legend of the graph', () => {
  it('opens and closes by a button and by keys, and is open again when the page was left so', async () => {
    const opened = await openInBrowser('graph');
    try {
      const { page } = opened;
      assert.equal(await page.isVisible('.legend'), false);
      await page.click('button:text-is("Legend")');
      const words = await page.locator('.legend li > span').allInnerTexts();
      for (const word of ['Milestone', 'Risk', 'Blocked', 'Done', 'Between programs']) assert.ok(words.includes(word));
      await page.waitForFunction(() => (window as unknown as { kept(): { legend?: boolean } }).kept()?.legend === true);
      await page.focus('.legend');
      await page.keyboard.press('Escape');
      assert.equal(await page.isVisible('.legend'), false);
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Legend');
    } finally {
      await opened.close();
    }
    const again = await openInBrowser('graph', { legend: true });
    try {
      assert.equal(await again.page.isVisible('.legend'), true);
    } finally {
      await again.close();
    }
  });

  it('tells all that it shows apart without colour', async () => {
    const opened = await openInBrowser('graph', { legend: true });
    try {
      const looks = await opened.page.evaluate(() =>
        [...document.querySelectorAll('.legend .sample')].map((svg) =>
          JSON.stringify([
            svg.textContent,
            [...svg.querySelectorAll('path')].map((path) => {
              const { strokeDasharray, strokeWidth } = getComputedStyle(path);
              return [path.getAttribute('d'), strokeDasharray, strokeWidth];
            }),
            [...svg.querySelectorAll('.cluster, .at-cursor')].map((group) => getComputedStyle(group).outlineStyle),
          ]),
        ),
      );
      assert.ok(looks.length > 20);
      assert.equal(new Set(looks).size, looks.length, looks.join('\n'));
    } finally {
      await opened.close();
    }
  });
});

describe('a drawing that fails', () => {
  it('is told with its number and the words of Mermaid, and the next one is drawn', async () => {
    const opened = await openInBrowser('graph');
    try {
      const picture = graphPicture(snapshotOf(FRAMED), 1);
      const failed = await opened.draw({ ...picture, source: 'flowchart LR\n  n0[[' });
      assert.ok(failed.type === 'failed' && failed.drawing === 1);
      assert.match(failed.message, /Parse error/);
      assert.equal((await opened.draw({ ...picture, drawing: 2 })).type, 'drawn');
      assert.equal(await opened.page.locator('.scene .node').count(), picture.nodes.length);
      // What Mermaid measures in is gone.
      assert.equal(await opened.page.locator('body > [id^=dpicture]').count(), 0);
    } finally {
      await opened.close();
    }
  });
});

/** Two workstreams of two milestones each, and one milestone that is in none. */
const FRAMED = {
  'README.md': `---
type: program
id: atlas
title: Atlas
workstreams:
  - { id: api, title: The API }
  - { id: web, title: The web }
milestones:
  - { id: a, title: First, workstream: api, duration: 2d }
  - { id: b, title: Second, workstream: api, duration: 2d, depends_on: [a] }
  - { id: c, title: Third, workstream: web, duration: 2d, depends_on: [b] }
  - { id: d, title: Fourth, workstream: web, duration: 2d, depends_on: [c] }
  - { id: e, title: Last, depends_on: [d] }
---
`,
};

describe('the page of the graph, by keys', () => {
  let opened: OpenedPage;

  before(async () => {
    opened = await openInBrowser('graph');
    await opened.draw(graphPicture(snapshotOf(FRAMED), 1));
  });
  after(() => opened.close());

  const focused = () => opened.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const focus = (title: string) => opened.page.focus(`.scene .node[aria-label^="${title}"]`);

  it('reaches the title of a frame, and leaves it', async () => {
    await focus('First');
    await opened.page.keyboard.press('ArrowUp');
    assert.equal(await focused(), 'The API, group, 2 items');
    assert.deepEqual(await opened.page.locator('.card > *').allInnerTexts(), ['The API', '2 items', 'Click to fold']);
    await opened.page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^(First|Second), /);
    assert.equal(await opened.page.locator('.scene [tabindex="0"]').count(), 1, 'one stop for Tab');
  });

  it('has one stop for Tab after an update that draws nothing', async () => {
    await focus('Third');
    await opened.page.keyboard.press('ArrowUp');
    const picture = graphPicture(snapshotOf(FRAMED), 1);
    await opened.draw({ ...picture, drawing: 11, choice: { ...WHOLE_GRAPH, follow: false } });
    assert.equal(await opened.page.locator('.scene [tabindex="0"]').count(), 1);
    assert.equal(await focused(), 'The web, group, 2 items');
    await opened.draw(picture);
  });

  it('keeps the focus in the picture where what had it is gone', async () => {
    await focus('Third');
    await opened.draw(graphPicture(snapshotOf(FRAMED), 12, { filter: ({ id }) => id !== 'c' }));
    assert.equal(await focused(), 'Dependency graph');
    await opened.draw(graphPicture(snapshotOf(FRAMED), 1));
  });

  it('looks at one item by F, with Caps Lock too', async () => {
    for (const key of ['f', 'F']) {
      await focus('Third');
      await opened.page.keyboard.press(key);
      const sent = await opened.page.evaluate(() => (window as unknown as { sent: object[] }).sent.pop());
      const { nodes } = graphPicture(snapshotOf(FRAMED), 1);
      const third = nodes.find(({ lines }) => lines[0] === 'Third');
      assert.deepEqual(sent, { type: 'focus', drawing: 1, id: third?.id }, key);
    }
  });

  it('keeps the focus in the box of the levels, step by step', async () => {
    const picture = (drawing: number, up: number): GraphPicture => ({
      ...graphPicture(snapshotOf(FRAMED), drawing),
      choice: { ...WHOLE_GRAPH, focus: { key: 'item atlas/c', up, down: 2 } },
      focus: 'Third',
    });
    await opened.draw(picture(21, 2));
    await opened.page.focus('.focus input');
    for (const up of [3, 4]) {
      await opened.page.keyboard.press('ArrowUp');
      const sent = await opened.page.evaluate(() => (window as unknown as { sent: object[] }).sent.at(-1));
      assert.deepEqual(sent, { type: 'choose', choice: picture(0, up).choice });
      await opened.draw(picture(20 + up, up));
      assert.equal(await focused(), 'Levels of what it waits for');
      assert.equal(await opened.page.inputValue('.focus input >> nth=0'), String(up));
    }
    await opened.draw(graphPicture(snapshotOf(FRAMED), 1));
    assert.equal(await opened.page.isVisible('.focus'), false);
  });

  it('folds it, and keeps the focus on what the frame has become', async () => {
    await focus('Third');
    await opened.page.keyboard.press('ArrowUp');
    assert.equal(await focused(), 'The web, group, 2 items');
    await opened.page.keyboard.press('Enter');
    const sent = await opened.page.evaluate(() => (window as unknown as { sent: object[] }).sent.at(-1));
    const { frames } = graphPicture(snapshotOf(FRAMED), 1);
    const frame = frames.find(({ title }) => title === 'The web');
    assert.deepEqual(sent, { type: 'open', drawing: 1, id: frame?.id });
    const folded = [frame?.key ?? ''];
    await opened.draw(graphPicture(snapshotOf(FRAMED), 2, { folded }));
    assert.match(await focused(), /^The web, .*2 items/);
    await opened.draw(graphPicture(snapshotOf(FRAMED), 3));
    assert.equal(await focused(), 'The web, group, 2 items');
  });
});

/** A program of milestones that wait for each other in a row. */
const row = (length: number, more = '') => ({
  'README.md': `---
type: program
id: atlas
title: Atlas
milestones:
${more}${Array.from({ length }, (_, i) => `  - { id: m${i}, title: Item ${i}, owner: ${i % 2 ? 'maria' : 'priya'}, duration: 1d${i > 0 ? `, depends_on: [m${i - 1}]` : ''} }\n`).join('')}---
`,
});

describe('the search of the graph', () => {
  it('asks for what is not in the picture, says where it is, and has it brought by Enter', async () => {
    const opened = await openInBrowser('graph');
    try {
      const { page } = opened;
      const snapshot = snapshotOf(FRAMED);
      await opened.draw(graphPicture(snapshot, 1, { folded: ['workstream atlas/web'] }));
      const sent = () => page.evaluate(() => (window as unknown as { sent: object[] }).sent.at(-1));
      const count = () => page.textContent('.count');
      const found = (text: string, folded: number, left: number) =>
        page.evaluate(
          (message) => {
            window.dispatchEvent(new MessageEvent('message', { data: message }));
          },
          { type: 'found', text, folded, left },
        );
      await page.fill('input[type=search]', 'first');
      assert.equal(await count(), '1 of 1');
      assert.notDeepEqual(await sent(), { type: 'find', text: 'first' });
      await page.fill('input[type=search]', 'third');
      assert.deepEqual(await sent(), { type: 'find', text: 'third' });
      assert.equal(await count(), 'not here');
      await page.fill('input[type=search]', 'atlas/b');
      assert.equal(await count(), '1 of 1', 'and not what waits for it');
      await page.fill('input[type=search]', 'third');
      await found('another', 3, 0);
      assert.equal(await count(), 'not here');
      await found('third', 0, 2);
      assert.equal(await count(), '2 left out: Enter shows');
      await found('third', 1, 2);
      assert.equal(await count(), '1 folded: Enter opens');
      await page.keyboard.press('Enter');
      assert.deepEqual(await sent(), { type: 'reveal', text: 'third' });
      await opened.draw(graphPicture(snapshot, 2));
      await page.waitForFunction(() => /Third/.test(document.querySelector('.node.current')?.textContent ?? ''));
      assert.equal(await count(), '1 of 1');
    } finally {
      await opened.close();
    }
  });
});

describe('the place in the picture of the graph', () => {
  let opened: OpenedPage;

  beforeEach(async () => {
    opened = await openInBrowser('graph');
  });
  afterEach(() => opened.close());

  const snapshot = snapshotOf(row(12));
  const nothingBlocked = { ...graphPicture(snapshot, 2, { only: 'blocked' }), instead: 'Nothing is blocked.' };

  /** How the picture stands, how many of its nodes are in sight, and what is marked. */
  const seen = () =>
    opened.page.evaluate(() => {
      const frame = document.querySelector('.scene')?.getBoundingClientRect();
      const boxes = [...document.querySelectorAll('.scene .node')].map((node) => node.getBoundingClientRect());
      const inSight = boxes.filter(
        ({ left, right, top, bottom }) =>
          frame && right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom,
      );
      return {
        transform: document.querySelector('.scene > g')?.getAttribute('transform'),
        nodes: boxes.length,
        inSight: inSight.length,
        marked: [...document.querySelectorAll('.at-cursor .row:first-child')].map((text) => text.textContent),
      };
    });
  const idOf = ({ nodes }: GraphPicture, title: string) => nodes.find(({ lines }) => lines[0] === title)?.id;
  const post = (...messages: readonly ToPage[]) =>
    opened.page.evaluate((all) => {
      for (const message of all) window.postMessage(message, '*');
    }, messages);
  const answered = (drawing: number) =>
    opened.page.waitForFunction(
      (wanted) => (window as unknown as { sent: { drawing?: number }[] }).sent.some((each) => each.drawing === wanted),
      drawing,
    );

  it('is where it was after there was nothing to be seen, which is said', async () => {
    await opened.draw(graphPicture(snapshot, 1));
    const before = await seen();
    assert.equal(before.inSight, 12);
    assert.equal((await opened.draw(nothingBlocked)).type, 'drawn');
    assert.equal(await opened.page.textContent('.instead'), 'Nothing is blocked.');
    assert.equal((await seen()).nodes, 0);
    await opened.draw(graphPicture(snapshot, 3));
    assert.deepEqual(await seen(), before);
    assert.equal(await opened.page.isVisible('.instead'), false);
  });

  it('is whole where nothing of the former picture is in the new one', async () => {
    await opened.draw(graphPicture(snapshot, 1, { filter: (item) => item.owner?.name === 'maria' }));
    for (let n = 0; n < 8; n++) await opened.page.click('button[title^="Zoom in"]');
    await opened.draw(graphPicture(snapshot, 2, { filter: (item) => item.owner?.name === 'priya' }));
    const { nodes, inSight } = await seen();
    assert.deepEqual([nodes, inSight], [6, 6]);
  });

  it('is whole first, where nothing but an empty picture was before', async () => {
    await opened.draw(nothingBlocked);
    await opened.draw(graphPicture(snapshot, 3));
    assert.equal((await seen()).inSight, 12);
  });

  it('is kept over a reload for what it belongs to, and for nothing else', async () => {
    const { page } = opened;
    await opened.draw(graphPicture(snapshot, 1));
    await page.click('button[title^="Zoom in"]');
    const { transform } = await seen();
    const kept = await page.waitForFunction((wanted) => {
      const state = (window as unknown as { kept(): { view?: { scale: number } } }).kept();
      return wanted?.endsWith(`scale(${state?.view?.scale})`) && state;
    }, transform);
    const state = (await kept.jsonValue()) as object;
    await opened.close();
    opened = await openInBrowser('graph', state);
    await opened.draw(graphPicture(snapshot, 1));
    assert.equal((await seen()).transform, transform);
    await opened.close();
    opened = await openInBrowser('graph', state);
    await opened.draw({ ...graphPicture(snapshot, 1), choice: { ...WHOLE_GRAPH, owner: 'maria' } });
    const { inSight, transform: other } = await seen();
    assert.equal(inSight, 12);
    assert.notEqual(other, transform);
  });

  it('is not taken from a reload where nothing would be in sight', async () => {
    await opened.close();
    const viewOf = JSON.stringify(WHOLE_GRAPH);
    opened = await openInBrowser('graph', { view: { x: -9000, y: -3000, scale: 1.5 }, viewOf, choice: WHOLE_GRAPH });
    await opened.draw(graphPicture(snapshot, 1));
    assert.equal((await seen()).inSight, 12);
  });

  it('does not move for what another picture had under the id of what is at the cursor', async () => {
    const first = graphPicture(snapshotOf(row(30)), 1);
    const zeros = Array.from({ length: 8 }, (_, i) => `  - { id: z${i}, title: Zero ${i}, duration: 1d }\n`).join('');
    const second = graphPicture(snapshotOf(row(30, zeros)), 2);
    assert.notEqual(idOf(first, 'Item 20'), idOf(second, 'Item 20'));
    await post({ type: 'draw', picture: first, marked: idOf(first, 'Item 20') });
    await answered(1);
    const { page } = opened;
    assert.deepEqual((await seen()).marked, ['Item 20']);
    const place = () =>
      page.evaluate(() => {
        const node = [...document.querySelectorAll('.scene .node')].find((each) =>
          /Item 20/.test(each.textContent ?? ''),
        );
        const { x, y } = (node as Element).getBoundingClientRect();
        return [Math.round(x), Math.round(y)];
      });
    const before = await place();
    await page.evaluate(() => {
      const marks = new Set<string>();
      Object.assign(window, { marks });
      new MutationObserver(() => {
        for (const each of document.querySelectorAll('.at-cursor .row:first-child')) marks.add(each.textContent ?? '');
      }).observe(document.querySelector('.scene') as Element, { subtree: true, childList: true, attributes: true });
    });
    const marked = idOf(second, 'Item 20');
    await post({ type: 'draw', picture: second, marked }, { type: 'mark', node: marked });
    await answered(2);
    assert.deepEqual((await seen()).marked, ['Item 20']);
    assert.deepEqual(await place(), before);
    const marks = await page.evaluate(() => [...(window as unknown as { marks: Set<string> }).marks]);
    assert.deepEqual(marks, ['Item 20']);
  });

  it('shows all of a first picture where a group is at the cursor, and brings an item near that is', async () => {
    const picture = graphPicture(snapshotOf(FRAMED), 1, { folded: ['workstream atlas/web'] });
    await post({ type: 'draw', picture, marked: idOf(picture, 'The web') });
    await answered(1);
    const { marked, transform } = await seen();
    assert.deepEqual(marked, ['The web']);
    await post({ type: 'mark', node: idOf(picture, 'First') });
    await opened.page.waitForFunction(() => /First/.test(document.querySelector('.at-cursor')?.textContent ?? ''));
    assert.notEqual((await seen()).transform, transform);
    await opened.page.click('button:text-is("Fit")');
    assert.equal((await seen()).transform, transform);
  });

  /** How large it is, which nodes are all in sight, and on which sides there is more. */
  const opening = () =>
    opened.page.evaluate(() => {
      const scene = document.querySelector('.scene') as Element;
      const frame = scene.getBoundingClientRect();
      const nodes = [...scene.querySelectorAll('.node')].filter((node) => {
        const { left, right, top, bottom } = node.getBoundingClientRect();
        return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
      });
      return {
        scale: Number(/scale\((.+)\)/.exec(scene.querySelector('g')?.getAttribute('transform') ?? '')?.[1]),
        titles: nodes.map((node) => node.querySelector('.row')?.textContent ?? ''),
        beyond: [...scene.classList].filter((name) => name.startsWith('beyond-')),
      };
    });

  it('opens where it can be read: in a narrow panel, at the start of the critical path, not as a whole', async () => {
    await opened.page.setViewportSize({ width: 560, height: 800 });
    const zeros = '  - { id: z0, title: Zero, duration: 1d }\n';
    const picture = graphPicture(snapshotOf(row(12, zeros)), 1);
    await opened.draw(picture);
    const { scale, titles, beyond } = await opening();
    assert.ok(scale >= 0.8, `${scale}`);
    assert.ok(titles.includes('Item 0'), titles.join());
    assert.deepEqual(beyond, ['beyond-right']);
    await opened.page.click('button:text-is("Fit")');
    const whole = await opening();
    assert.ok(whole.scale < 0.5);
    assert.deepEqual([whole.titles.length, whole.beyond], [13, []]);
    // A person has asked for it, and keeps it.
    await opened.draw({ ...picture, drawing: 2, source: `${picture.source}\n` });
    assert.equal((await opening()).scale, whole.scale);
  });

  it('opens at what is at the cursor where it cannot be read as a whole', async () => {
    await opened.page.setViewportSize({ width: 560, height: 800 });
    const picture = graphPicture(snapshot, 1);
    await post({ type: 'draw', picture, marked: idOf(picture, 'Item 11') });
    await answered(1);
    const { scale, titles, beyond } = await opening();
    assert.ok(scale >= 0.8, `${scale}`);
    assert.ok(titles.includes('Item 11'), titles.join());
    assert.deepEqual(beyond, ['beyond-left']);
  });

  it('opens at a group that is at the cursor, too, where what is around it cannot be read', async () => {
    await opened.page.setViewportSize({ width: 340, height: 800 });
    const picture = graphPicture(snapshotOf(FRAMED), 1, { folded: ['workstream atlas/web'] });
    await post({ type: 'draw', picture, marked: idOf(picture, 'The web') });
    await answered(1);
    const { scale, titles } = await opening();
    assert.ok(scale >= 0.8, `${scale}`);
    assert.ok(titles.includes('The web'), titles.join());
  });

  it('says by a shade at an edge that there is more beyond it, and has none where all of it is seen', async () => {
    await opened.draw(graphPicture(snapshot, 1));
    const shaded = () =>
      opened.page.evaluate(() =>
        [...(document.querySelector('.scene')?.classList ?? [])].filter((name) => name.startsWith('beyond-')).sort(),
      );
    await opened.page.click('button:text-is("Fit")');
    assert.deepEqual(await shaded(), []);
    for (let n = 0; n < 6; n++) await opened.page.click('button:text-is("+")');
    assert.deepEqual(await shaded(), ['beyond-left', 'beyond-right']);
    await opened.page.click('button:text-is("Fit")');
    assert.deepEqual(await shaded(), []);
  });

  it('asks for what is seen, not for what is still to be drawn', async () => {
    await opened.draw(graphPicture(snapshot, 1));
    const asked = await opened.page.evaluate(
      (picture) => {
        // Heard at once, and drawn later.
        window.dispatchEvent(new MessageEvent('message', { data: { type: 'draw', picture } }));
        const node = document.querySelector('.scene .node');
        node?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
        return (window as unknown as { sent: { type: string }[] }).sent.findLast(({ type }) => type === 'open');
      },
      graphPicture(snapshotOf(row(13)), 2),
    );
    assert.deepEqual(asked, { type: 'open', drawing: 1, id: 'n0' });
  });

  it('shows nothing where there is nothing to be seen any more, though a picture was under way', async () => {
    const { page } = opened;
    await post(
      { type: 'draw', picture: graphPicture(snapshot, 1) },
      { type: 'nothing', text: 'There is no plan here.' },
    );
    await page.waitForFunction(() => document.querySelector('.instead')?.textContent === 'There is no plan here.');
    await page.waitForFunction(() => document.querySelector('.scene')?.hasAttribute('aria-busy') === false);
    assert.equal((await seen()).nodes, 0);
    await opened.draw(graphPicture(snapshot, 2));
    assert.equal(await page.isVisible('.instead'), false);
    assert.equal((await seen()).inSight, 12);
  });
});
