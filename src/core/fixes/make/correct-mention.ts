import { parseReference } from '../../model/values/reference.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { anchorsOf } from '../../plan/anchors.ts';
import { destinationOf } from '../../plan/mentions.ts';
import type { Plan } from '../../plan/plan.ts';
import { nearest } from '../../text/nearest.ts';
import { relativePath } from '../../text/relative-path.ts';
import { isSlip } from '../../text/slip.ts';
import { encodePath } from '../../views/item-link.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { programOf } from '../program-of.ts';
import { shown } from '../words.ts';

/**
 * Writes the item that was probably meant in double brackets.
 * @safe where nothing but case, hyphens, swapped neighbours or one letter inside of a word of at least five letters is
 * wrong, and the name leads to one item
 */
export const correctMention: FixMaker = (finding, { plan }) => {
  const { suggestion, item, range } = finding;
  const document = documentOf(finding, plan);
  const name = suggestion === undefined ? undefined : parseReference(suggestion);
  if (!document || suggestion === undefined || !name?.ok) return [];
  const { target, fault } = plan.lookup.find(name.value, item?.program ?? programOf(document, plan), ['any']);
  return [
    {
      title: `Change to ${shown(suggestion)}`,
      edits: inDocument(document, [{ range, text: suggestion }]),
      preferred: true,
      safe: target !== undefined && !fault && isSlip(document.text.slice(range.start, range.end), suggestion),
    },
  ];
};

/** Corrects a link that leads to no file or no heading: to the only file of that name, to the heading that is near. */
export const correctLink: FixMaker = (finding, { plan }) => {
  const { range } = finding;
  const document = documentOf(finding, plan);
  const link = document?.body.mentions.find((mention) => mention.kind === 'link' && isSame(mention.range, range));
  if (!document || !link) return [];
  const { path, fragment } = destinationOf(link.target, document.path);
  const target = path === undefined ? undefined : (plan.documentAt(path) ?? onlyOneNamed(path, plan));
  if (!target) return [];
  const anchor = fragment === undefined ? undefined : anchorNear(fragment, target);
  if (fragment !== undefined && anchor === undefined) return [];
  const written = document.text.slice(range.start, range.end);
  const hash = written.indexOf('#');
  const isThere = target.path === path;
  const to = isThere ? written.slice(0, hash) : encodePath(relativePath(document.path, target.path));
  const text = anchor === undefined ? to : `${to}#${anchor}`;
  const title = `Change to ${shown(isThere ? `#${anchor}` : text)}`;
  const start = isThere ? range.start + hash + 1 : range.start;
  const edit = { range: { start, end: range.end }, text: isThere ? (anchor ?? '') : text };
  return [{ title, edits: inDocument(document, [edit]), preferred: true }];
};

/** The only document of a plan that has the name of a path: a file that was moved. */
function onlyOneNamed(path: string, plan: Plan): ParsedDocument | undefined {
  const name = path.replace(/^.*\//, '');
  const named = plan.documents.filter((document) => document.path.replace(/^.*\//, '') === name);
  return named.length === 1 ? named[0] : undefined;
}

/** The anchor of a document that is meant by one: the same, or one that is near. */
function anchorNear(fragment: string, document: ParsedDocument): string | undefined {
  const { slugs, own } = anchorsOf(document);
  const anchor = fragment.toLowerCase();
  return slugs.has(anchor) || own.has(fragment) ? fragment : nearest(anchor, slugs.keys());
}
