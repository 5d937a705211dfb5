import type * as vscode from 'vscode';
import { Diagnostics } from './diagnostics.ts';
import { FixOnSave } from './fixes/fix-on-save.ts';
import { QuickFixes } from './fixes/quick-fixes.ts';
import { LanguageFeatures } from './language/language-features.ts';
import type { Log } from './log.ts';
import type { Plans } from './plans/plans.ts';
import type { Platform } from './platform.ts';
import { RulePages } from './rule-pages.ts';

/**
 * What is found in documents, and what the editor may ask of them. All of it is loaded once the editor has started: nobody
 * asks before a plan is being read.
 */
export function registerFeatures(
  extension: vscode.Uri,
  plans: Plans,
  platform: Platform,
  log: Log,
): readonly vscode.Disposable[] {
  return [
    new Diagnostics(plans, new RulePages(extension), platform, log),
    new QuickFixes(plans, log),
    new FixOnSave(plans, platform, log),
    new LanguageFeatures(plans, platform, log),
  ];
}
