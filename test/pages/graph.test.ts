import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type GraphPicture, readMessage } from '../../src/webview/protocol.ts';
import { graphPicture } from '../support/graph-picture.ts';
import { hostilePlan, hostileText } from '../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type OpenedPage, openInBrowser } from '../support/open-page.ts';
import { snapshotOf } from '../support/plan.ts';

/** How many texts are drawn: as many as MILEPOST_HOSTILE_TEXTS says, or a few. */
const COUNT = Number(process.env['MILEPOST_HOSTILE_TEXTS'] ?? 300);
/** In one picture. */
const AT_ONCE = 60;

/** What a reader sees on the nodes, by their ids, without spaces; and what has happened besides. */
const look = () => ({
  nodes: Object.fromEntries(
    [...document.querySelectorAll('.scene .node')].map((node) => [
      node.getAttribute('data-node'),
      (node.querySelector('.label')?.textContent ?? '').replace(/\s/g, ''),
    ]),
  ),
  frames: Object.fromEntries(
    [...document.querySelectorAll('.scene [data-frame]')].map((frame) => [
      frame.getAttribute('data-frame'),
      (frame.textContent ?? '').replace(/\s/g, ''),
    ]),
  ),
  foreign: [...document.querySelectorAll('body *')]
    .map(({ localName }) => localName)
    .filter((name) =>
      ['img', 'image', 'a', 'b', 'iframe', 'object', 'embed', 'foreignobject', 'link', 'style'].includes(name),
    ),
  handlers: [...document.querySelectorAll('.scene *')].flatMap((each) =>
    each.getAttributeNames().filter((name) => name.startsWith('on') || name.includes('href')),
  ),
  ran: (window as unknown as { ran: number }).ran,
});

describe('rows 1 to 6: the page of the graph', () => {
  let opened: OpenedPage;
  let drawing = 0;

  before(async () => {
    opened = await openInBrowser('graph');
    await opened.page.evaluate(() => {
      const canary = () => {
        (window as unknown as { ran: number }).ran++;
      };
      Object.assign(window, { ran: 0, xssAttack: canary, alert: canary });
    });
  });
  after(() => opened.close());

  async function drawn(texts: readonly string[]): Promise<GraphPicture> {
    const picture = graphPicture(snapshotOf(hostilePlan(texts)), ++drawing);
    const answer = await opened.draw(picture);
    assert.equal(answer.type, 'drawn', JSON.stringify(answer));
    return picture;
  }

  async function check(texts: readonly string[]): Promise<void> {
    const picture = await drawn(texts);
    const seen = await opened.page.evaluate(look);
    const { foreign, handlers, ran } = seen;
    assert.deepEqual({ foreign, handlers, ran }, { foreign: [], handlers: [], ran: 0 });
    for (const { id, lines } of picture.nodes) {
      const wanted = lines.join('').replace(/\s/g, '');
      assert.equal(seen.nodes[id]?.replace(/^[✓✕★](?!$)/, ''), wanted, JSON.stringify(lines));
    }
    for (const { id, title } of picture.frames) {
      assert.equal(seen.frames[id], title.replace(/\s/g, ''), JSON.stringify(title));
    }
    assert.deepEqual(opened.requests, []);
  }

  it('draws what did harm elsewhere as the text that it is: nothing runs, and nothing leaves', async () => {
    for (let at = 0; at < HOSTILE_TEXTS.length; at += AT_ONCE) await check(HOSTILE_TEXTS.slice(at, at + AT_ONCE));
  });

  it(`does so with ${COUNT} texts that are put together at random`, async () => {
    const texts = fc.sample(hostileText, { numRuns: COUNT, seed: 1 });
    for (let at = 0; at < texts.length; at += AT_ONCE) await check(texts.slice(at, at + AT_ONCE));
  });

  it('draws all that there is, whatever it is called: each item once, each link', async () => {
    const { nodes, frames, edges } = await drawn(HOSTILE_TEXTS.slice(0, 20));
    assert.equal(nodes.length, 20);
    assert.ok(frames.length > 4, 'programs and workstreams');
    assert.ok(edges.length > 9, 'links');
    assert.equal(await opened.page.locator('.scene .edgePaths path').count(), edges.length);
  });

  it('saves what is seen: an SVG that needs no stylesheet, and a PNG', async () => {
    await drawn(['First', 'A < B & "C"']);
    const saved = async (format: 'svg' | 'png'): Promise<string> => {
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
    };
    const svg = await saved('svg');
    assert.match(svg, />A<.*> &lt;<.*> B<.*> &amp;<.*> "C"</s);
    assert.doesNotMatch(svg, /<style|<script|foreignObject|href|var\(|class=/);
    const png = Buffer.from(await saved('png'), 'base64');
    assert.ok(png.readUInt32BE(16) > 300 && png.readUInt32BE(20) > 60, 'its width and height');
    assert.ok(png.length > 4000, 'there is something on it');
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
    assert.equal(await opened.page.innerText('.card'), 'The API\n2 items\nClick to fold');
    await opened.page.keyboard.press('ArrowDown');
    assert.match(await focused(), /^(First|Second), /);
    assert.equal(await opened.page.locator('.scene [tabindex="0"]').count(), 1, 'one stop for Tab');
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
