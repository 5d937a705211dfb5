import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { startBrowser } from '../../support/open-page.ts';
import { bring, PAGE_STATES } from '../../support/page-states.ts';
import { dress } from '../../support/themes.ts';

/** Where the keyboard is. */
interface Stop {
  readonly name: string;
  readonly role: string;
  /** Whether it is on the body, or in nothing: past the last stop. */
  readonly isOut: boolean;
  /** Whether anything shows that the keyboard is there. */
  readonly isShown: boolean;
  readonly isInSight: boolean;
}

/** In the page. */
function look(): Stop {
  const at = document.activeElement ?? document.body;
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  // In a tree the focus is drawn on the row that is the current one.
  const row = document.getElementById(at.getAttribute('aria-activedescendant') ?? '');
  const shown = row ? getComputedStyle(row) : undefined;
  const { width, height, top, left } = at.getBoundingClientRect();
  return {
    // What takes the focus without a role is called nothing by the text in it.
    name:
      at.getAttribute('aria-label') ?? (at.matches('div:not([role]), span:not([role])') ? '' : (at.textContent ?? '')),
    role: at.getAttribute('role') ?? at.localName,
    isOut: at === document.body,
    isShown:
      [outlineStyle, shown?.outlineStyle].some((style) => style === 'solid') && Number.parseFloat(outlineWidth) > 0,
    isInSight: width > 0 && height > 0 && top < innerHeight && left < innerWidth && top + height > 0,
  };
}

/** Presses a key until the keyboard has left the page; gives where it was. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < 300; n++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(look);
    if (stop.isOut) return stops;
    stops.push(stop);
  }
  throw new Error(`It is not left by ${key}`);
}

/** How many stops a view has at most, where there are none for each item. */
const FEW = 30;

describe('the keyboard', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const state of PAGE_STATES.filter(({ does }) => does === undefined)) {
    it(`goes through the ${state.page} with ${state.what}, and back, and leaves it`, async () => {
      const { page, close } = await browser.open(state.page);
      try {
        await bring(page, state);
        await dress(page, 'dark');
        const there = await walk(page, 'Tab');
        for (const stop of there) {
          const { name, isShown, isInSight } = stop;
          assert.ok(name.trim() !== '', `a ${stop.role} without a name`);
          assert.ok(isShown, `nothing shows the focus on ${stop.role} ${name}`);
          assert.ok(isInSight, `${stop.role} ${name} is not in sight`);
        }
        const back = await walk(page, 'Shift+Tab');
        const names = (stops: readonly Stop[]) => stops.map(({ role, name }) => `${role} ${name}`);
        assert.deepEqual(names(back).toReversed(), names(there));
        if (state.page === 'graph' || state.page === 'timeline') assert.ok(there.length <= FEW, String(there.length));
      } finally {
        await close();
      }
    });
  }
});
