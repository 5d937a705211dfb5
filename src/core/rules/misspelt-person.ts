import { personKey } from '../model/values/person.ts';
import { partRange } from '../parse/yaml/node.ts';
import type { Item } from '../plan/item.ts';
import { likelySlips } from '../plan/likely-slips.ts';
import { writtenPeople } from '../plan/written-people.ts';
import { quoted } from '../text/visible.ts';
import { counted } from '../text/words.ts';
import type { Rule } from './rule.ts';

/**
 * A name that one item alone has, and that is a slip of the finger away from one that at least three items have.
 *
 * Any text is a person, so a misspelt owner is nobody's mistake as far as a plan can tell: the item is missing from what
 * that person filters for, from their open points and from their part of the report. It is looked for in the owners of open
 * items and in all other fields that name people.
 *
 * People may have names that are much alike, so a letter in the place of another says nothing, and neither does any
 * difference in short names: Jan and Jon, Ana and Anna, Maria and Mario are two each. What is found are names that differ in
 * accents, hyphens or spaces alone, and words of five letters or more in which two neighbours are swapped, a letter is
 * doubled or single, or one of two consonants beside each other is missing; from eight letters on any consonant but the
 * last. Figures that differ are other names: teams 1-1 and 11 are two. Who really are two people, as Jansen and Janssen may
 * be, are left alone by `mute` on the item, or by turning the rule off.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: schema, owner: maria }
 *   - { id: backfill, owner: maria }
 *   - { id: go-live, owner: mraia }
 *                           ~~~~~ misspelt-person
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - { id: schema, owner: maria }
 *   - { id: backfill, owner: "@Maria" }
 *   - { id: go-live, owner: mario }
 * ---
 * ```
 */
export const misspeltPerson: Rule = {
  code: 'misspelt-person',
  severity: 'info',
  check({ plan }, report) {
    for (const { written, meant, item: index, others } of likelySlips(plan.people)) {
      const item = plan.items[index] as Item;
      if (!item.open || item.parsed.broken) continue;
      for (const { name, scalar } of writtenPeople(item.parsed.fields)) {
        if (personKey(name) !== written) continue;
        const at = Math.max(0, scalar.text.indexOf(name));
        report({
          item,
          range: partRange(scalar, at, name.length),
          message: `${quoted(name)} is named by this item alone, and ${quoted(plan.people.spellingOf(meant))} by ${counted(others, 'item')}: is it the same person?`,
          suggestion: plan.people.spellingOf(meant),
        });
      }
    }
  },
};
