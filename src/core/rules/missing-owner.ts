import { UNKNOWN } from '../model/kinds/scalar.ts';
import { isEmpty } from '../parse/yaml/node.ts';
import type { Item } from '../plan/item.ts';
import type { Related } from './finding.ts';
import type { NeighbourContext, Rule } from './rule.ts';

/**
 * An open item for which nobody answers: it has no owner, and neither has its workstream.
 *
 * Where the workstream is described and has no owner, the finding stands there, once, with its items beside it. The
 * program's owner is not inherited: who answers for everything answers for nothing in particular. `owner: tbd`
 * is found as well, until there is one. For a decision record answers who is named in its `decision-makers`, or in a
 * line `Deciders: …` below its title.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 *     ~~~~~~~~~~ missing-owner
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * workstreams:
 *   - { id: platform, owner: chen }
 * milestones:
 *   - { id: api-freeze, workstream: platform }
 * ---
 * ```
 */
export const missingOwner: Rule = {
  code: 'missing-owner',
  severity: 'warning',
  scope: 'neighbours',
  checkItem(item, { plan }, report) {
    if (!item.open || item.owner || item.parsed.broken) return;
    const written = item.field('owner')?.value;
    const unknown = written?.kind === 'scalar' && UNKNOWN.test(written.text);
    // A value that is written and wrong has a finding of its own, and so has a workstream without an owner.
    if ((written && !isEmpty(written) && !unknown) || hasOwnerlessWorkstream(item, plan)) return;
    const name = `${item.type.name} ${item.id}`;
    report({
      item,
      range: written ? written.range : item.idRange,
      message: unknown ? `${name} has no owner yet: name one` : `${name} has no owner: name one in ${placeFor(item)}`,
      related: item.type.name === 'workstream' ? leftAlone(item, plan) : [],
    });
  },
};

/** Where an owner is written: a decision record says who decides, in front matter where it has some. */
function placeFor({ document: { convention, frontMatter } }: Item): string {
  if (!convention) return 'owner';
  return frontMatter.range.end > 0 ? 'decision-makers' : 'a line "Deciders: …" below the title';
}

/** Whether nobody answers for the open workstream of an item: naming its owner is what has to be done. */
function hasOwnerlessWorkstream(item: Item, plan: NeighbourContext['plan']): boolean {
  const workstream = plan.workstreamOf(item);
  return workstream?.open === true && !workstream.owner;
}

/** The open items of a workstream that have no owner either. */
function leftAlone(workstream: Item, plan: NeighbourContext['plan']): Related[] {
  return plan
    .membersOf(workstream)
    .filter((item) => item.open && !item.owner)
    .slice(0, MOST_NAMED)
    .map((item) => ({ message: `${item.id} has no owner either`, source: item.document, range: item.idRange }));
}

const MOST_NAMED = 5;
