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

/** In the page: what stands so near to what is beside it in a row of a table that the two read as one. A matrix has edges. */
function touching(): readonly string[] {
  const LEAST = 6;
  const edges = (cell: Element): { readonly left: number; readonly right: number } | undefined => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
    if (lines.length === 0 || !cell.textContent?.trim()) return undefined;
    return { left: Math.min(...lines.map(({ left }) => left)), right: Math.max(...lines.map(({ right }) => right)) };
  };
  return [...document.querySelectorAll<HTMLTableRowElement>('table:not(.matrix) tr')]
    .filter((row) => row.checkVisibility())
    .flatMap((row) => {
      const cells = [...row.cells].flatMap((cell) => {
        const at = cell.checkVisibility() ? edges(cell) : undefined;
        return at ? [{ ...at, text: cell.textContent }] : [];
      });
      return cells.flatMap(({ left, text }, at) => {
        const before = cells[at - 1];
        return before && left - before.right < LEAST ? [`${before.text}|${text}`] : [];
      });
    });
}

/** In the page: each item at the cursor in its turn, and what of the text around it its frame covers. */
function framesOverText(): { readonly frames: number; readonly covered: readonly string[] } {
  const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
  const texts: { readonly node: Node; readonly lines: readonly DOMRect[] }[] = [];
  const walker = document.createTreeWalker(document.querySelector('.content') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent, textContent: text } = node;
    if (!parent || !text?.trim() || parent.closest('.unseen')) continue;
    const range = document.createRange();
    range.setStart(node, text.length - text.trimStart().length);
    range.setEnd(node, text.trimEnd().length);
    // A line of text is as high as its font; what is seen of it are its letters.
    pen.font = getComputedStyle(parent).font;
    const font = pen.measureText(text);
    const above = font.fontBoundingBoxAscent - font.actualBoundingBoxAscent;
    const below = font.fontBoundingBoxDescent - font.actualBoundingBoxDescent;
    const lines = [...range.getClientRects()].map(
      ({ x, y, width, height }) => new DOMRect(x, y + above, width, height - above - below),
    );
    texts.push({ node, lines });
  }
  const links = [...document.querySelectorAll('[data-row]')];
  const covered = links.flatMap((link) => {
    link.classList.add('at-cursor');
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(link);
    const by =
      outlineStyle === 'none' ? Number.NaN : Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const { left, right, top, bottom } = link.getBoundingClientRect();
    link.classList.remove('at-cursor');
    const isClear = (line: DOMRect): boolean =>
      line.left >= right + by || line.right <= left - by || line.top >= bottom + by || line.bottom <= top - by;
    return texts
      .filter(({ node, lines }) => !link.contains(node) && !lines.every(isClear))
      .map(({ node }) => `${link.textContent} over ${node.textContent}`);
  });
  return { frames: links.length, covered };
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
    it(`show all of the ${state.page} with ${state.what} without being moved sideways, and each cell by itself, at any width`, async () => {
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
            out.push(...(await page.evaluate(touching)).map((each) => `${theme}, ${width} px: ${each} touch`));
          }
        }
        assert.deepEqual(out, []);
      } finally {
        await close();
      }
    });
  }

  it('frame what is at the cursor on the dashboard, and cover none of the text around it', async () => {
    const state = PAGE_STATES.find((each) => each.page === 'dashboard' && each.what === 'a program');
    assert.ok(state);
    const { page, close } = await browser.open('dashboard');
    try {
      await bring(page, state);
      await dress(page, 'dark');
      for (const width of WIDTHS) {
        await widen(page, width);
        const { frames, covered } = await page.evaluate(framesOverText);
        assert.ok(frames > 10);
        assert.deepEqual(covered, [], `${width} px`);
      }
    } finally {
      await close();
    }
  });

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
