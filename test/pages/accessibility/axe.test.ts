import assert from 'node:assert/strict';
import { axeViolations, startBrowser } from '../../support/open-page.ts';
import { bring, PAGE_STATES } from '../../support/page-states.ts';
import { dress, THEMES } from '../../support/themes.ts';

describe('what axe says', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const state of PAGE_STATES) {
    it(`of the ${state.page} with ${state.what}, in every kind of theme`, async () => {
      const { page, close } = await browser.open(state.page);
      try {
        await bring(page, state);
        const wrong = [];
        for (const theme of THEMES) {
          await dress(page, theme);
          // A theme is colours; all else is the same in each.
          const found = await axeViolations(page, theme === 'dark' ? {} : { rules: ['color-contrast'] });
          wrong.push(...found.map((each) => `${theme}: ${each}`));
        }
        assert.deepEqual(wrong, [], wrong.join('\n'));
      } finally {
        await close();
      }
    });
  }

  it('would be heard: a picture without a name is told', async () => {
    const { page, close } = await browser.open('report');
    try {
      await page.evaluate(() => document.body.append(document.createElement('img')));
      assert.match((await axeViolations(page)).join('\n'), /^image-alt: <img>/m);
    } finally {
      await close();
    }
  });
});
