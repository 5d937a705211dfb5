import { inDocument } from '../edit/in-document.ts';
import { nameFor, referenceAt, removeReference, renameReference } from '../edit/reference.ts';
import type { Draft, FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** An item that waits for what is no longer part of the plan: waits for its successor, or for nothing. */
export const dropCancelled: FixMaker = (finding, { plan }) => {
  const reference = referenceAt(finding, plan);
  const { target, from, field } = reference ?? {};
  if (!reference || !target || !from) return [];
  const drafts: Draft[] = [];
  const successor = plan.referencesFrom(target).find((other) => other.field === 'superseded_by')?.target;
  const isNamed = plan.referencesFrom(from).some((other) => other.field === field && other.target === successor);
  if (successor && !successor.dropped && !isNamed) {
    const name = nameFor(successor, from.program, plan);
    const edit = name === undefined ? undefined : renameReference(reference, name);
    if (edit) {
      const title = `Wait for ${shown(successor.id)} instead`;
      drafts.push({ title, edits: inDocument(from.document, [edit]), preferred: true });
    }
  }
  const edits = removeReference(reference);
  if (edits) {
    const title = `Remove the link to ${shown(target.id)}, which is ${target.status}`;
    drafts.push({ title, edits, preferred: drafts.length === 0 });
  }
  return drafts;
};
