import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { startBrowser } from '../../support/open-page.ts';
import { bring, PAGE_STATES } from '../../support/page-states.ts';
import { dress, THEMES, themeGiven } from '../../support/themes.ts';

const ROOT = new URL('../../../', import.meta.url);

/** Where colours of our own are allowed, and why. */
const OWN_COLOURS: Readonly<Record<string, string>> = {
  'src/webview/report/for-mail.ts': 'a mail has no theme',
  'src/webview/graph/style-sheet.ts': 'what SVG paints with where nothing is said',
  'src/webview/preview/draw-svg.ts': 'Mermaid has two themes of its own, and reads no variables',
};

const sources = [
  ...readdirSync(new URL('src/webview', ROOT), { recursive: true })
    .map((file) => `src/webview/${String(file).replaceAll('\\', '/')}`)
    .filter((file) => /\.(?:ts|css)$/.test(file)),
  'media/preview.css',
];
const read = (file: string): string =>
  readFileSync(new URL(file, ROOT), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

// A name with a hash may be that of a private field.
const LITERAL =
  /(?<=['"`:,( ])#[\da-f]{3,8}(?=['"`;,) ]*(?:['"`;,)]|$))|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(\s*[\d.]/i;
const NAMED =
  /(?:color|background|fill|stroke|border[\w-]*|outline[\w-]*|shadow):[^;]*?\b(?:black|white|gr[ae]y|red|green|blue|orange|yellow|purple|silver|navy|teal)\b/i;

/** The lines of a source that say a colour that no theme gives. */
const coloursIn = (file: string, text = read(file)): readonly string[] =>
  text
    .split('\n')
    // What a theme lacks may have a stand-in.
    .map((line) => line.replace(/var\(--vscode-[\w-]+,[^;]*/g, 'var()').replace(/var\(--[\w-]+\)/g, 'var()'))
    .filter((line) => LITERAL.test(line) || (file.endsWith('.css') && NAMED.test(line)));

describe('the colours of pages', () => {
  it('are those of the theme', () => {
    assert.ok(sources.length > 50);
    const own = sources
      .filter((file) => !(file in OWN_COLOURS))
      .flatMap((file) => coloursIn(file).map((line) => `${file}: ${line}`));
    assert.deepEqual(own, []);
    for (const file of Object.keys(OWN_COLOURS)) assert.ok(coloursIn(file).length > 0, `${file} needs no exception`);
  });

  it('would be found where they are not', () => {
    for (const line of ['color: #fff;', 'fill: rgb(1, 2, 3)', 'border: 1px solid red;', 'background: hsl(20 10% 5%);'])
      assert.deepEqual(coloursIn('a.css', line), [line]);
    for (const line of ['color: var(--vscode-a-b, #fff);', 'border: 1px solid var(--red);', '#panel {', '.red {'])
      assert.deepEqual(coloursIn('a.css', line), []);
  });

  it('have names that VS Code knows, in each kind of theme or with something in their place', () => {
    const given = THEMES.map((theme) => themeGiven(theme).variables);
    for (const file of sources.filter((each) => each.endsWith('.css'))) {
      const text = read(file);
      for (const { index, 1: name = '', 2: next } of text.matchAll(/var\((--vscode-[\w-]+)([,)])/g)) {
        const isStandIn = text.slice(index - 2, index) === ', ';
        assert.ok(
          given.some((variables) => name in variables),
          `no theme has ${name} of ${file}`,
        );
        if (next === ',' || isStandIn) continue;
        for (const [at, variables] of given.entries()) {
          // Where nothing stands in for it, it is asked for in high contrast alone.
          const isAsked = name !== '--vscode-contrastBorder' || /contrast/.test(THEMES[at] ?? '');
          assert.ok(name in variables || !isAsked, `${THEMES[at]} lacks ${name} of ${file}`);
        }
      }
    }
  });
});

/** What is drawn with them, and the least contrast that it needs: as letters are read, or as shapes are told apart. */
const TOKENS = {
  shapes: ['line', 'done', 'active', 'blocked', 'overdue', 'stale', 'ghost', 'added', 'changed', 'removed', 'focus'],
  letters: ['text', 'quiet', 'done-text', 'overdue-text', 'added-text'],
} as const;
const LEAST = { shapes: 3, letters: 4.5 } as const;

/** In the page: the contrast of colours of the stylesheet with the paper, and of the letters of pictures with what is behind them. */
function measure(tokens: readonly string[]) {
  type Color = readonly [number, number, number, number];
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  const colorOf = (css: string): Color => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = css;
    context.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0, a = 0] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top: Color, below: Color): Color => {
    const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const light = (color: Color): number => {
    const part = (at: 0 | 1 | 2): number => {
      const value = color[at] / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
  };
  const contrast = (a: Color, b: Color): number => {
    const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
    return Math.round(((high + 0.05) / (low + 0.05)) * 100) / 100;
  };
  const probe = document.body.appendChild(document.createElement('span'));
  const valueIn = (css: string): Color => {
    probe.style.color = css;
    return colorOf(getComputedStyle(probe).color);
  };
  const paper = valueIn('var(--paper)');
  const ofTokens = tokens.map((name) => [name, contrast(over(valueIn(`var(--${name})`), paper), paper)] as const);
  probe.remove();
  const opacityOf = (element: Element | null): number =>
    element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1;
  const ofPictures = [...document.querySelectorAll('svg text')].flatMap((text) => {
    const letters = text.querySelector('.row') ?? text;
    const { left, top, width, height } = letters.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if ((text.textContent ?? '').trim() === '' || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return [];
    const behind = document.elementsFromPoint(x, y).filter((each) => !text.contains(each));
    const isShape = (each: Element): boolean => each instanceof SVGGeometryElement;
    const fills = behind.map((each) => {
      const { fill, backgroundColor } = getComputedStyle(each);
      const [r, g, b, a] = colorOf(isShape(each) ? (fill === 'none' ? 'transparent' : fill) : backgroundColor);
      return [r, g, b, a * opacityOf(each)] as const;
    });
    const ground = fills.reduceRight<Color>((below, fill) => over(fill, below), paper);
    const [r, g, b, a] = colorOf(getComputedStyle(letters).fill);
    return [[text.textContent ?? '', contrast(over([r, g, b, a * opacityOf(letters)], ground), ground)] as const];
  });
  return { ofTokens, ofPictures };
}

describe('the contrast of pages', () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;

  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser.close());

  it('lets shapes be told from the paper, and letters be read on it', async () => {
    const { page, close } = await browser.open('risks');
    const faint: string[] = [];
    for (const theme of THEMES) {
      await dress(page, theme);
      for (const kind of ['shapes', 'letters'] as const) {
        const { ofTokens } = await page.evaluate(measure, TOKENS[kind]);
        for (const [name, contrast] of ofTokens)
          if (contrast < LEAST[kind]) faint.push(`${theme}: ${name} ${contrast}`);
      }
    }
    await close();
    assert.deepEqual(faint, []);
  });

  for (const state of PAGE_STATES.filter(
    ({ page, does }) => ['graph', 'timeline', 'history'].includes(page) && !does,
  )) {
    it(`lets the letters in the picture of the ${state.page} with ${state.what} be read`, async () => {
      const { page, close } = await browser.open(state.page);
      try {
        await bring(page, state);
        const faint = new Set<string>();
        for (const theme of THEMES) {
          await dress(page, theme);
          const { ofPictures } = await page.evaluate(measure, []);
          for (const [text, contrast] of ofPictures)
            if (contrast < LEAST.letters) faint.add(`${theme}: ${text} ${contrast}`);
        }
        assert.deepEqual([...faint], []);
      } finally {
        await close();
      }
    });
  }
});
