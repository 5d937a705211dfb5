import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, webview } from '../vscode/gestures.mjs';
import { launch } from '../vscode/launch.mjs';
import { root } from '../vscode/paths.mjs';
import { themes } from '../vscode/profile.mjs';

// Writes down what a real editor gives its webviews in each kind of theme, so that tests of pages in a browser see the
// colours that people see: node scripts/webview/capture-themes.mjs. To be run again when a stylesheet names a variable
// that none did before, or a newer VS Code has other colours.

/** Every variable that a stylesheet of ours names. */
function namedVariables() {
  const styles = readdirSync(join(root, 'src/webview'), { recursive: true }).filter((file) => file.endsWith('.css'));
  const texts = [...styles.map((file) => join('src/webview', file)), 'media/preview.css'];
  const named = texts.flatMap((file) => readFileSync(join(root, file), 'utf8').match(/--vscode-[\w-]+/g) ?? []);
  return [...new Set(named)].sort();
}

/** In the page: the classes of its body, what it has of some variables, and what the editor says of every webview. */
function look(names) {
  const { style } = document.documentElement;
  const given = names.map((name) => [name, style.getPropertyValue(name)]).filter(([, value]) => value !== '');
  return {
    classes: document.body.className.split(' ').filter((name) => /^vscode-(?:dark|light|high-contrast)/.test(name)),
    variables: Object.fromEntries(given),
    defaults: document.getElementById('_defaultStyles')?.textContent ?? '',
  };
}

const names = namedVariables();
for (const theme of Object.keys(themes)) {
  const editor = await launch({ where: 'server', installed: true, theme, folder: join(root, 'examples/atlas') });
  try {
    const page = await editor.page();
    await page.waitForSelector('.statusbar-item:has-text("Atlas migration")');
    await runCommand(page, 'Milepost: Open Risk Matrix');
    const { defaults, ...found } = await (await webview(page, '.matrix', 60_000)).evaluate(look, names);
    const folder = join(root, 'test/fixtures/themes');
    writeFileSync(join(folder, `${theme}.json`), `${JSON.stringify(found, undefined, 2)}\n`);
    writeFileSync(
      join(folder, 'defaults.css'),
      defaults
        .replace(/^ {0,8}/gm, '')
        .trim()
        .concat('\n'),
    );
    console.log(`${theme}: ${Object.keys(found.variables).length} of ${names.length} variables`);
  } finally {
    await editor.close();
  }
}
