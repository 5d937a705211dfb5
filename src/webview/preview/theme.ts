/** A theme as Mermaid has them: it knows two. */
export type Theme = 'dark' | 'light';

/** The theme of the page, as the editor tells it by classes. */
export function themeNow(): Theme {
  const { classList } = document.body;
  const isDark =
    classList.contains('vscode-dark') ||
    (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
  return isDark ? 'dark' : 'light';
}
