import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The kinds of themes that there are. */
export const THEMES = ['dark', 'light', 'high-contrast', 'high-contrast-light'] as const;
export type Theme = (typeof THEMES)[number];

/** What a real editor gives its webviews: see scripts/webview/capture-themes.mjs. */
export interface ThemeGiven {
  /** Of the body. */
  readonly classes: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

const read = (name: string): string => readFileSync(new URL(`../fixtures/themes/${name}`, import.meta.url), 'utf8');

export const themeGiven = (theme: Theme): ThemeGiven => JSON.parse(read(`${theme}.json`)) as ThemeGiven;

/** Gives a page the colours of a theme and the styles of every webview, as the editor does. */
export const dress = (page: Page, theme: Theme): Promise<void> =>
  page.evaluate(
    ({ classes, variables, defaults }) => {
      const { body, documentElement } = document;
      body.classList.remove(...[...body.classList].filter((name) => /^vscode-(?:dark|light|high)/.test(name)));
      body.classList.add(...classes);
      documentElement.removeAttribute('style');
      for (const [name, value] of Object.entries(variables)) documentElement.style.setProperty(name, value);
      if (document.getElementById('_defaultStyles')) return;
      const sheet = document.createElement('style');
      sheet.id = '_defaultStyles';
      sheet.textContent = defaults;
      document.head.prepend(sheet);
    },
    { ...themeGiven(theme), defaults: read('defaults.css') },
  );
