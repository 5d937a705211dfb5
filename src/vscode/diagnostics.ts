import * as vscode from 'vscode';
import type { Finding } from '../core/rules/finding.ts';
import { sameFinding } from '../core/rules/same-finding.ts';
import type { Source } from '../core/text/source.ts';
import { Slices } from '../workspace/slices.ts';
import { saysTheSame } from '../workspace/snapshot.ts';
import { toRange, toSeverity } from './convert.ts';
import type { Log } from './log.ts';
import type { PlanFolder } from './plans/plan-folder.ts';
import type { Plans } from './plans/plans.ts';
import type { Platform } from './platform.ts';
import type { RulePages } from './rule-pages.ts';
import { onSetting, settings } from './settings.ts';

/** The name of the extension in the Problems panel. */
export const DIAGNOSTIC_SOURCE = 'milepost';

/**
 * Findings as diagnostics. Only documents whose findings have changed are told to the editor, each by itself: one
 * great set would stop without a word beyond some 1,100 markers. Open documents come first.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #rules: RulePages;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #collection = vscode.languages.createDiagnosticCollection('milepost');
  readonly #subscriptions: vscode.Disposable[];
  /** What the editor has been told, by plan and path. */
  readonly #told = new Map<PlanFolder, Map<string, readonly Finding[]>>();

  constructor(plans: Plans, rules: RulePages, platform: Platform, log: Log) {
    this.#plans = plans;
    this.#rules = rules;
    this.#platform = platform;
    this.#log = log;
    const show = log.listener('showing findings', (folder: PlanFolder) => this.#show(folder));
    this.#subscriptions = [
      this.#collection,
      plans.onDidChange(show),
      plans.onDidChangeFolders(log.listener('removing findings', (removed) => this.#takeBack(removed))),
      onSetting(['diagnostics'], () => plans.folders.forEach(show)),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #show(folder: PlanFolder): Promise<void> {
    const { snapshot } = folder;
    if (!snapshot) return;
    const wanted = settings.diagnostics ? byPath(snapshot.findings) : new Map<string, Finding[]>();
    const told = this.#told.get(folder) ?? new Map<string, readonly Finding[]>();
    this.#told.set(folder, told);
    const changed: string[] = [];
    for (const path of new Set([...told.keys(), ...wanted.keys()])) {
      const findings = wanted.get(path);
      if (!sameFindings(told.get(path) ?? [], findings ?? [])) changed.push(path);
      // The old ones would keep the whole plan alive that they were found in.
      else if (findings) told.set(path, findings);
    }
    const open = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
    const isOpen = (path: string): boolean => open.has(folder.uriOf(path).toString());
    const slices = new Slices(this.#platform.host);
    for (const path of [...changed.filter(isOpen), ...changed.filter((path) => !isOpen(path))]) {
      // A newer snapshot has begun where this one stopped.
      if (!saysTheSame(folder.snapshot, snapshot) || this.#told.get(folder) !== told) return;
      this.#tell(folder, path, wanted.get(path), told);
      if (slices.isDue) await slices.pauseIfDue();
    }
  }

  #tell(
    folder: PlanFolder,
    path: string,
    findings: readonly Finding[] | undefined,
    told: Map<string, readonly Finding[]>,
  ): void {
    const uri = folder.uriOf(path);
    if (!this.#owns(folder, uri)) return;
    if (findings) told.set(path, findings);
    else told.delete(path);
    this.#log.isolate(
      `showing the findings of ${uri}`,
      () =>
        this.#collection.set(
          uri,
          findings?.map((finding) => this.#diagnostic(finding, folder)),
        ),
      undefined,
    );
  }

  #diagnostic(finding: Finding, folder: PlanFolder): vscode.Diagnostic {
    const range = toRange(finding.source, finding.range);
    const diagnostic = new vscode.Diagnostic(range, finding.message, toSeverity(finding.severity));
    const target = this.#rules.linkOf(finding.code);
    diagnostic.source = DIAGNOSTIC_SOURCE;
    diagnostic.code = target ? { value: finding.code, target } : finding.code;
    diagnostic.relatedInformation = finding.related.map(
      ({ message, source, range }) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(folder.uriOf(source.path), toRange(source, range)),
          message,
        ),
    );
    return diagnostic;
  }

  /** Takes back what was told of plans that are gone, and of files that have become another plan's. */
  #takeBack(removed: readonly PlanFolder[]): void {
    for (const [folder, told] of this.#told) {
      const gone = removed.includes(folder);
      for (const path of [...told.keys()]) {
        const uri = folder.uriOf(path);
        if (!gone && this.#owns(folder, uri)) continue;
        told.delete(path);
        this.#collection.delete(uri);
      }
      if (gone) this.#told.delete(folder);
    }
  }

  #owns(folder: PlanFolder, uri: vscode.Uri): boolean {
    return this.#plans.at(uri)?.folder === folder;
  }
}

function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = found.get(finding.source.path);
    if (list) list.push(finding);
    else found.set(finding.source.path, [finding]);
  }
  return found;
}

/** Whether two lists say the same at the same places. */
function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, i) => sameFinding(finding, b[i] as Finding, isSameText));
}

/** In another text the same offsets may be another line. */
const isSameText = (a: Source, b: Source): boolean => a.path === b.path && a.text === b.text;
