/** What a person does in the window, for pictures. Each takes playwright's page and returns when its effect is seen. */

/** Opens a file of the workspace by its path, as Quick Open does. */
export async function openFile(page, path) {
  await page.keyboard.press('Control+P');
  await choose(page, path);
  const name = path.split('/').at(-1);
  await page.waitForSelector(`.tab.active:has-text("${name}")`);
}

/** Runs a command by the title that the command palette shows, with its category: `View: Toggle Panel Visibility`. */
export async function runCommand(page, title) {
  await page.keyboard.press('F1');
  await choose(page, `>${title}`);
}

async function choose(page, text) {
  const widget = page.locator('.quick-input-widget');
  await widget.waitFor();
  await widget.locator('input').first().fill(text);
  const row = widget.locator('.monaco-list-row.focused').first();
  // The list is filtered a moment after the text is there.
  const words = text.replace(/^>/, '').split('/').at(-1);
  await row.filter({ hasText: words }).waitFor();
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** The document inside the webview that has `selector`. */
export async function webview(page, selector = 'body', timeout = 10_000) {
  for (const end = Date.now() + timeout; Date.now() < end; await page.waitForTimeout(50)) {
    for (const frame of page.frames()) {
      // A webview is a frame of the workbench's own, with the extension's document in a frame within that.
      if (!/webview/.test(frame.parentFrame()?.url() ?? '')) continue;
      // A frame that is being replaced throws; its successor is found on the next round.
      if (await frame.$(selector).catch(() => null)) return frame;
    }
  }
  throw new Error(`No webview with “${selector}” appeared within ${timeout} ms`);
}

/** Waits until nothing moves: the window looks the same for a second, and no progress is shown. */
export async function settle(page, limit = 20_000) {
  const end = Date.now() + limit;
  let last;
  for (let same = 0; same < 3 && Date.now() < end; await page.waitForTimeout(350)) {
    const picture = await page.screenshot({ caret: 'hide' });
    const busy = await page.locator('.monaco-progress-container.active, .codicon-modifier-spin:visible').count();
    same = !busy && last?.equals(picture) ? same + 1 : 0;
    last = picture;
  }
}
