import { formatDay, LAST_DAY } from '../../model/values/day.ts';
import { RULES } from '../../rules/registry.ts';
import { isEditable } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { muteIn } from '../edit/mute-entry.ts';
import { mapOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** How long a finding is silenced for, in days. */
export const TWO_WEEKS = 14;

/** Warnings and infos that are slips of the pen: they are put right, not put off. */
const NEVER = ['yaml-surprise', 'unknown-field', 'broken-mention', 'merge-conflict'];

const MUTABLE: ReadonlySet<string> = new Set(
  RULES.filter(({ code, severity }) => severity !== 'error' && !NEVER.includes(code)).map(({ code }) => code),
);

/** Silences a finding on its item for two weeks: it is known, and cannot be acted on yet. */
export const mute: FixMaker = ({ item, code }, { today }) => {
  if (!item || !MUTABLE.has(code) || !isEditable(item) || today + TWO_WEEKS > LAST_DAY) return [];
  const map = mapOf(item);
  const until = formatDay(today + TWO_WEEKS);
  const edit = map && muteIn(item.document, map, code, until);
  return edit
    ? [{ title: `Silence ${code} on ${shown(item.id)} until ${until}`, edits: inDocument(item.document, [edit]) }]
    : [];
};
