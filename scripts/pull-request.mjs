import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLE_CHANGES } from './generate/atlas-changes.ts';
import { commentOn } from './generate/pull-request-comments.ts';
import { pullRequestPage } from './pull-request/page.mjs';
import { startBrowser } from './vscode/browser.mjs';
import { root } from './vscode/paths.mjs';

// Takes the picture of a pull request with the comment of Milepost: `node scripts/pull-request.mjs [CHANGE...]`. With
// names, those of scripts/generate/atlas-changes.ts, to look at, in dist/pictures; without, the one of the documentation.
const { values, positionals } = parseArgs({ allowPositionals: true, options: { dark: { type: 'boolean' } } });
const folder = join(root, positionals.length > 0 ? 'dist/pictures' : 'docs/images');
const wanted = EXAMPLE_CHANGES.filter(({ name }) =>
  positionals.length > 0 ? positionals.includes(name) : name === 'slip',
);

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  for (const change of wanted) {
    const page = await browser.newPage({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1.5 });
    await page.setContent(pullRequestPage({ ...change, comment: commentOn(change) }));
    await page.addScriptTag({ path: join(root, 'node_modules/mermaid/dist/mermaid.min.js') });
    await page.evaluate(drawn, values.dark ? 'dark' : 'default');
    const path = join(folder, positionals.length > 0 ? `pull-request-${change.name}.png` : 'pull-request.png');
    await page.screenshot({ path, fullPage: true });
    console.log(path);
  }
} finally {
  await browser.close();
}

/** In the page: has Mermaid draw what GitHub has it draw. */
async function drawn(theme) {
  globalThis.mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    theme,
    flowchart: { wrappingWidth: 200 },
  });
  await globalThis.mermaid.run({ querySelector: 'pre.mermaid' });
}
