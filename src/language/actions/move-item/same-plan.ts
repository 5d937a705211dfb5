import { programOf } from '../../../core/fixes/program-of.ts';
import { shown } from '../../../core/fixes/words.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import type { Item } from '../../../core/plan/item.ts';
import { destinationOf } from '../../../core/plan/mentions.ts';
import { buildPlan, type Plan } from '../../../core/plan/plan.ts';
import { ProseIndex } from '../../../core/plan/prose-index.ts';
import type { Range } from '../../../core/text/range.ts';
import { MoveRefused } from './refused.ts';

/** The documents of a plan that are others after a move, or come, or go. */
export interface Changed {
  readonly before: readonly ParsedDocument[];
  readonly after: readonly ParsedDocument[];
}

/**
 * Refuses unless a plan says the same once documents of it have changed: the same items, of the same programs and
 * workstreams, with the same values, references, prose and mentions. Pauses, as a
 * generator, so that a host can do something else.
 * @param section the heading that stands before the prose of an item then, and not now, or the one that is another
 */
export function* checkSamePlan(
  plan: Plan,
  { before, after }: Changed,
  section?: { readonly item: Item; readonly text: string; readonly isNew: boolean },
): Generator<void, void> {
  const gone = new Set(before);
  const paths = new Set(after.map(({ path }) => path));
  const left = new Set(before.map(({ path }) => path).filter((path) => !paths.has(path)));
  const then = yield* buildPlan({
    ...plan.parts.input,
    hasFile: (path) => paths.has(path) || (!left.has(path) && plan.hasFile(path)),
    documents: [...plan.documents.filter((document) => !gone.has(document)), ...after],
  });
  const key = section?.item.key;
  const headings = (item: Item, texts: readonly string[]): readonly string[] =>
    section && item.key === key ? [section.text, ...texts.slice(section.isNew ? 0 : 1)] : texts;
  const was = yield* told(plan, before, headings);
  const is = new Set(yield* told(then, after, (_, texts) => texts));
  const lost = was.find((line) => !is.has(line));
  if (lost !== undefined) throw new MoveRefused(`the plan would not be the same: ${shown(lost)}`);
  const known = new Set(was);
  const more = [...is].find((line) => !known.has(line));
  if (more !== undefined) throw new MoveRefused(`the plan would not be the same: ${shown(more)}`);
  if (then.cycles.length !== plan.cycles.length || then.problems.size !== plan.problems.size) {
    throw new MoveRefused('the plan would not be the same: it would hang together otherwise');
  }
  checkProblems(before, after);
  for (const document of after) {
    const own = before.find(({ path }) => path === document.path);
    if (own && document.body.blocks.length > 0 && programOf(own, plan) !== programOf(document, then)) {
      throw new MoveRefused(`the live blocks in ${shown(document.path)} would show another program`);
    }
  }
}

/** What is wrong stays wrong in the same way: a move mends nothing without a word. */
function checkProblems(before: readonly ParsedDocument[], after: readonly ParsedDocument[]): void {
  if (after.some(({ broken }) => broken) && !before.some(({ broken }) => broken)) {
    throw new MoveRefused('its fields could not be read any more in the new place');
  }
  const left = before.flatMap(({ problems }) => problems);
  const come = after
    .flatMap(({ problems }) => problems)
    .filter(({ code, message }) => {
      const index = left.findIndex((problem) => problem.code === code && problem.message === message);
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
  // Some are told in other words of a file than of an entry.
  for (const { code, message } of come) {
    const index = left.findIndex((problem) => problem.code === code);
    if (index < 0) throw new MoveRefused(message);
    left.splice(index, 1);
  }
  const [first] = left;
  if (first) throw new MoveRefused(`mend this first: ${first.message}`);
}

/** How many items are told before a pause is offered. */
const AT_ONCE = 250;

/** What a plan says, a line for each item, reference and mention. Values are told of documents that change. */
function* told(
  plan: Plan,
  changed: readonly ParsedDocument[],
  headings: (item: Item, texts: readonly string[]) => readonly string[],
): Generator<void, readonly string[]> {
  const lines: string[] = [];
  for (const [index, item] of plan.items.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const { key, type, status, program, workstream, owner } = item;
    lines.push([key, type.name, status, program, workstream, owner?.name, item.title].join(' '));
    for (const { field, target, fault, link, lag } of plan.referencesFrom(item)) {
      // Where it belongs is told already, and may be written then; but as something that is there, and that it can be.
      if ((field === 'program' || field === 'workstream') && !fault) continue;
      lines.push([key, field, target?.key, fault?.kind, link, lag?.amount, lag?.unit].join(' '));
    }
    for (const { from, type: kind } of plan.linksTo(item)) lines.push(`${key} waits for ${from.key} ${kind}`);
  }
  for (const document of changed) {
    const prose = new ProseIndex(document, plan);
    const texts = byItem(document.body.headings, prose);
    const boxes = byItem(document.body.boxes, prose);
    for (const item of plan.itemsOf(document)) {
      const own = (texts.get(item) ?? []).map(({ text }) => text);
      lines.push(`${item.key} headings ${headings(item, own).join(' / ')}`);
      const ticks = (boxes.get(item) ?? []).map(({ checked }) => checked);
      lines.push(`${item.key} boxes ${ticks.join(' ')}`, `${item.key} ${valuesOf(item)}`);
      for (const line of writtenIn(item)) lines.push(`${item.key} ${line}`);
    }
  }
  for (const { found } of plan.mentions) {
    for (const { item, target, fault } of found) {
      lines.push(`${item?.key ?? ''} mentions ${target?.key ?? ''} ${fault !== undefined}`);
    }
  }
  return numbered(lines);
}

/** What stands in the prose of each item, in its order. */
function byItem<T extends { readonly range: Range }>(facts: readonly T[], prose: ProseIndex): ReadonlyMap<Item, T[]> {
  const found = new Map<Item, T[]>();
  for (const fact of facts) {
    const item = prose.itemAt(fact.range.start);
    const known = item && found.get(item);
    if (known) known.push(fact);
    else if (item) found.set(item, [fact]);
  }
  return found;
}

/** The values of an item, wherever they stand; what its new place says of it need not be written there, or may. */
function valuesOf({ parsed: { values }, document }: Item): string {
  const { program: _, workstream: __, needs, ...own } = values;
  const papers = needs?.map(({ value: { path, text } }) => {
    const leads = path === undefined ? undefined : destinationOf(path, document.path);
    return leads?.path === undefined ? text : `/${leads.path}#${leads.fragment ?? ''}`;
  });
  return JSON.stringify({ ...own, papers, title: undefined }, (key, value) => {
    if (key === 'range' || /Range$/.test(key)) return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/** The fields of an item as they are written, but for how far their lines stand in. */
function writtenIn({ parsed, document }: Item): readonly string[] {
  return [...parsed.fields.values()].flatMap(({ name, value }) => {
    if (!value || OF_THE_PLACE.has(name)) return [];
    const { start, end } = value.range;
    return `${name}: ${document.text
      .slice(start, end)
      .trimEnd()
      .replace(/\s*[\r\n]\s*/g, ' ')}`;
  });
}

/** What one place says and another does not, or not in the same words. */
const OF_THE_PLACE: ReadonlySet<string> = new Set(['type', 'id', 'title', 'program', 'workstream', 'needs']);

/** Lines, of which those that come again are told apart. */
function numbered(lines: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const count = (counts.get(line) ?? 0) + 1;
    counts.set(line, count);
    return count === 1 ? line : `${line} (${count})`;
  });
}
