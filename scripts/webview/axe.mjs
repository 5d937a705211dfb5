import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong in a document of playwright's (a page or a frame): WCAG 2.2 A and AA, and what is good practice
 * besides, or some `rules` alone, in all of it or below an element. One line for each element, with the rule and the reason; empty where all is well. Axe is evaluated, not loaded
 * by the page: so no policy of the page stands in its way.
 */
export async function axeViolations(frame, { rules, within } = {}) {
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
  return frame.evaluate(run, { rules, within });
}

/** In the page. */
async function run({ rules, within }) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await window.axe.run(within ?? document, {
    runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
    resultTypes: ['violations'],
    elementRef: true,
    iframes: false,
  });
  // Whether a name has the words that are seen axe cannot say of a picture: it takes the lines of an SVG text for one word,
  // and short words for the ligatures of an icon font. A test of the graph holds its names to what stands on its nodes.
  const isMisread = (id, { element }) => id === 'label-content-name-mismatch' && element.closest('svg') !== null;
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !isMisread(id, node))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n    ${failureSummary.replace(/\s+/g, ' ')}`),
  );
}
