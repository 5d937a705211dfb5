import type * as vscode from 'vscode';
import type { Source } from '../../core/text/source.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { planFileOf } from './plan-documents.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { Plans } from './plans.ts';

/** A plan that knows a document as it stands in the editor now, saved or not. */
export interface CurrentPlan {
  readonly folder: PlanFolder;
  readonly path: string;
  readonly snapshot: Snapshot;
}

/** The plan of a document, once it knows its text; undefined where the document is no part of a plan. */
export async function currentPlan(document: vscode.TextDocument, plans: Plans): Promise<CurrentPlan | undefined> {
  const file = planFileOf(document.uri, plans);
  if (!file) return undefined;
  const { folder, path } = file;
  const knows = (snapshot: Snapshot | undefined): snapshot is Snapshot =>
    snapshot !== undefined && isSameText(sourceIn(snapshot, path)?.text, document.getText());
  const snapshot = knows(folder.snapshot) ? folder.snapshot : await folder.service.settled();
  return knows(snapshot) ? { folder, path, snapshot } : undefined;
}

/** What a plan knows of a file: a document, or its configuration. */
export function sourceIn({ plan }: Snapshot, path: string): Source | undefined {
  const { source } = plan.configuration;
  return source?.path === path ? source : plan.documentAt(path);
}

/**
 * Whether a text of a file is what the editor shows of it: without a byte order mark, and with line ends that are all
 * alike. Lines and columns are the same in both.
 */
export function isSameText(text: string | undefined, shown: string): boolean {
  return text !== undefined && (text === shown || plain(text) === plain(shown));
}

const plain = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
