import { type Day, formatDay, LAST_DAY } from '../../model/values/day.ts';
import { isSamePerson } from '../../model/values/person.ts';
import { yamlText } from '../../scaffold/yaml-text.ts';
import { inDocument } from '../edit/in-document.ts';
import { insertField } from '../edit/insert-field.ts';
import { mapOf, pairNamed } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Within how many days an answer is asked for. */
const ONE_WEEK = 7;

/** An escalation of today, as it is written, and by when it asks for an answer. */
export function askedToday(to: string, today: Day): { readonly written: string; readonly by: string } {
  const by = formatDay(Math.min(today + ONE_WEEK, LAST_DAY));
  return { written: `{ to: ${yamlText(to)}, on: ${formatDay(today)}, answer_by: ${by} }`, by };
}

/** Writes that the owner of the program, or of the workstream, is asked for help today, and when an answer is due. */
export const escalate: FixMaker = ({ item }, { plan, today }) => {
  const map = item && mapOf(item);
  if (!item || !map || pairNamed(map, 'escalations')) return [];
  const above = [
    item.workstream === undefined ? undefined : plan.lookup.member(item.program, item.workstream),
    plan.lookup.program(item.program),
  ];
  const to = above
    .map((one) => one?.owner?.name)
    .find((name) => name !== undefined && !isSamePerson(name, item.owner?.name ?? ''));
  if (to === undefined) return [];
  const { written, by } = askedToday(to, today);
  const edit = insertField(item.document, map, 'escalations', `[${written}]`);
  return edit
    ? [
        {
          title: `Escalate to ${shown(to)} today, for an answer by ${by}`,
          edits: inDocument(item.document, [edit]),
          preferred: true,
        },
      ]
    : [];
};
