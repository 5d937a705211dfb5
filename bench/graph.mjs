// The dependency graph of 2,000 items in the page that people get, beside Mermaid drawing all of it in the same browser.

import { startBrowser } from '../scripts/vscode/browser.mjs';
import { openPage } from '../scripts/webview/open-page.mjs';
import { mermaidOf } from '../src/core/graph/mermaid/mermaid-of.ts';
import { pictureOf } from '../src/core/graph/picture-of.ts';
import { graphPicture } from '../test/support/graph-picture.ts';
import { median } from './measure.mjs';
import { planOf } from './plans.mjs';
import { serviceOf } from './service.mjs';

const ALL = { nodes: Number.POSITIVE_INFINITY, edges: Number.POSITIVE_INFINITY };
const host = { now: () => 0, pause: () => Promise.resolve() };

/** Reports the time to the first picture and that of a redraw, both with what the extension computes for it. */
export async function graph({ rounds, report }) {
  const plan = serviceOf(planOf('2k'), host);
  const snapshot = await plan.settled();
  const browser = await startBrowser();
  const first = [];
  const again = [];
  const whole = [];
  try {
    for (let round = 0; round < rounds; round++) {
      // A page of its own for each: Mermaid is loaded with the first picture.
      const opened = await openPage(browser, 'graph');
      first.push(await timed(opened, snapshot, 1, (picture) => picture));
      again.push(await timed(opened, snapshot, 2, edited));
      await opened.close();
      const plain = await openPage(browser, 'graph');
      // A document of the same server that has no policy.
      await plain.page.goto(new URL('/webview/milepost.css', plain.page.url()).href);
      whole.push(await plain.page.evaluate(drawWhole, wholeSource(snapshot)));
      await plain.close();
    }
  } finally {
    await browser.close();
    plan.dispose();
  }
  const { length } = snapshot.plan.items;
  report(
    `first picture of ${length} items / Mermaid drawing all of them`,
    `${(median(first) / median(whole)).toFixed(3)} x`,
    'at most 0.1 x',
  );
  report('redraw after an edit / Mermaid drawing all of them', `${(median(again) / median(whole)).toFixed(3)} x`, '');
  report('first picture, from the snapshot on', `${median(first).toFixed(0)} ms`, '(not a ratio)');
  report('redraw after an edit, from the snapshot on', `${median(again).toFixed(0)} ms`, '(not a ratio)');
  report('Mermaid, the whole graph', `${median(whole).toFixed(0)} ms`, '(not a ratio)');
}

/** All items and links. Without frames: with them, Mermaid works for minutes, and fails. */
function wholeSource(snapshot) {
  const { picture } = pictureOf(snapshot, { budget: ALL });
  const nodes = picture.nodes.map((node) => ({ ...node, group: undefined }));
  return mermaidOf({ ...picture, groups: [], nodes }, 'page').source;
}

async function timed(opened, snapshot, drawing, change) {
  const began = performance.now();
  const picture = change(graphPicture(snapshot, drawing));
  const made = performance.now() - began;
  const { type, ms } = await opened.draw(picture);
  if (type !== 'drawn') throw new Error('the page has drawn nothing');
  return made + ms;
}

/** As when somebody has written another title. */
function edited(picture) {
  const [node] = picture.nodes;
  const [line] = node.lines;
  return { ...picture, source: picture.source.replace(line, `${line} again`) };
}

/** In the page: Mermaid by itself, as it comes, with nothing but the limits off. */
async function drawWhole(source) {
  const { mermaid } = await import('/webview/mermaid.js');
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', layout: 'dagre', maxTextSize: 1e8, maxEdges: 1e6 });
  const began = performance.now();
  const { svg } = await mermaid.render('whole', source);
  document.body.innerHTML = svg;
  return performance.now() - began;
}
