import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startBrowser } from '../support/open-page.ts';
import { bring, PAGE_STATES } from '../support/page-states.ts';
import { dress } from '../support/themes.ts';

/** From a panel beside a document and the side bar, on a small screen, to a whole window. */
const WIDTHS = [340, 380, 460, 520, 640, 900, 1400] as const;

/** In the page: what sticks out of the window, or would have to be moved to be seen, to the right. */
function stickingOut(): readonly string[] {
  const isSeen = (each: Element): boolean =>
    each.checkVisibility() && !each.closest('.unseen, .skip, svg, .chart, .wide table');
  const wider = [...document.querySelectorAll<HTMLElement>('body, header, .toolbar, .content, .chart, footer')]
    .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth)
    .map(({ className, localName, scrollWidth, clientWidth }) => {
      return `${localName}.${className} has ${scrollWidth} px in ${clientWidth}`;
    });
  const out = [...document.querySelectorAll('body *')]
    .filter((each) => isSeen(each) && each.getBoundingClientRect().right > innerWidth + 0.5)
    .map(({ outerHTML }) => outerHTML.slice(0, 100));
  return [...wider, ...out];
}

/** What is seen in each row of its tables, as it is read. */
const rowsSeen = (page: Page): Promise<readonly string[]> => page.locator('.list tbody tr').allInnerTexts();

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/[\p{L}\p{N}+−-]+/gu));

/** Makes the page that wide, and lets it draw what it draws anew then. */
async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

describe('pages beside a document', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const state of PAGE_STATES.filter(({ does }) => does === undefined)) {
    it(`show all of the ${state.page} with ${state.what} without being moved sideways, at any width`, async () => {
      const { page, close } = await browser.open(state.page);
      try {
        await bring(page, state);
        const out: string[] = [];
        // One with borders, and one without.
        for (const theme of ['dark', 'high-contrast'] as const) {
          await dress(page, theme);
          for (const width of WIDTHS) {
            await widen(page, width);
            out.push(...(await page.evaluate(stickingOut)).map((each) => `${theme}, ${width} px: ${each}`));
          }
        }
        assert.deepEqual(out, []);
      } finally {
        await close();
      }
    });
  }

  for (const [name, what] of [
    ['risks', 'a program'],
    ['decisions', 'a program'],
  ] as const) {
    it(`say as much of ${name} as where there is room for every column, and nothing twice`, async () => {
      const state = PAGE_STATES.find((each) => each.page === name && each.what === what);
      assert.ok(state);
      const { page, close } = await browser.open(name);
      try {
        await bring(page, state);
        await widen(page, 1400);
        const wide = await rowsSeen(page);
        assert.ok(wide.length > 4);
        for (const width of WIDTHS.slice(0, -1)) {
          await widen(page, width);
          const narrow = await rowsSeen(page);
          for (const [at, row] of wide.entries()) {
            const said = wordsOf(narrow[at] ?? '');
            for (const word of wordsOf(row)) assert.ok(said.has(word), `${width} px: ${word} of ${row}`);
            const buttons = page.locator('.list tbody tr').nth(at).locator('button:visible');
            const names = await buttons.allTextContents();
            assert.equal(new Set(names).size, names.length, `${width} px: ${names}`);
          }
        }
      } finally {
        await close();
      }
    });
  }

  it('let a table of a report be moved, by keys too, where it has no room', async () => {
    const state = PAGE_STATES.find(({ page, what }) => page === 'report' && what === 'a report');
    assert.ok(state);
    const { page, close } = await browser.open('report');
    try {
      await bring(page, state);
      const stops = page.locator('.wide[tabindex="0"]');
      await widen(page, 380);
      await stops.first().waitFor();
      const last = stops.last();
      await last.focus();
      await page.keyboard.press('ArrowRight');
      await page.waitForFunction(() => (document.activeElement?.scrollLeft ?? 0) > 0);
      await widen(page, 1400);
      await stops.first().waitFor({ state: 'detached' });
    } finally {
      await close();
    }
  });

  it('would be seen to stick out', async () => {
    const { page, close } = await browser.open('report');
    try {
      await page.evaluate(() => {
        const wide = document.body.appendChild(document.createElement('div'));
        wide.style.width = '3000px';
      });
      assert.match((await page.evaluate(stickingOut)).join(), /3000px/);
    } finally {
      await close();
    }
  });
});
