import { isEmpty } from '../../parse/yaml/node.ts';
import type { Item } from '../../plan/item.ts';
import { inDocument } from '../edit/in-document.ts';
import { removePair } from '../edit/remove-pair.ts';
import { pairOf, setFields } from '../edit/set-fields.ts';
import type { FixMaker, TextEdit } from '../fix.ts';
import { shown } from '../words.ts';

/** Opens an item again that is done with work left: takes back its status, and the day that closed it. */
export const reopenItem: FixMaker = ({ item }) => {
  if (!item) return [];
  const { open } = item.type.statuses;
  const status = open.find((word) => word === 'in-progress') ?? open[0];
  const written = item.field('status')?.value;
  const undated = ['completed', item.type.closedOn].flatMap((name) => withoutField(item, name) ?? []);
  const isSaid = written !== undefined && !isEmpty(written);
  const again = isSaid ? setFields(item, [['status', status]]) : [];
  if (!again || again.length + undated.length === 0) return [];
  const edits = [
    ...again,
    ...inDocument(item.document, [...new Map(undated.map((edit) => [edit.range.start, edit])).values()]),
  ];
  return [{ title: `Open ${shown(item.id)} again`, edits }];
};

function withoutField(item: Item, name: string): TextEdit | undefined {
  const found = item.values[name as 'completed'] === undefined ? undefined : pairOf(item, name);
  return found && removePair(item.document.text, found.map, found.pair);
}
