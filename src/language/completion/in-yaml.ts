import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import type { Range } from '../../core/text/range.ts';
import { type Expected, type ExpectedIn, entryOf, expectedAt, expectedIn } from '../loose/expected.ts';
import { looseYaml } from '../loose/loose-block.ts';
import type { KeySpot, LooseMap, NewEntrySpot, ValueSpot } from '../loose/loose-node.ts';
import type { Candidates } from './candidate.ts';
import type { Completion, Completions } from './completion.ts';
import { completionOf } from './completion-of.ts';
import { dependencyPart } from './insert/dependency-frame.ts';
import { keyFrame } from './insert/key-frame.ts';
import { entryFrame, type Frame, valueFrame } from './insert/value-frame.ts';
import type { Key } from './keys/key.ts';
import { keysFor } from './keys/keys-for.ts';
import type { CompletionRequest } from './request.ts';
import { collectionEntries, entriesAt, frontMatterSnippets } from './snippets/placed.ts';
import { candidatesFor } from './values/candidates-for.ts';
import { linkCandidates } from './values/dependency-link.ts';

/** Keys, values and entries, where the cursor is in front matter or in the configuration. */
export function inYaml(request: CompletionRequest, content: Range, isConfiguration: boolean): Completions | undefined {
  const { spot } = looseYaml(request.text, content.start, content.end, request.offset);
  const known = { isConfiguration, ownFields: request.plan.config.ownFields };
  switch (spot?.kind) {
    case 'key':
      return atKey(request, spot, known);
    case 'value':
      return atValue(request, spot, known);
    case 'new-entry':
      return atNewEntry(request, spot, known);
    default:
      return undefined;
  }
}

const all = (list: readonly Completion[]): Completions => ({ list, incomplete: false });

function atKey(request: CompletionRequest, spot: KeySpot, known: ExpectedIn): Completions | undefined {
  const { text, offset } = request;
  const expected: Expected | undefined = expectedIn(spot.map ?? NO_MAP, known);
  const frame = keyFrame(text, offset, spot);
  // Behind the second quote of a key nothing belongs to it any more.
  if (!expected || !frame || offset > frame.range.end) return undefined;
  const keys = keysFor(expected, spot, request);
  const list = collectionEntries(keys, request, spot.map).map((key) =>
    keyCompletion(key, frame.range, frame.write(key)),
  );
  const isFirst =
    expected.kind === 'document' && (spot.map?.pairs.filter((pair) => pair !== spot.pair).length ?? 0) === 0;
  const isNew = isFirst && !spot.map?.flow && spot.pair?.colon === undefined && !spot.pair?.value;
  return all(isNew ? [...list, ...frontMatterSnippets(request, frame.range)] : list);
}

/** What stands for a mapping that has no key yet. */
const NO_MAP: LooseMap = {
  kind: 'map',
  flow: false,
  column: 0,
  start: 0,
  of: undefined,
  pairs: [],
  closed: true,
  end: 0,
};

function keyCompletion(
  { name, kind, doc, form }: Key,
  range: Range,
  written: Pick<Completion, 'text' | 'isSnippet' | 'asksAgain'>,
): Completion {
  const meaning = [doc, form.form === '' ? '' : `Form: ${form.form}.`]
    .filter((part) => part !== '')
    .map(escapeMarkdown);
  return {
    label: name,
    kind,
    ...(doc && { description: doc }),
    documentation: meaning.join('\n\n'),
    filter: name,
    range,
    ...written,
  };
}

function atValue(request: CompletionRequest, spot: ValueSpot, known: ExpectedIn): Completions | undefined {
  const { text, offset } = request;
  const expected = expectedAt(spot.slot, known);
  if (!expected) return undefined;
  if (expected.kind === 'items' || expected.kind === 'item') return all(entriesAt(request, spot, expected));
  const isList = expected.kind === 'value' && expected.form.of !== undefined && spot.slot.kind === 'pair';
  const meant = isList ? (entryOf(expected) as Expected) : expected;
  if (meant.kind === 'value' && meant.form.name === 'dependency') {
    const part = dependencyPart(text, offset, spot);
    if (part?.part === 'link') return completions({ list: linkCandidates(part.frame.typed) }, part.frame);
    const frame = part && (part.frame ?? valueFrame(text, offset, spot, isList));
    return frame && completions(candidatesFor(meant, spot.slot, frame.typed, request), frame);
  }
  const frame = valueFrame(text, offset, spot, isList);
  if (!frame) return undefined;
  const isMap = meant.kind === 'value' && (meant.form.keys ?? meant.form.each) && meant.form.name !== 'estimate';
  if (!isMap) return completions(candidatesFor(meant, spot.slot, frame.typed, request), frame);
  const keys = inNewMap(request, spot, meant, frame, isList);
  if (!meant.form.alone) return keys;
  const alone = { ...meant, form: meant.form.alone };
  const values = completions(candidatesFor(alone, spot.slot, frame.typed, request), frame);
  return { list: [...(values?.list ?? []), ...(keys?.list ?? [])], incomplete: values?.incomplete ?? false };
}

/** The first key of a mapping that is not there yet: in braces, or on a line of its own. */
function inNewMap(
  request: CompletionRequest,
  spot: ValueSpot,
  expected: Expected,
  frame: Frame,
  isList: boolean,
): Completions | undefined {
  if (spot.scalar || spot.comma || isList) return undefined;
  const keys = keysFor(expected, { kind: 'key', map: undefined, pair: undefined }, request);
  const list = keys.map((key) => {
    const isOwnLine = spot.column !== undefined;
    const plain = isOwnLine ? `${key.name}: ` : `{ ${key.name}: $1 }`;
    const { text } = frame.write({ value: key.name, plain });
    return keyCompletion(key, frame.range, { text, isSnippet: !isOwnLine, asksAgain: true });
  });
  return all(list);
}

function atNewEntry(request: CompletionRequest, spot: NewEntrySpot, known: ExpectedIn): Completions | undefined {
  const { list, column } = spot;
  const expected = list.of && entryOf(expectedAt(list.of, known));
  if (!expected || !list.of) return undefined;
  const slot = { kind: 'entry' as const, in: list, start: request.offset, value: undefined };
  if (expected.kind === 'item')
    return all(
      entriesAt(
        request,
        { kind: 'value', slot: list.of, scalar: undefined, column },
        { kind: 'items', type: expected.type },
      ),
    );
  const frame = entryFrame(request.text, request.offset, column);
  return completions(candidatesFor(expected, slot, frame.typed, request), frame);
}

function completions(candidates: Candidates | undefined, frame: Frame): Completions | undefined {
  if (!candidates) return undefined;
  const list = candidates.list.map((candidate) => completionOf(candidate, frame.range, frame.write(candidate)));
  return { list, incomplete: candidates.incomplete ?? false };
}
