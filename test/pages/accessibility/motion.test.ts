import assert from 'node:assert/strict';
import { startBrowser } from '../../support/open-page.ts';
import { bring, PAGE_STATES } from '../../support/page-states.ts';

/** In the page: what moves by itself, or would when something changes. */
function moving(): readonly string[] {
  const would = [...document.querySelectorAll('*')].filter((each) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(each);
    return /[1-9]/.test(transitionDuration) || animationName !== 'none' || scrollBehavior === 'smooth';
  });
  return [
    ...document.getAnimations().map(({ id, playState }) => `an animation ${id} ${playState}`),
    ...would.map(({ outerHTML }) => outerHTML.slice(0, 100)),
  ];
}

describe('motion', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  // So there is nothing to reduce: not by the media query, and not by the class vscode-reduce-motion.
  for (const state of PAGE_STATES) {
    it(`there is none in the ${state.page} with ${state.what}, though nobody asked for less`, async () => {
      const { page, close } = await browser.open(state.page);
      try {
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        await bring(page, state);
        assert.deepEqual(await page.evaluate(moving), []);
      } finally {
        await close();
      }
    });
  }

  it('would be seen', async () => {
    const { page, close } = await browser.open('report');
    try {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.addStyleTag({ content: 'header { transition: opacity 1s }' });
      assert.match((await page.evaluate(moving)).join(), /^<header>/);
    } finally {
      await close();
    }
  });
});
