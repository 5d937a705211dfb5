import assert from 'node:assert/strict';
import { type Step, stepsTo } from '../../../src/core/fixes/edit/tree.ts';
import { canonicalFieldName } from '../../../src/core/model/field-name.ts';
import { scanBody } from '../../../src/core/parse/body/scan.ts';
import { splitFrontMatter } from '../../../src/core/parse/front-matter.ts';
import type { YamlNode, YamlResult } from '../../../src/core/parse/yaml/node.ts';
import { readYaml } from '../../../src/core/parse/yaml/read.ts';
import type { Range } from '../../../src/core/text/range.ts';
import type { Completion } from '../../../src/language/completion/completion.ts';
import type { CompletionRequest } from '../../../src/language/completion/request.ts';
import { plainSnippet } from '../../../src/language/completion/snippet.ts';
import { frontMatterAt } from '../../../src/language/loose/front-matter-at.ts';
import { looseYaml } from '../../../src/language/loose/loose-block.ts';
import type { LooseMap, Slot, Spot } from '../../../src/language/loose/loose-node.ts';
import { accepted } from '../../support/completion.ts';

/** Accepts a proposal and looks whether it stands there as it was meant, and nothing else has changed. */
export function checkAccepted({ text, offset }: CompletionRequest, completion: Completion): void {
  const { range } = completion;
  assert.ok(
    range.start <= offset && offset <= range.end && range.end <= text.length,
    'the cursor is not in what it replaces',
  );
  assert.doesNotMatch(text.slice(range.start, range.end), /[\r\n]/, 'it replaces more than one line');
  const content = frontMatterAt(text, offset);
  if (!content) {
    if (completion.kind === 'item') checkProse(text, offset, completion);
    return;
  }
  const after = accepted(text, completion);
  const grown = { start: content.start, end: content.end + after.length - text.length };
  // Dashes of a snippet close front matter that was open.
  const fence = /(?:\r\n|\r|\n)---(?=[\r\n]|$)/.exec(after.slice(grown.start, grown.end));
  const now = fence ? { ...grown, end: grown.start + fence.index + 1 } : grown;
  const was = readYaml(text, content.start, content.end);
  const is = readYaml(after, now.start, now.end);
  const { spot } = looseYaml(text, content.start, content.end, offset);
  assert.ok(spot);
  checkWhole(was, is, spot.kind === 'key' && spot.pair?.colon !== undefined);
  if (is.broken || !is.root || completion.kind === 'snippet') return;
  checkPlace(spot, completion, after, is.root);
  if (!was.broken && was.problems.length === 0) checkOthers(was, is, text, completion);
}

/** A name in prose takes the place of a name and the brackets behind it, and is the mention that was meant. */
function checkProse(text: string, offset: number, completion: Completion): void {
  const { range, label } = completion;
  assert.match(text.slice(offset, range.end), /^[\p{L}\p{M}\p{N}._/-]*\]{0,2}$/u, 'it replaces prose');
  if (!text.slice(0, range.start).endsWith('[[')) return;
  assert.doesNotMatch(text.slice(range.start, offset), /[[\]|#]/, 'it replaces more than what was typed of the name');
  const after = accepted(text, completion);
  const { mentions } = scanBody(after, splitFrontMatter(after)?.bodyStart ?? 0);
  const found = mentions.find((mention) => mention.kind === 'wiki' && mention.range.start === range.start);
  assert.equal(found?.target, label, `it is no mention: ${JSON.stringify(after)}`);
  const rest = after.slice(range.start + completion.text.length);
  const isBehind = completion.text.endsWith(']]') || !rest.startsWith(']');
  assert.ok(isBehind, `the cursor is left before its brackets: ${JSON.stringify(after)}`);
}

/** @param isRenamed whether a key has another name now: what stands behind it may be looked at for the first time */
function checkWhole(was: YamlResult, is: YamlResult, isRenamed: boolean): void {
  // What is made out of YAML that is broken is not the same from one letter to the next.
  if (was.broken) return;
  assert.ok(!is.broken, `broken, and was not: ${is.problems[0]?.message}`);
  assert.ok(is.problems.length <= was.problems.length, `a problem more: ${is.problems.at(-1)?.message}`);
  if (isRenamed) return;
  assert.ok(is.surprises.length <= was.surprises.length, `a surprise more: ${is.surprises.at(-1)?.reason}`);
}

/** What was accepted is the key, or the value under the keys, that the cursor was at. */
function checkPlace(spot: Spot, completion: Completion, after: string, root: YamlNode): void {
  const written = completion.isSnippet ? plainSnippet(completion.text) : completion.text;
  const { label } = completion;
  const at = written.indexOf(label);
  if (at < 0) return;
  const steps = stepsTo(root, completion.range.start + at);
  const last = steps.at(-1);
  assert.ok(last, `it is nowhere in ${JSON.stringify(after)}`);
  const isKey = completion.kind === 'field' || completion.kind === 'collection' || completion.kind === 'rule';
  assert.deepEqual(keysOf(isKey ? steps.slice(0, -1) : steps), pathOf(spot), JSON.stringify(after));
  if (isKey) {
    assert.ok(last.kind === 'pair' && last.pair.key.text === label, `it is no key: ${JSON.stringify(after)}`);
    return;
  }
  const scalar = last.kind === 'pair' ? last.pair.value : last.node;
  assert.ok(scalar?.kind === 'scalar', `it is no value: ${JSON.stringify(after)}`);
  const isAlone = scalar.text.trim() === label.trim();
  assert.ok(
    isAlone || /^(?:item|person|word|duration)$/.test(completion.kind),
    `it reads ${JSON.stringify(scalar.text)}`,
  );
  assert.ok(scalar.text.includes(label), `it reads ${JSON.stringify(scalar.text)}`);
}

/** The keys on the way down to a place. */
const keysOf = (steps: readonly Step[]): string[] =>
  steps.flatMap((step) => (step.kind === 'pair' ? [canonicalFieldName(step.pair.key.text)] : []));

function pathOf(spot: Spot): string[] {
  switch (spot.kind) {
    case 'key':
      return pathOfSlot(spot.map?.of);
    case 'value':
      return pathOfSlot(spot.slot);
    case 'new-entry':
      return pathOfSlot(spot.list.of);
  }
}

function pathOfSlot(slot: Slot | undefined): string[] {
  const path: string[] = [];
  for (let at = slot; at; at = (at.in as LooseMap).of)
    if (at.kind === 'pair') path.unshift(canonicalFieldName(at.key.text));
  return path;
}

/** Everything but what was accepted is what it was: the same scalars in the same order. */
function checkOthers(was: YamlResult, is: YamlResult, before: string, { range, text, isSnippet }: Completion): void {
  // A link type becomes a part of the dependency before it.
  const lead = before.slice(0, range.start).trimEnd();
  // So does a key without a space after its colon.
  const from = lead.length - (/[\w-]+:$/.exec(lead)?.[0].length ?? 0);
  const by = (isSnippet ? plainSnippet(text) : text).length - (range.end - range.start);
  // Lines that were more text of what was replaced may be entries now.
  const touched = scalarsOf(was.root).filter(({ range: { start, end } }) => end >= from && start <= range.end);
  const to = Math.max(range.end, ...touched.map(({ range: { end } }) => end));
  const untouched = (root: YamlNode | undefined, shift: number): string[] =>
    scalarsOf(root).flatMap(({ range: { start, end }, text }) => {
      if (end < from) return [`${start} ${text}`];
      return start > to + shift ? [`${start - shift} ${text}`] : [];
    });
  assert.deepEqual(untouched(is.root, by), untouched(was.root, 0), 'something else changed');
}

function scalarsOf(node: YamlNode | undefined): { readonly range: Range; readonly text: string }[] {
  if (!node) return [];
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.pairs.flatMap(({ key, value }) => [key, ...scalarsOf(value)]);
  }
}
