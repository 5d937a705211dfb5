import assert from 'node:assert/strict';
import { diffLines } from 'diff';
import { applyEdits } from '../../../src/core/fixes/edit/apply.ts';
import type { Fix } from '../../../src/core/fixes/fix.ts';
import { fixesFor } from '../../support/fixes.ts';
import { type PlanOptions, snapshotOf } from '../../support/plan.ts';

export type Files = Readonly<Record<string, string>>;

/** A file of front matter alone, of which only the lines are given; each of them is one of a milestone. */
export const milestone = (lines: string): Files => ({ 'plan.md': `---\ntype: milestone\nid: api\n${lines}\n---\n` });

/** A program with collections, of which only the lines are given. */
export const program = (lines: string): Files => ({ 'plan.md': `---\ntype: program\nid: atlas\n${lines}\n---\n` });

/** The fixes that are offered for the findings of a rule, in order. */
export function fixesOf(files: Files, code: string, options?: PlanOptions): readonly Fix[] {
  const snapshot = snapshotOf(files, options);
  const findings = snapshot.findings.filter((finding) => finding.code === code);
  assert.ok(findings.length > 0, `no ${code} among ${snapshot.findings.map((finding) => finding.code)}`);
  return findings.flatMap((finding) => fixesFor(finding, snapshot));
}

/** What they do, in short: an asterisk for the preferred ones, an exclamation mark for those that are safe. */
export const offered = (files: Files, code: string, options?: PlanOptions): string[] =>
  fixesOf(files, code, options).map(
    ({ title, preferred, safe }) => `${preferred ? '* ' : ''}${title}${safe ? ' !' : ''}`,
  );

/** The lines that the fix of a title takes away and adds, by file where there are several. */
export function changes(files: Files, code: string, title: string, options?: PlanOptions): string[] {
  const fixes = fixesOf(files, code, options);
  const fix = fixes.find((one) => one.title.startsWith(title));
  assert.ok(fix, `no fix “${title}” among ${fixes.map((one) => one.title).join(' | ')}`);
  const paths = [...new Set(fix.edits.map(({ path }) => path))];
  const changed = paths.flatMap((path) => {
    const before = files[path] as string;
    const edits = fix.edits.filter((edit) => edit.path === path);
    const lines = diffLines(before, applyEdits(before, edits)).flatMap(({ added, removed, value }) =>
      added || removed ? value.split(/(?<=\n)/).map((line) => `${added ? '+' : '-'}${line.replace(/\n$/, '')}`) : [],
    );
    return paths.length > 1 || fix.creates ? [path, ...lines] : lines;
  });
  return fix.creates ? [...changed, `create ${fix.creates.path}`, fix.creates.text] : changed;
}
