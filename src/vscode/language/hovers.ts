import * as vscode from 'vscode';
import { hoverAt } from '../../language/hover/hover-at.ts';
import { hoverInConfiguration } from '../../language/hover/hover-in-yaml.ts';
import { hoverMarkdown } from '../../language/hover/hover-markdown.ts';
import { PALETTES } from '../../language/hover/palettes.ts';
import { toRange } from '../convert.ts';
import { addressOf } from './addresses.ts';
import type { Asking } from './asking.ts';

/** What is said of a place when the mouse rests on it. Not trusted: no link in it can be a command. */
export class Hovers implements vscode.HoverProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    return this.#asking.ofText('a hover', document, position, token, (asked, folder) => {
      const ofPlan = asked.plan.documentAt(asked.path);
      const found = ofPlan ? hoverAt({ ...asked, document: ofPlan }) : hoverInConfiguration(asked);
      if (!found) return undefined;
      const palette = PALETTES[themeKind()];
      const markdown = hoverMarkdown(found, {
        palette,
        addressOf: (item) => addressOf({ document: item.document, range: item.idRange }, folder).toString(),
      });
      const content = new vscode.MarkdownString(markdown, true);
      return new vscode.Hover(content, toRange(asked.source, found.range));
    });
  }
}

function themeKind(): keyof typeof PALETTES {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Light:
      return 'light';
    case vscode.ColorThemeKind.HighContrast:
      return 'high-contrast';
    case vscode.ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
    default:
      return 'dark';
  }
}
