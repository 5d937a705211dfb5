import { fieldFilter } from '../filter/field-filter.ts';
import type { Filter } from '../filter/filters.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { oneOf } from '../text/words.ts';
import { headOf, type WrittenOption } from './options.ts';
import { BLOCK_VIEWS, viewNamed } from './registry.ts';
import { closerMeantFor } from './strays.ts';
import type { BlockView } from './view.ts';

/** What the comment that begins a block asks for. */
export interface ReadBlock {
  readonly view: BlockView;
  readonly options: ReadonlyMap<string, string>;
  readonly accepts: Filter;
  readonly hasFilters: boolean;
}

/** Why a block cannot be generated. */
export interface BlockFault {
  readonly message: string;
  readonly range: Range;
  /** What probably was meant, in the place of the range. */
  readonly suggestion?: string | undefined;
  /** What has the same cause. */
  readonly related?: readonly { readonly message: string; readonly range: Range }[];
}

/** Reads what a live block asks for, or says why that cannot be. */
export function readBlock(
  block: LiveBlock,
  document: ParsedDocument,
  plan: Plan,
): { readonly asked: ReadBlock; readonly fault?: undefined } | { readonly fault: BlockFault } {
  if (!block.close) return { fault: unclosed(block, document) };
  const { viewRange, options: written, unreadable } = headOf(block, document.text);
  const view = viewNamed(block.view);
  if (!view) return { fault: unknownView(block.view, viewRange) };
  if (unreadable) {
    const word = quoted(document.text.slice(unreadable.start, unreadable.end));
    return {
      fault: { message: `${word} is no option: write key=value, quoted where it holds spaces`, range: unreadable },
    };
  }
  const options = new Map<string, string>();
  const filters: Filter[] = [];
  for (const option of written) {
    const fault = Object.hasOwn(view.options, option.name)
      ? ownOption(option, view, options, plan, document.path)
      : filterOption(option, view, filters, plan);
    if (fault) return { fault };
  }
  const accepts: Filter = (item) => filters.every((filter) => filter(item));
  return { asked: { view, options, accepts, hasFilters: filters.length > 0 } };
}

function unclosed(block: LiveBlock, document: ParsedDocument): BlockFault {
  const { open } = block;
  const first = 'this live block is not closed';
  const line = '<!-- /milepost --> on a line of its own';
  const next = document.body.blocks.find((other) => other.open.start > open.start);
  const closer = closerMeantFor(block, document.body);
  if (closer && closer.start < (next?.open.start ?? Infinity)) {
    const message = `${first} by what stands too far to the right: write ${line}, as far to the left as this`;
    return { message, range: open, related: [{ message: 'this would be code, and closes nothing', range: closer }] };
  }
  // A block that begins before this one ends may be meant to stand in it.
  const message =
    next && document.text.indexOf('/milepost', open.end) > next.open.end
      ? `${first} before the next one begins, and blocks do not hold blocks: write ${line} before that`
      : `${first}: write ${line} where it ends`;
  return { message, range: open, related: closer ? [{ message: 'this closes nothing', range: closer }] : [] };
}

function unknownView(name: string, range: Range): BlockFault {
  const names = BLOCK_VIEWS.map((view) => view.name);
  if (name === '') return { message: `a live block names its view: write ${oneOf(names)}`, range };
  const near = nearest(name, names);
  return {
    message: `there is no view ${quoted(name)}: ${near ? `did you mean ${near}?` : `write ${oneOf(names)}`}`,
    range,
    suggestion: near,
  };
}

function ownOption(
  { name, value, range, valueRange }: WrittenOption,
  view: BlockView,
  options: Map<string, string>,
  plan: Plan,
  from: string,
): BlockFault | undefined {
  if (options.has(name)) return { message: `${name} is there twice: remove one`, range };
  options.set(name, value);
  const why = view.options[name]?.check(value, plan, from);
  return why === undefined ? undefined : { message: `${name}: ${why}`, range: valueRange };
}

function filterOption(
  { name, value, range, valueRange }: WrittenOption,
  view: BlockView,
  filters: Filter[],
  plan: Plan,
): BlockFault | undefined {
  const filter = fieldFilter(name, value, plan);
  if (filter.ok) {
    filters.push(filter.value);
    return undefined;
  }
  const own = nearest(name, Object.keys(view.options));
  if (filter.suggestion === undefined && own === undefined) {
    // A value that the field cannot hold, or a word that is near nothing.
    const isField = filter.why.startsWith('no item has');
    return { message: filter.why, range: isField ? range : valueRange };
  }
  const near = own ?? filter.suggestion;
  const key = { start: range.start, end: range.start + name.length };
  return {
    message: `a ${view.name} block has no option ${quoted(name)}: did you mean ${near}=…?`,
    range: key,
    suggestion: near,
  };
}
