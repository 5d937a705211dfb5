import * as vscode from 'vscode';
import { GROUPINGS, type GroupBy } from '../core/views/program-tree-groups.ts';

const SECTION = 'milepost';

/** The settings of the extension, as they are now; what a settings file says wrongly counts as not said. */
export const settings = {
  /** A day, as `YYYY-MM-DD`, to show the plan as of; empty for today. */
  get today(): string {
    const value = read<unknown>('today');
    return typeof value === 'string' ? value.trim() : '';
  },
  get diagnostics(): boolean {
    return read<unknown>('diagnostics.enabled') !== false;
  },
  get fileDecorations(): boolean {
    return read<unknown>('fileDecorations.enabled') !== false;
  },
  get codeLens(): boolean {
    return read<unknown>('codeLens.enabled') !== false;
  },
  /** Which words stand behind values. */
  get inlayHints(): { readonly date: boolean; readonly float: boolean } {
    return {
      date: read<unknown>('inlayHints.dates') !== false,
      float: read<unknown>('inlayHints.float') !== false,
    };
  },
  /** Whether a review marks files, says behind lines what was there before, and over items what was changed. */
  get reviewFiles(): boolean {
    return read<unknown>('review.fileDecorations') !== false;
  },
  get reviewLines(): boolean {
    return read<unknown>('review.lineNotes') !== false;
  },
  get reviewLenses(): boolean {
    return read<unknown>('review.codeLens') !== false;
  },
  get groupBy(): GroupBy {
    const value = read<unknown>('programTree.groupBy');
    return GROUPINGS.find((grouping) => grouping === value) ?? 'workstream';
  },
};

/** Calls back when one of the settings has changed. */
export function onSetting(names: readonly string[], listen: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) listen();
  });
}

const read = <T>(name: string): T | undefined => vscode.workspace.getConfiguration(SECTION).get<T>(name);
