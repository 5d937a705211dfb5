import assert from 'node:assert/strict';
import type { GraphPicture } from '../../src/webview/protocol.ts';
import { graphPicture } from './graph-picture.ts';
import { harmIn, NO_HARM, plantCanary } from './harm.ts';
import { hostilePlan } from './hostile-plan.ts';
import { type OpenedPage, openInBrowser } from './open-page.ts';
import { snapshotOf } from './plan.ts';

/** The page of the graph in a browser of its own, which draws with the real Mermaid whatever texts a plan has. */
export class HostileGraph {
  readonly #opened: OpenedPage;
  #drawing = 0;

  private constructor(opened: OpenedPage) {
    this.#opened = opened;
  }

  static async open(): Promise<HostileGraph> {
    const opened = await openInBrowser('graph');
    await opened.page.evaluate(plantCanary);
    return new HostileGraph(opened);
  }

  close(): Promise<void> {
    return this.#opened.close();
  }

  /** Draws a plan that has these texts for all that somebody can write. */
  async draw(texts: readonly string[]): Promise<GraphPicture> {
    const picture = graphPicture(snapshotOf(hostilePlan(texts)), ++this.#drawing);
    const answer = await this.#opened.draw(picture);
    assert.equal(answer.type, 'drawn', JSON.stringify(answer));
    return picture;
  }

  /** How many lines between nodes there are on the page. */
  edges(): Promise<number> {
    return this.#opened.page.locator('.scene .edgePaths path').count();
  }

  /** Draws texts, and asserts that each is there as the text that it is, that nothing ran, and that nothing left. */
  async check(texts: readonly string[]): Promise<void> {
    const picture = await this.draw(texts);
    const { page } = this.#opened;
    const { nodes, frames } = await page.evaluate(look);
    assert.deepEqual(await page.evaluate(harmIn, '.scene'), NO_HARM);
    for (const { id, lines } of picture.nodes) {
      const wanted = lines.join('').replace(/\s/g, '');
      assert.equal(nodes[id]?.replace(/^[✓✕★](?!$)/, ''), wanted, JSON.stringify(lines));
    }
    for (const { id, title } of picture.frames) {
      assert.equal(frames[id], title.replace(/\s/g, ''), JSON.stringify(title));
    }
    assert.deepEqual(this.#opened.requests, []);
  }
}

/** In the page: what a reader sees on nodes and frames, by their ids, without spaces. */
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
});
