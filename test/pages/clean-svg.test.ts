import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type OpenedPreview, openPreviewInBrowser } from '../support/open-page.ts';

const ENTRY = fileURLToPath(new URL('../../src/webview/clean-svg.ts', import.meta.url));
const AWAY = 'https://example.org/x';
const RUN = 'window.ran = true';

/** What a picture is never to hold, each beside something that stays. */
const UNSOUND = [
  `<script>${RUN}</script>`,
  `<style>@import "${AWAY}.css";</style>`,
  `<style>@import url(${AWAY}.css);</style>`,
  `<style>g { fill: url("${AWAY}#a"); }</style>`,
  `<style>g { background: u\\72l(${AWAY}); }</style>`,
  `<style>g { background: image-set("${AWAY}" 1x); }</style>`,
  `<style>g { background: -webkit-image-set("${AWAY}" 1x); }</style>`,
  `<style>@font-face { font-family: x; src: url(${AWAY}); }</style>`,
  `<image href="${AWAY}.png" /><image xlink:href="${AWAY}.png" />`,
  `<use href="${AWAY}.svg#a" /><a href="javascript:${RUN}"><text>x</text></a>`,
  `<foreignObject><img src="${AWAY}" onerror="${RUN}" /></foreignObject>`,
  `<filter id="f"><feImage href="${AWAY}" /></filter>`,
  `<animate attributeName="href" to="javascript:${RUN}" /><set attributeName="onclick" to="${RUN}" />`,
  `<animateTransform attributeName="transform" /><animateMotion path="M0,0" />`,
  `<rect onclick="${RUN}" onload="${RUN}" href="${AWAY}" style="fill: url(${AWAY})" fill="url(${AWAY}#a)" />`,
  `<metadata>x</metadata><title>x</title><desc>x</desc><switch><text>x</text></switch>`,
];

describe('rows 1 to 6: what is kept of a picture', () => {
  let opened: OpenedPreview;

  before(async () => {
    opened = await openPreviewInBrowser();
    const { outputFiles } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'tested',
    });
    const text = outputFiles[0]?.text ?? '';
    await opened.page.evaluate(`${text}; window.tested = tested`);
  });
  after(() => opened.close());

  /** What becomes of an SVG that is shown. */
  const shown = (svg: string, styles: string): Promise<string> =>
    opened.page.evaluate(
      async (given) => {
        const { cleanSvg } = (window as unknown as { tested: { cleanSvg(text: string, styles: string): Element } })
          .tested;
        const clean = cleanSvg(given.svg, given.styles);
        document.querySelector('.markdown-body')?.replaceChildren(clean);
        // What were loaded by it would be asked for by now.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return clean.outerHTML;
      },
      { svg, styles },
    );

  for (const styles of ['own styles', "the page's"]) {
    it(`neither runs nor loads anything, with ${styles}`, async () => {
      for (const unsound of UNSOUND) {
        const clean = await shown(`<svg id="p"><g>${unsound}<path d="M0,0"></path></g></svg>`, styles);
        const left = clean.replace('<rect></rect>', '').replace('<filter id="f"></filter>', '');
        assert.equal(left, '<svg id="p"><g><path d="M0,0"></path></g></svg>', unsound);
      }
      assert.deepEqual(opened.requests, []);
      assert.equal(await opened.page.evaluate(() => 'ran' in window), false);
    });
  }

  it('is how it looks, where it brings its styles', async () => {
    const svg = `<svg id="p"><style>#p rect{fill:url(#p-gradient);}@keyframes dash{to{opacity:0;}}</style><defs><linearGradient id="p-gradient"><stop offset="0%" stop-color="red"></stop></linearGradient></defs><rect style="stroke:red" marker-end="url(#p-end)" x="1"></rect></svg>`;
    assert.equal(await shown(svg, 'own styles'), svg);
    assert.equal(
      await shown(svg, "the page's"),
      '<svg id="p"><defs></defs><rect marker-end="url(#p-end)" x="1"></rect></svg>',
    );
  });
});
