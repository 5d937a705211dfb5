import * as vscode from 'vscode';
import { RULE_CODES } from '../core/rules/registry.ts';

/** The pages of the rules, which the extension brings along. */
export class RulePages {
  readonly #extension: vscode.Uri;

  constructor(extension: vscode.Uri) {
    this.#extension = extension;
  }

  /** Where the page of a rule is; undefined where there is no such rule. */
  uriOf(code: string): vscode.Uri | undefined {
    return RULE_CODES.includes(code) ? vscode.Uri.joinPath(this.#extension, 'docs', 'rules', `${code}.md`) : undefined;
  }

  /**
   * Where the code of a finding leads. On vscode.dev the files of an extension have addresses of the web, of which a link
   * makes another tab of the browser, with the source: there a command shows the page.
   */
  linkOf(code: string): vscode.Uri | undefined {
    const page = this.uriOf(code);
    if (!page || !/^https?$/.test(page.scheme)) return page;
    return vscode.Uri.from({ scheme: 'command', path: 'milepost.openRule', query: JSON.stringify([code]) });
  }
}
