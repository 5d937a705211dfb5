import { quoted } from '../text/visible.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

const known = new WeakMap<Plan, ReadonlyMap<string, readonly Item[]>>();

/** What to say of a title that stands where an id belongs, and the id to write; undefined where no item has it. */
export function adviceOnTitle(
  title: string,
  program: string | undefined,
  plan: Plan,
): { readonly message: string; readonly suggestion: string } | undefined {
  const item = itemTitled(title, program, plan);
  if (!item) return undefined;
  const name = item.program === program || item.type.name === 'program' ? item.id : item.key;
  return { message: `${quoted(title)} is the title of ${name}: write ${name}`, suggestion: name };
}

/** The item of that title, case and spaces aside: in a program, before any other; none where several have it. */
function itemTitled(title: string, program: string | undefined, plan: Plan): Item | undefined {
  let titles = known.get(plan);
  if (!titles) {
    titles = byTitle(plan.items);
    known.set(plan, titles);
  }
  const found = titles.get(fold(title)) ?? [];
  const own = found.filter((item) => item.program === program);
  const [item, ...others] = own.length > 0 ? own : found;
  return others.length === 0 ? item : undefined;
}

function byTitle(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const titles = new Map<string, Item[]>();
  for (const item of items) {
    const title = fold(item.title);
    const same = titles.get(title);
    if (same) same.push(item);
    else titles.set(title, [item]);
  }
  return titles;
}

const fold = (title: string): string => title.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
