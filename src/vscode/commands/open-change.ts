import * as vscode from 'vscode';
import type { Sides } from '../../core/diff/plan-diff.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Place } from '../../core/views/why/limit-words.ts';
import { toRange } from '../convert.ts';
import { sourceIn } from '../plans/current-plan.ts';
import { baseUri } from '../review/base-files.ts';
import type { PlanReview, Reviewed } from '../review/plan-review.ts';
import { ChangeElement } from '../views/elements.ts';
import { changeArgument } from './arguments.ts';
import { columnBeside, open } from './go-to.ts';

/** Opens an entry of *Plan Changes*: the file as it was beside the file as it is, at the line. */
export async function openChange(argument: unknown, review: PlanReview): Promise<void> {
  const changed = changeArgument(argument);
  const { folder } = changed;
  const { reviewed } = review;
  const place = changed instanceof ChangeElement ? changed.node.place : placesOf(changed.item, reviewed);
  // While the review ends, a click may still come.
  if (place && reviewed?.folder === folder) await openSides(place, reviewed);
  else if (place?.head) await open(folder, place.head.source, place.head.range);
}

/** Where an item is written, before and now; as far as it has changed, it is known by the review. */
function placesOf(item: Item, reviewed: Reviewed | undefined): Sides<Place> {
  const place = ({ document, idRange }: Item): Place => ({ source: document, range: idRange });
  const change = reviewed?.diff.items.find(({ item: { base, head } }) => base === item || head === item);
  if (!change) return { base: undefined, head: place(item) };
  const { base, head } = change.item;
  return { base: base && place(base), head: head && place(head) };
}

async function openSides(place: Sides<Place>, reviewed: Reviewed): Promise<void> {
  const { folder, base } = reviewed;
  const sides = pathsOf(place, reviewed);
  const left = sides.base === undefined ? undefined : baseUri(folder, sides.base, base.commit);
  const right = sides.head === undefined ? undefined : folder.uriOf(sides.head);
  const [before, now] = [place.base, place.head].map((each) => each && toRange(each.source, each.range));
  const column = columnForText();
  const shown = { ...column, ...(now ? { selection: now } : {}) };
  if (left && right) {
    const name = (sides.head as string).replace(/^.*\//, '');
    await vscode.commands.executeCommand('vscode.diff', left, right, `${name} (${base.name} ↔ now)`, shown);
    // What is gone is on the left side alone.
    if (!now && before && sides.base === place.base?.source.path) select(left, before);
  } else if (right) await vscode.window.showTextDocument(right, shown);
  else if (left) await vscode.window.showTextDocument(left, { ...column, ...(before ? { selection: before } : {}) });
}

/** A picture of the plan is not covered by what is opened from it, or beside it. */
function columnForText(): { readonly viewColumn?: vscode.ViewColumn } {
  const { activeTab, viewColumn } = vscode.window.tabGroups.activeTabGroup;
  return activeTab?.input instanceof vscode.TabInputWebview ? { viewColumn: columnBeside(viewColumn) } : {};
}

/**
 * The files to compare: the one that there is something in now, with what it was; where it was not there, with the one that
 * there was something in.
 */
function pathsOf({ base, head }: Sides<Place>, { before, now }: Reviewed): Sides<string> {
  const path = head?.source.path ?? base?.source.path ?? '';
  return {
    base: sourceIn(before, path) ? path : base?.source.path,
    head: head || sourceIn(now, path) ? path : undefined,
  };
}

function select(uri: vscode.Uri, range: vscode.Range): void {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  if (!editor) return;
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
