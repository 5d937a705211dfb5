import assert from 'node:assert/strict';
import { startBrowser } from '../../support/open-page.ts';
import { ATLAS, bring, PAGE_STATES } from '../../support/page-states.ts';

describe('what a screen reader is told', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  async function opened(name: string, what: string) {
    const state = PAGE_STATES.find((each) => each.page === name && each.what === what);
    assert.ok(state);
    const { page, close } = await browser.open(name);
    await bring(page, state);
    return { page, close };
  }

  it('of the graph: the name of a node is what stands on it, and its description all that is known', async () => {
    const { page, close } = await opened('graph', 'a program');
    try {
      const told = await page.locator('.scene .node').evaluateAll((nodes) =>
        nodes.map((node) => ({
          seen: [...node.querySelectorAll('.row')].map((row) => row.textContent ?? '').join(''),
          name: node.getAttribute('aria-label') ?? '',
          more: node.getAttribute('aria-description') ?? '',
        })),
      );
      assert.ok(told.length > 30 && told.length <= ATLAS.plan.items.length);
      const words = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
      for (const { seen, name } of told) assert.ok(words(name).startsWith(words(seen)), `${seen}: ${name}`);
      const goal = told.find(({ name }) => name.startsWith('All payments booked'));
      assert.match(
        goal?.name ?? '',
        /forecast 17 Mar \(\+3d\), due 12 Mar 2027, critical .*, the goal of its program$/,
      );
      assert.match(goal?.more ?? '', /^milestone atlas\/go-live\. Status: planned\. Owner: maria\. /);
      assert.match(
        goal?.more ?? '',
        /3 working days late.*Waits for merchant-cutover, .*1 waits for it: core-ledger-off/,
      );
    } finally {
      await close();
    }
  });

  it('of the timeline: a row says its dates before anybody has asked what is known of it', async () => {
    const { page, close } = await opened('timeline', 'a program');
    try {
      const names = await page
        .locator('[role=treeitem]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
      const named = (title: string) => names.find((name) => name.startsWith(title));
      assert.match(named('Ledger schema v2') ?? '', /, forecast \d+ \w+ 2026 to 11 Dec 2026, due 8 Dec 2026, .*\+3d/);
      assert.match(
        named('Atlas migration') ?? '',
        /^Atlas migration, forecast 28 Sep 2026 to 17 Mar 2027, target 31 Mar 2027, /,
      );
      const days = names.filter((name) => /\d+ [A-Z][a-z]{2} 20\d\d/.test(name));
      assert.equal(days.length, names.length);
    } finally {
      await close();
    }
  });
});
