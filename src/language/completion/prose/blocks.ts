import { BLOCK_VIEWS } from '../../../core/blocks/registry.ts';
import { fieldNames, fieldOf, ITEM_TYPES } from '../../../core/model/registry.ts';
import { statusesOf } from '../../../core/model/status.ts';
import { escapeMarkdown } from '../../../core/text/escape-markdown.ts';
import type { Range } from '../../../core/text/range.ts';
import { type Asker, askerOf } from '../../loose/asker.ts';
import type { LooseMap } from '../../loose/loose-node.ts';
import type { Candidates } from '../candidate.ts';
import type { Completion, Completions } from '../completion.ts';
import { completionOf } from '../completion-of.ts';
import { newlineOf } from '../insert/line.ts';
import type { CompletionRequest } from '../request.ts';
import { inSnippet } from '../snippet.ts';
import { durationCandidates } from '../values/durations.ts';
import { peopleInUse, textsInUse } from '../values/in-use.ts';
import { itemCandidates } from '../values/items.ts';
import { periodCandidates } from '../values/periods.ts';
import { wordCandidates } from '../values/words.ts';
import type { BlockSpot } from './block-at.ts';

/** What the comment that opens a live block can say at a place. */
export function blockCompletions(request: CompletionRequest, spot: BlockSpot, root: LooseMap | undefined): Completions {
  switch (spot.part) {
    case 'whole':
      return all(wholeBlocks(request.text, spot.range));
    case 'view':
      return all(views(request.text, spot));
    case 'option':
      return all(options(spot));
    case 'value': {
      const found = values(spot, request, root);
      const list = found.list.flatMap((candidate) => {
        const written = writtenValue(candidate.value, spot.quote, request, spot.range);
        return written === undefined ? [] : [completionOf(candidate, spot.range, { text: written, isSnippet: false })];
      });
      return { list, incomplete: found.incomplete ?? false };
    }
  }
}

const all = (list: readonly Completion[]): Completions => ({ list, incomplete: false });

/** Live blocks with both of their comments, in the place of a stretch. */
export function wholeBlocks(text: string, range: Range): Completion[] {
  const newline = newlineOf(text);
  return BLOCK_VIEWS.map(({ name, doc }) => ({
    label: `milepost ${name}`,
    kind: 'snippet',
    detail: 'live block',
    documentation: escapeMarkdown(doc),
    filter: `<!-- milepost ${name}`,
    range,
    text: `<!-- milepost ${name}$1 -->${newline}<!-- /milepost -->${newline}$0`,
    isSnippet: true,
    asksAgain: false,
  }));
}

function views(text: string, { range, rest }: Extract<BlockSpot, { part: 'view' }>): Completion[] {
  const newline = newlineOf(text);
  const isAlone = !rest.closed && /^[ \t]*-{0,2}>?[ \t]*$/.test(text.slice(rest.range.start, rest.range.end));
  return BLOCK_VIEWS.map(({ name, doc }) => ({
    label: name,
    kind: 'view',
    documentation: escapeMarkdown(doc),
    filter: name,
    range: isAlone ? { start: range.start, end: rest.range.end } : range,
    text: isAlone ? `${name}$1 -->${newline}<!-- /milepost -->` : inSnippet(name),
    isSnippet: isAlone,
    asksAgain: false,
  }));
}

function options({ range, view, used, hasValue }: Extract<BlockSpot, { part: 'option' }>): Completion[] {
  const own = Object.entries(view?.options ?? {}).map(([name, { doc }]) => [name, doc] as const);
  const filters = FILTERS.filter((name) => !Object.hasOwn(view?.options ?? {}, name)).map(
    (name) => [name, `Only items whose ${name} is this.`] as const,
  );
  return [...own, ...filters]
    .filter(([name]) => !used.has(name))
    .map(([name, doc]) => ({
      label: name,
      kind: 'field',
      documentation: escapeMarkdown(doc),
      filter: name,
      range,
      text: hasValue ? name : `${name}=`,
      isSnippet: false,
      asksAgain: !hasValue,
    }));
}

/** The fields that items are found by, those first by which people mostly ask. */
const FILTERS: readonly string[] = [
  ...new Set([
    ...['owner', 'workstream', 'program', 'status', 'tags', 'due', 'phase', 'priority', 'type', 'health'],
    ...ITEM_TYPES.flatMap((type) => fieldNames(type)),
  ]),
];

function values(
  { view, name, range }: Extract<BlockSpot, { part: 'value' }>,
  request: CompletionRequest,
  root: LooseMap | undefined,
): Candidates {
  const { plan, text, offset } = request;
  const asker = askerOf(request, root, undefined);
  const option = view && Object.hasOwn(view.options, name) ? view.options[name] : undefined;
  const words = (list: readonly string[]): Candidates => ({ list: list.map((value) => ({ value, kind: 'word' })) });
  if (option?.words) return words(option.words);
  if (name === 'depth') return words(['1', '2', '3', '4']);
  if (name === 'program') return words(plan.programs.map(({ id }) => id));
  if (name === 'type') return words(ITEM_TYPES.map((type) => type.name));
  if (name === 'status') return words([...new Set(ITEM_TYPES.flatMap((type) => statusesOf(type)))]);
  const typed = text.slice(range.start, offset);
  if (name === 'focus') return items(['any'], typed, asker, request);
  return ofField(name, typed, asker, request);
}

function ofField(name: string, typed: string, asker: Asker, request: CompletionRequest): Candidates {
  if (name === 'workstream') return items(['workstream'], typed, asker, request);
  for (const type of ITEM_TYPES) {
    const spec = fieldOf(type, name);
    if (!spec) continue;
    const form = spec.kind.of ?? spec.kind;
    if (form.name === 'person') return { list: peopleInUse(request.plan, asker.program) };
    if (form.name === 'reference' || form.name === 'dependency')
      return items(spec.refersTo ?? ['any'], typed, asker, request);
    if (form.words) return { list: wordCandidates(form) };
    if (form.name === 'date' || form.name === 'day') return { list: periodCandidates(request.today) };
    if (form.name === 'duration' || form.name === 'interval') return { list: durationCandidates(form.name) };
    return { list: form.name === 'text' ? textsInUse(request.plan, name, asker.program) : [] };
  }
  return { list: request.plan.config.ownFields.has(name) ? textsInUse(request.plan, name, asker.program) : [] };
}

const items = (types: readonly string[], typed: string, asker: Asker, request: CompletionRequest): Candidates =>
  itemCandidates({
    now: request,
    asker: { ...asker, item: undefined },
    types,
    field: undefined,
    linked: new Set(),
    typed,
  });

/** An option's value, in quotes where it holds spaces. Undefined where it cannot be written in a comment. */
function writtenValue(value: string, quote: string, { text }: CompletionRequest, range: Range): string | undefined {
  if (/[\r\n]|--/.test(value)) return undefined;
  if (quote !== '') return value.includes(quote) ? undefined : text[range.end] === quote ? value : value + quote;
  if (!/[\s"']/.test(value)) return value;
  if (!value.includes('"')) return `"${value}"`;
  return value.includes("'") ? undefined : `'${value}'`;
}
