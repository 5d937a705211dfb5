import assert from 'node:assert/strict';
import { NO_CONFIGURATION } from '../../../src/core/config/configuration.ts';
import { applyEdits, byPlace } from '../../../src/core/fixes/edit/apply.ts';
import type { Fix, TextEdit } from '../../../src/core/fixes/fix.ts';
import type { ValueFiles } from '../../../src/core/metrics/source/value-files.ts';
import { readValueTable } from '../../../src/core/metrics/source/value-table.ts';
import type { ParsedDocument } from '../../../src/core/parse/document.ts';
import { parseDocument } from '../../../src/core/parse/parse-document.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import type { Finding } from '../../../src/core/rules/finding.ts';
import { buildSnapshot } from '../../../src/workspace/build.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { run } from '../../support/plan.ts';
import { MAY_CHANGE } from './may-change.ts';

export type Texts = ReadonlyMap<string, string>;

export const TODAY = 20_778; // 2026-11-21

/** The one file that metrics can have their values in. */
const VELOCITY = readValueTable('data/velocity.csv', 'date,x\n2026-11-20,4\n');
const VALUE_FILES: ValueFiles = {
  paths: [VELOCITY.source.path],
  at: (path) => (path === VELOCITY.source.path ? VELOCITY : undefined),
};

const OPTIONS = { ...NO_CONFIGURATION.config, rootName: 'plan' };

/** The document of a text, or none. */
export const parse = (path: string, text: string): ParsedDocument | undefined => parseDocument(path, text, OPTIONS);

/** The snapshot of a plan of documents that have been read already. */
export function snapshotOfDocuments(documents: readonly ParsedDocument[], paths: ReadonlySet<string>): Snapshot {
  return run(
    buildSnapshot({
      revision: 1,
      complete: true,
      today: TODAY,
      touched: undefined,
      documents,
      configuration: NO_CONFIGURATION,
      rootName: 'plan',
      hasFile: (path) => paths.has(path),
      hasFileNamed: () => false,
      valueFiles: VALUE_FILES,
      partial: false,
    }),
  );
}

/** Applies a fix and looks whether it does what it says, and nothing else. */
export function checkFix(before: Snapshot, texts: Texts, finding: Finding, fix: Fix): void {
  const changed = new Map<string, ParsedDocument>();
  for (const path of new Set(fix.edits.map((edit) => edit.path))) {
    const text = texts.get(path);
    assert.ok(text !== undefined, `${path} is no file`);
    const edits = fix.edits.filter((edit) => edit.path === path);
    checkEdits(text, edits, fix.code);
    const document = parse(path, applyEdits(text, edits));
    assert.ok(document, `${path} is no part of the plan any more`);
    checkWhole(before.plan.documentAt(path), document, fix.code);
    changed.set(path, document);
  }
  if (fix.creates) {
    const { path, text } = fix.creates;
    assert.ok(!texts.has(path), `${path} exists`);
    assert.match(path, /^(?:[\p{L}\p{N}][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}][\p{L}\p{N}._-]*\.md$/u);
    const document = parse(path, text);
    assert.ok(document && document.problems.length === 0, `${path} is not right`);
    changed.set(path, document);
  }
  assert.ok(changed.size > 0, 'it does nothing');
  const documents = before.plan.documents.map((document) => changed.get(document.path) ?? document);
  for (const [path, document] of changed) if (!before.plan.documentAt(path)) documents.push(document);
  const after = snapshotOfDocuments(documents, new Set([...texts.keys(), ...changed.keys()]));
  checkGone(before, after, finding, fix);
  checkValues(before, after, finding, fix);
}

/** Edits stand in the text, apart from each other, change something, and rewrite no line. */
function checkEdits(text: string, edits: readonly TextEdit[], code: string): void {
  let last = -1;
  for (const { range, text: replacement } of [...edits].sort(byPlace)) {
    assert.ok(range.start >= last && range.start <= range.end && range.end <= text.length, 'edits overlap');
    const replaced = text.slice(range.start, range.end);
    assert.notEqual(replaced, replacement);
    assert.ok(
      // The text of a live block is all Milepost's.
      code === 'outdated-block' || /^(?:\[\])?$/.test(replacement) || !/[\r\n]/.test(replaced.trim()),
      `a whole line is rewritten: ${replaced}`,
    );
    last = range.end;
  }
}

const BROKEN = ['invalid-front-matter', 'merge-conflict', 'yaml-surprise'];

function checkWhole(before: ParsedDocument | undefined, after: ParsedDocument, code: string): void {
  assert.ok(before);
  // What is no front matter nobody has looked at.
  const isNew = before.problems.some((problem) => problem.code === 'unfenced-front-matter');
  for (const broken of BROKEN) {
    // A field that had no meaning is looked at for the first time.
    if (isNew || code === 'merge-conflict' || (code === 'unknown-field' && broken === 'yaml-surprise')) continue;
    const count = ({ problems }: ParsedDocument): number =>
      problems.filter((problem) => problem.code === broken).length;
    assert.ok(count(after) <= count(before), `more ${broken} than before`);
  }
  assert.ok(!after.broken || before.broken, 'broken, and was not');
}

function checkGone(before: Snapshot, after: Snapshot, finding: Finding, fix: Fix): void {
  const same = ({ findings }: Snapshot): number =>
    findings.filter(
      ({ code, source, message, item }) =>
        code === finding.code &&
        source.path === finding.source.path &&
        message === finding.message &&
        item?.key === finding.item?.key,
    ).length;
  assert.ok(same(after) < same(before), 'the finding is still there');
  const edits = fix.edits.filter(({ path }) => path === finding.source.path);
  const place = moved(finding.range.start, edits);
  // A value that was nothing can be wrong in another way once it is something.
  if (place === undefined || finding.code === 'invalid-value') return;
  const others = before.findings.filter(
    ({ code, range }) => code === finding.code && range.start === finding.range.start,
  );
  const there = after.findings.find(
    ({ code, source, range, message }) =>
      code === finding.code &&
      source.path === finding.source.path &&
      range.start === place &&
      !others.some((other) => other.message === message),
  );
  assert.ok(!there, `there is another of the same kind in its place: ${there?.message}`);
}

/** Where an offset is after edits; undefined where it is gone. */
function moved(offset: number, edits: readonly TextEdit[]): number | undefined {
  let by = 0;
  for (const { range, text } of [...edits].sort(byPlace)) {
    if (range.start > offset) break;
    if (range.end > offset && range.start !== range.end && text === '') return undefined;
    if (range.end > offset) continue;
    if (range.end === offset && range.start === range.end && text === '') continue;
    by += text.length - (range.end - range.start);
  }
  return offset + by;
}

/** No values change but those that a fix of its kind is there to change. */
function checkValues(before: Snapshot, after: Snapshot, finding: Finding, fix: Fix): void {
  const may = MAY_CHANGE[fix.code] ?? [];
  if (may === 'anything') return;
  // What YAML alone misreads is to Milepost the same with quotes.
  const isSame = fix.safe && fix.code === 'yaml-surprise' && !finding.message.includes('comma');
  const fields = /^Silence /.test(fix.title) ? ['mute'] : isSame ? [] : may;
  for (const [kind, items] of byKind(after.plan.items)) {
    const were = byKind(before.plan.items).get(kind) ?? [];
    for (const [index, item] of items.entries()) {
      // What is new is what was created, or has an id now.
      const place = items.slice(0, index).filter(({ id }) => id === item.id).length;
      const was = items.length === were.length ? were[index] : were.filter(({ id }) => id === item.id)[place];
      if (!was) continue;
      const [now, then] = [valuesOf(item), valuesOf(was)];
      for (const field of new Set([...Object.keys(now), ...Object.keys(then)])) {
        if (fields.includes(field) || now[field] === then[field]) continue;
        assert.fail(`${field} of ${kind} ${item.id} changed: ${then[field]} → ${now[field]}`);
      }
    }
  }
}

/** Items by document and type. */
function byKind(items: readonly Item[]): Map<string, Item['parsed'][]> {
  const found = new Map<string, Item['parsed'][]>();
  for (const { parsed, document } of items) {
    const kind = `${document.path} ${parsed.type.name}`;
    const same = found.get(kind);
    if (same) same.push(parsed);
    else found.set(kind, [parsed]);
  }
  return found;
}

const known = new WeakMap<Item['parsed'], Record<string, string>>();

function valuesOf(item: Item['parsed']): Record<string, string> {
  let values = known.get(item);
  if (!values) {
    values = { status: item.status, title: String(item.title) };
    for (const [field, value] of Object.entries(item.values)) {
      if (value !== undefined)
        values[field] = typeof value === 'object' ? JSON.stringify(value, withoutPlaces) : String(value);
    }
    known.set(item, values);
  }
  return values;
}

const withoutPlaces = (key: string, value: unknown): unknown =>
  key === 'range' || key === 'codeRange' || key === 'lagRange' ? undefined : value;
