import * as vscode from 'vscode';
import { RULE_CODES } from '../../core/rules/registry.ts';
import { RulePages } from '../rule-pages.ts';
import { AttentionEntryElement } from '../views/elements.ts';
import { wordArgument } from './arguments.ts';

/** Opens the page of a rule: that of a finding, of a code, or of one that is chosen. */
export async function openRule(argument: unknown, extension: vscode.Uri): Promise<void> {
  const given = argument instanceof AttentionEntryElement ? argument.entry.finding?.code : argument;
  const code = wordArgument(given, RULE_CODES, 'the code of a rule') ?? (await pickRule());
  const page = code === undefined ? undefined : new RulePages(extension).uriOf(code);
  if (page) await vscode.commands.executeCommand('markdown.showPreview', page);
}

function pickRule(): Thenable<string | undefined> {
  return vscode.window.showQuickPick([...RULE_CODES].sort(), { title: 'Explain Rule' });
}
