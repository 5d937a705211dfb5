import { openSite } from './site.mjs';

const nonce = '0'.repeat(32);

/**
 * Opens a Markdown preview in a browser, without an editor around it: the script and the styles that the extension adds
 * to it, under the policy that the editor has for previews. That lets pictures in from everywhere, so that whoever of
 * a diagram asks for one is seen to do so. Answers with what `openSite` does, and
 *
 * - `show(sources)`: puts diagrams into the text, in the place of those before, as the extension's Markdown does
 * - `settled()`: resolves to what has become of each, once each is drawn or is said not to be
 */
export async function openPreview(browser, theme = 'vscode-dark') {
  const html = (origin) => documentOf(origin, theme);
  const site = await openSite(browser, { html, files: { 'preview.css': 'media/preview.css' } });
  return {
    ...site,
    show: (sources) => site.page.evaluate(show, sources),
    settled: () => site.page.waitForFunction(outcomes).then((found) => found.jsonValue()),
  };
}

const documentOf = (origin, theme) => `<!doctype html>
<html>
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' ${origin} https: data:; media-src 'self' ${origin} https: data:; script-src 'nonce-${nonce}'; style-src 'self' ${origin} 'unsafe-inline' https: data:; font-src 'self' ${origin} https: data:;">
<link rel="stylesheet" href="${origin}/webview/preview.css">
</head>
<body class="vscode-body ${theme}">
<div class="markdown-body"></div>
<script async src="${origin}/webview/preview.js" nonce="${nonce}" charset="UTF-8"></script>
</body>
</html>`;

/** In the page. */
function show(sources) {
  const blocks = sources.map((source) => {
    const block = document.createElement('div');
    block.className = 'milepost-diagram';
    block.append(Object.assign(document.createElement('pre'), { textContent: source }));
    return block;
  });
  document.querySelector('.markdown-body').replaceChildren(...blocks);
}

/** In the page: nothing while any diagram is still to be drawn. */
function outcomes() {
  const found = [...document.querySelectorAll('.milepost-diagram')].map((block) => ({
    isDrawn: block.classList.contains('milepost-drawn') && block.querySelector('svg') !== null,
    fault: block.querySelector('.milepost-fault')?.textContent ?? '',
    hasSource: getComputedStyle(block.querySelector('pre')).display !== 'none',
  }));
  return found.every(({ isDrawn, fault }) => isDrawn || fault !== '') && found;
}
