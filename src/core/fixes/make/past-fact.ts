import { canonicalFieldName } from '../../model/field-name.ts';
import { fieldOf } from '../../model/registry.ts';
import { formatDay } from '../../model/values/day.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { replaceScalar } from '../edit/scalar.ts';
import { pairOf, setFields } from '../edit/set-fields.ts';
import type { Draft, FixMaker } from '../fix.ts';

/** The field in which a plan stands, where that of a fact was taken for it. */
const PLANNED: Readonly<Record<string, readonly string[]>> = {
  started: ['start'],
  completed: ['expected', 'due', 'target'],
  delivered: ['promised'],
  resolved: ['expected', 'due'],
  done: ['due'],
  date: ['due'],
};

/** A fact that is yet to come: it is a plan, and has a field of its own; or it is one since today. */
export const pastFact: FixMaker = ({ item, range }, { today }) => {
  const field = item && [...item.parsed.fields.values()].find(({ value }) => value && isSame(value.range, range));
  const found = field && pairOf(item, field.name);
  if (!item || !found) return [];
  const drafts: Draft[] = [];
  const planned = PLANNED[field.name]?.find((name) => fieldOf(item.type, name));
  const { map, pair } = found;
  const isTwice = map.pairs.some(({ key }) => key !== pair.key && canonicalFieldName(key.text) === field.name);
  if (planned !== undefined && !item.field(planned as 'due') && !isTwice) {
    const edit = replaceScalar(item.document.text, pair.key, planned);
    drafts.push({
      title: `It is a plan: change to ${planned}`,
      edits: inDocument(item.document, [edit]),
      preferred: true,
    });
  }
  const edits = setFields(item, [[field.name, formatDay(today)]]);
  if (edits) drafts.push({ title: `Set ${field.name} to ${formatDay(today)}`, edits, preferred: drafts.length === 0 });
  return drafts;
};
