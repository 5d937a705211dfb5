import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Example, readRuleComment } from '../../../scripts/generate/rule-comment.ts';
import { RULES } from '../../../src/core/rules/registry.ts';
import type { BaselineGiven } from '../../../src/core/state/baseline.ts';
import { snapshotOf } from '../../support/plan.ts';

/** Every rule's own examples: the findings must be exactly those that are marked, of every rule. */
describe('rules', () => {
  for (const rule of RULES) {
    describe(rule.code, () => {
      const source = readFileSync(new URL(`../../../src/core/rules/${rule.code}.ts`, import.meta.url), 'utf8');
      const { explanation, examples } = readRuleComment(source);

      it('is explained', () => {
        assert.ok(explanation.length > 40);
        assert.ok(examples.some((example) => example.ok));
        assert.ok(examples.some((example) => !example.ok && marked(example).length > 0));
      });

      for (const [index, example] of examples.entries()) {
        it(`${example.ok ? 'ok' : 'not ok'} ${index + 1}${example.about ? `: ${example.about}` : ''}`, () => {
          const files = Object.fromEntries(example.files.map(({ path, text }) => [path, text]));
          const today = example.today ? { today: example.today } : {};
          const found = snapshotOf(files, { ...today, baseline: baselineOf(files) }).findings.map((finding) => {
            const { start, end } = finding.source.lines.span(finding.range);
            return `${finding.source.path}:${start.line + 1}:${start.column}-${end.column} ${finding.code}`;
          });
          assert.deepEqual(found, marked(example));
        });
      }
    });
  }
});

/** The repository of the examples has one revision, called v1-plan. */
function baselineOf({ 'milepost.yaml': yaml = '' }: Readonly<Record<string, string>>): BaselineGiven {
  const [, name = 'v1-plan'] = /^baseline: (\S+)$/m.exec(yaml) ?? [];
  return name === 'v1-plan'
    ? { name, commit: '', day: 0, items: [], finishes: new Map() }
    : { name, why: 'there is no such revision' };
}

function marked({ files }: Example): string[] {
  return [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, marks }) =>
      marks.map(({ line, start, end, code }) => `${path}:${line + 1}:${start}-${end} ${code}`),
    );
}
