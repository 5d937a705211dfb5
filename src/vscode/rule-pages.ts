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
}
