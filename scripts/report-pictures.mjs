import { join } from 'node:path';
import { reportBody } from '../src/core/report/html/report-body.ts';
import { reportPage } from '../src/core/report/html/report-page.ts';
import { exampleReport } from './generate/example-reports.ts';
import { startBrowser } from './vscode/browser.mjs';
import { root } from './vscode/paths.mjs';

// Takes the pictures of the example's report as a page of HTML, in light and dark: `node scripts/report-pictures.mjs`.
const { document, now } = exampleReport('executive');
const page = reportPage(document.items[0]?.title ?? '', reportBody(document, now, { pictures: true }));

const browser = await startBrowser();
try {
  for (const scheme of ['light', 'dark']) {
    const tab = await browser.newPage({
      viewport: { width: 1000, height: 800 },
      deviceScaleFactor: 1.5,
      colorScheme: scheme,
    });
    await tab.setContent(page);
    const path = join(root, `docs/images/report-${scheme}.png`);
    await tab.screenshot({ path, fullPage: true });
    console.log(path);
  }
} finally {
  await browser.close();
}
