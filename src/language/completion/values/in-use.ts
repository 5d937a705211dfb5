import type { YamlNode } from '../../../core/parse/yaml/node.ts';
import type { Item } from '../../../core/plan/item.ts';
import { peopleIn } from '../../../core/plan/people.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { upTo } from '../../../core/text/some.ts';
import { hasInvisible } from '../../../core/text/visible.ts';
import { counted } from '../../../core/text/words.ts';
import type { Candidate } from '../candidate.ts';

/** Among more names than these nobody looks for one. */
const MOST = 500;

/** Longer texts are no names. */
const LONGEST = 100;

/** Whether the texts of a field are names, so that what others have written there is worth another look. */
export const isName = (field: string): boolean => /^(?:tags|phase|priority|team)$/.test(field);

/** How often something is written, in all of the plan and in one program. */
interface Use {
  readonly written: string;
  count: number;
  near: number;
}

/** The people that a plan names, each once, those first whom the program of who asks names most. */
export function peopleInUse(plan: Plan, program: string): Candidate[] {
  const uses = new Map<string, Use>();
  for (const item of plan.items) {
    for (const { name, email } of peopleIn(item)) {
      const shown = plan.people.spellingOf(name);
      count(uses, shown, email === undefined || email === name ? shown : `${shown} <${email}>`, item, program);
    }
  }
  return candidates(uses, 'person');
}

/** The texts that a field has in a plan: tags, phases, and what else is a name rather than a sentence. */
export function textsInUse(plan: Plan, field: string, program: string): Candidate[] {
  const uses = new Map<string, Use>();
  for (const item of plan.items) {
    const value = item.parsed.fields.get(field)?.value;
    for (const text of textsOf(value)) count(uses, text, text, item, program);
  }
  return candidates(uses, 'tag');
}

function count(uses: Map<string, Use>, name: string, written: string, item: Item, program: string): void {
  const near = item.program === program ? 1 : 0;
  const use = uses.get(name);
  if (use) {
    use.count++;
    use.near += near;
  } else if (name.length <= LONGEST && !hasInvisible(written)) uses.set(name, { written, count: 1, near });
}

function candidates(uses: ReadonlyMap<string, Use>, kind: Candidate['kind']): Candidate[] {
  const sorted = [...uses].sort(([a, x], [b, y]) => y.near - x.near || y.count - x.count || (a < b ? -1 : 1));
  return upTo(MOST, sorted).map(([name, { written, count }]) => ({
    value: written,
    label: name,
    kind,
    detail: counted(count, 'item'),
  }));
}

function textsOf(node: YamlNode | undefined): string[] {
  if (node?.kind === 'scalar') return node.style === 'block' || node.text === '' ? [] : [node.text];
  return node?.kind === 'list' ? node.items.flatMap((item) => (item?.kind === 'scalar' ? textsOf(item) : [])) : [];
}
