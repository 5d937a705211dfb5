import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { readRuleComment } from '../../../scripts/generate/rule-comment.ts';
import { configKeys } from '../../../src/core/config/read-config.ts';
import type { Kind } from '../../../src/core/model/kind.ts';
import { fieldOf, ITEM_TYPES, typeNamed } from '../../../src/core/model/registry.ts';
import type { YamlNode } from '../../../src/core/parse/yaml/node.ts';
import { readYaml } from '../../../src/core/parse/yaml/read.ts';
import { RULE_CODES, RULES } from '../../../src/core/rules/registry.ts';
import { read } from '../../support/reading.ts';

/** Whether the kind takes a value, as it is written behind a key. */
function kindTakes(kind: Kind<unknown>, written: string): boolean {
  const text = `value: ${written}\n`;
  const { root, problems } = readYaml(text, 0, text.length);
  assert.deepEqual(problems, [], written);
  let taken = true;
  kind.read(root?.pairs[0]?.value as YamlNode, (_range, _message, code) => {
    if (code !== 'yaml-surprise') taken = false;
  });
  return taken;
}

/** Whether the schema takes what other readers of YAML make of the value. */
const schemaTakes = (kind: Kind<unknown>, written: string): boolean =>
  kind.schema(z).safeParse(parse(`value: ${written}\n`).value).success;

/** By field: values that are right, and values that are clearly wrong. */
const VALUES: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
  'gate.needs': [
    [
      '[docs/threat-model.md, dr-exercise]',
      'design.pdf',
      'https://example.org/x',
      'atlas/dr-exercise',
      '../a b.md',
      '7',
    ],
    ['{ a: b }'],
  ],
  'milestone.title': [
    ['Public API', '1.0', '012', '2026-11-02', '"no"'],
    ['[a]', '{ a: b }'],
  ],
  'milestone.owner': [
    ['maria', '"@maria"', 'Maria Silva <m@x.org>', 'tbd', '12'],
    ['[maria]', '{ a: b }'],
  ],
  'milestone.start': [
    ['2026-12-11', '2026-W50', '2026-12', '2026-Q4', '2026-H2', '2026', 'tbd', 'TBD', '2026-12-11T10:00:00Z'],
    [
      'soon',
      '12',
      '2026-1-1',
      '[2026-12-11]',
      '2026-Q5',
      '1969',
      '2200',
      '-2026',
      '1969-12-31',
      '2026-13',
      '2026-12-32',
    ],
  ],
  'milestone.due': [
    ['2026-12-11', '2026-w50', '2026-q4', '"2026"'],
    ['next week', '{ on: 2026-12-11 }', 'true', '2026-W54', '2200-01-01'],
  ],
  'milestone.started': [
    ['2026-12-11', 'tbd', '2026-12-11 10:00'],
    ['2026-W50', '2026-12', '2026', '2026-Q4', '2026-H2'],
  ],
  'milestone.duration': [
    ['3d', '2w', '0.5d', '3 weeks', '10', '3D', '2 Weeks', 'tbd', '.5d'],
    ['soon', '-3d', '+3d', '10ed', '[3d]', '-3', '3 months'],
  ],
  'milestone.review_every': [
    ['2w', '10ed', '2ew', '14', '3 elapsed days'],
    ['often', '-2ed', '[2w]'],
  ],
  'milestone.estimate': [
    ['5d / 8d / 15d', '5/8/15', '{ optimistic: 5d, likely: 8, pessimistic: 15d }', 'tbd'],
    [
      'soon',
      '5d',
      '5d / 8d',
      '{ optimistic: 5d }',
      '{ optimistic: 5d, likely: 8d, pessimistic: 9d, x: 1d }',
      '[1d, 2d, 3d]',
    ],
  ],
  'milestone.progress': [
    ['40%', '40 %', '40', '0.4', 'checklist', '0', '100', '"1%"'],
    ['half', '-1', '101', '[40%]', '140%'],
  ],
  'milestone.confidence': [
    ['40%', 'very-high', '5', '0.4'],
    ['likely', '-1', '101'],
  ],
  'milestone.commitment': [
    ['target', 'firm'],
    ['soft', '[firm]', 'true'],
  ],
  'milestone.key': [
    ['true', 'false', 'yes', 'no'],
    ['maybe', '3', '[true]'],
  ],
  'milestone.health': [['green', 'amber', 'red'], ['blue']],
  'milestone.tags': [
    ['[a, b]', 'a', '[]', '[2026, 1.0]'],
    ['{ a: b }', '[[a]]'],
  ],
  'milestone.depends_on': [
    [
      'a',
      '[a, b SS+3d, payments/c]',
      'a FS -2ed',
      'a +3d',
      '12',
      '{ id: a, type: SS, lag: 3d }',
      '[{ id: a }, { id: payments/b, lag: -2 }]',
      'a ss + 3 days',
      '{ id: a, type: ff }',
    ],
    [
      '[[a]]',
      '{ id: [a] }',
      '{ a: SS }',
      '"?"',
      '"a b c"',
      'a XX',
      '{ id: a, type: XX }',
      '{ id: a, lag: soon }',
      'a/b/c',
    ],
  ],
  'milestone.windows': [
    ['2026-12-05', '[2026-W50, 2026-12-28..2027-01-01, 2026]', '2026-Q3 .. 2026-Q4'],
    ['weekends', '[soon]', '{ a: b }', '2026-12-05..'],
  ],
  'milestone.links': [
    ['https://x.org', '[https://x.org, { doc: https://x.org/b }]', '{ doc: https://x.org }'],
    ['{ doc: [https://x.org] }', '[{ doc: { a: b } }]'],
  ],
  'milestone.mute': [
    ['{ stale: 2026-12-04 }', '{ stale: 2026-W50 }'],
    ['stale', '[stale]', '{ stale: soon }'],
  ],
  'milestone.calendar': [
    [
      '{ workdays: [mon, tue], holidays: [2026-12-25, 2026-12-28..2027-01-01] }',
      '{ workdays: mon, holidays: 2026-12-25 }',
      '{ workdays: [Mon, tuesday] }',
      '{ freezes: [{ name: x, from: 2026-12-14, to: 2027-W01, tags: [a] }] }',
      '{ freezes: { from: 2026-12-14, to: 2026-12-18, tags: a } }',
    ],
    [
      'weekends',
      '{ workdays: [noday] }',
      '{ hours: 8 }',
      '{ freezes: [{ from: 2026-12-14 }] }',
      '{ freezes: [{ from: 2026-12-14, to: 2026-12-15, tags: [a], x: b }] }',
      '{ holidays: [soon] }',
    ],
  ],
  'risk.probability': [
    ['40%', 'low', '3', '0.4', '0', '"40 %"'],
    ['likely', '101', '-1', '[40%]'],
  ],
  'risk.impact': [
    ['very-low', 'high', '1', '5', '"3"', 'Very High'],
    ['0', '6', 'huge', '40%', '2.5'],
  ],
  'risk.affects': [
    ['a', '[a, payments/b, 12]'],
    ['a SS+3d', '[[a]]', '{ id: a }', '"a b"'],
  ],
  'risk.response': [['avoid', 'mitigate', 'transfer', 'accept'], ['ignore']],
  'program.goal': [
    ['go-live', 'atlas/go-live', '12'],
    ['[go-live]', '"go live"', '{ id: go-live }'],
  ],
  'program.stakeholders': [
    ['maria', '[maria, chen]', '[{ name: maria, role: CFO, cadence: 2w }]'],
    ['[{ role: CFO }]', '[{ name: maria, colour: red }]', '[[maria]]'],
  ],
  'program.cadence': [
    ['{ updates: 1w, risk_review: 2ew }', '{ updates: }'],
    ['1w', '{ updates: soon }', '{ standup: 1d }'],
  ],
  'issue.escalations': [
    ['{ to: vp, on: 2026-11-18, answer_by: 2026-W48 }', '[{ to: vp, level: exec }, { to: ceo, answered: 2026-11-20 }]'],
    ['vp', '{ on: 2026-11-18 }', '{ to: vp, on: soon }'],
  ],
  'milestone.budget': [
    ['120000 EUR', '€120k', 'USD 1.2m', '1,200,000 GBP', '£ 10', 'tbd'],
    ['120000', 'a lot', 'EUR', '12 EUR USD', '1,2 EUR x'],
  ],
  'metric.target': [
    ['12', '99.95', '-3', '"1,200"', 'tbd'],
    ['many', '1.2.3', '[1]'],
  ],
  'metric.samples': [
    ['[{ date: 2026-11-20, value: 41 }]', '{ date: 2026-11-20, value: 41.5 }'],
    ['41', '[{ date: 2026-11-20 }]', '[{ date: 2026-W47, value: 1 }]'],
  ],
  'metric.source': [
    ['velocity.csv', '/metrics/Team.CSV', '{ file: ../m.csv, date: Week, value: Velocity }', '{ file: m.csv, value: }'],
    ['velocity.xlsx', 'https://example.org/v.csv', '{ value: x }', '[v.csv]', '{ file: m.csv, column: x }'],
  ],
  'objective.key_results': [
    ['[{ id: KR-1, title: Fewer, target: 0, current: 12, unit: bookings }]', '{ metric: defects }'],
    ['less', '{ target: soon }', '{ goal: 1 }'],
  ],
};

describe('schemas', () => {
  for (const [name, [right, wrong]] of Object.entries(VALUES)) {
    const [type, field] = name.split('.') as [string, string];
    const { kind } = fieldOf(typeNamed(type) as (typeof ITEM_TYPES)[number], field) as { kind: Kind<unknown> };
    it(`take what ${name} takes, and refuse what it refuses`, () => {
      for (const written of right) {
        assert.equal(kindTakes(kind, written), true, `${written} for the kind`);
        assert.equal(schemaTakes(kind, written), true, `${written} for the schema`);
      }
      for (const written of wrong) {
        assert.equal(kindTakes(kind, written), false, `${written} for the kind`);
        assert.equal(schemaTakes(kind, written), false, `${written} for the schema`);
      }
    });
  }

  it('are tried for every kind of field', () => {
    const kindsOf = (names: readonly string[]) =>
      new Set(
        names.map(
          (name) => fieldOf(typeNamed(name.split('.')[0] as string) as never, name.split('.')[1] as string)?.kind.name,
        ),
      );
    const all = ITEM_TYPES.flatMap((type) => Object.keys(type.fields).map((name) => `${type.name}.${name}`));
    const tried = kindsOf(Object.keys(VALUES));
    for (const kind of kindsOf(all)) assert.ok(tried.has(kind) || kind === 'list of person', kind);
  });

  it('take every value of every right example of the rules', () => {
    let seen = 0;
    for (const rule of RULES) {
      const source = readFileSync(new URL(`../../../src/core/rules/${rule.code}.ts`, import.meta.url), 'utf8');
      for (const { ok, files } of readRuleComment(source).examples) {
        const config = files.find(({ path }) => path === 'milepost.yaml')?.text ?? '';
        for (const { path, text } of ok ? files : []) {
          for (const item of read(text, { path, config })?.items ?? []) {
            for (const { name, value, spec } of item.fields.values()) {
              if (!spec || !value) continue;
              seen++;
              const column = value.range.start - text.lastIndexOf('\n', value.range.start - 1) - 1;
              const written = ' '.repeat(column) + text.slice(value.range.start, value.range.end);
              const { success } = spec.kind.schema(z).safeParse(parse(written));
              assert.ok(success, `${rule.code}: ${name}: ${written}`);
            }
          }
        }
      }
    }
    assert.ok(seen > 100);
  });
});

describe('schemas of the configuration', () => {
  const keys = configKeys(RULE_CODES);
  const values: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
    include: [
      ['["plans/**/*.md"]', 'plans/*.md'],
      ['[[a]]', '{ a: b }'],
    ],
    exclude: [['["archive/**"]'], ['{ a: b }']],
    baseline: [['v1-plan'], ['[a]']],
    escalate_after: [
      ['5d', '2ew', '1'],
      ['soon', '[5d]'],
    ],
    tolerance: [
      ['3d', '1w', '5'],
      ['soon', '-3d', '3ed'],
    ],
    stale_after: [
      ['{ milestone: { started: 10d, planned: 2w }, risk: 25d }', '{ risk: { accepted: 65d } }', '{ issue: 10ed }'],
      ['{ milestones: 10d }', '{ milestone: { begun: 3d } }', '{ risk: soon }', '10d', '{ issue: { open: 3d } }'],
    ],
    rules: [
      ['{ missing-owner: error, stale: warning, unknown-field: off, blocked: info }'],
      ['{ missing-owner: loud }', '{ missing-ownr: error }', 'error', '{ __proto__: error }', '{ constructor: off }'],
    ],
    statuses: [
      ['{ milestone: { done: [launched] } }', '{ risk: { closed: gone } }'],
      ['{ milestone: { launched: [done] } }', '{ stone: { done: [x] } }', '{ milestone: done }'],
    ],
    fields: [['{ cost_centre: text, go_live: date, effort: duration }'], ['{ cost_centre: money }', 'cost_centre']],
    adapters: [
      ['[{ use: adr, files: "docs/adr/*.md" }]', '{ use: adr, files: [a/*.md, b/*.md] }'],
      ['[{ use: kep, files: a }]', '[{ use: adr }]', 'adr', '[{ use: adr, files: a, dir: b }]'],
    ],
    calendar: [['{ holidays: [2026-12-25] }'], ['{ holiday: [2026-12-25] }']],
  };
  for (const [name, [right, wrong]] of Object.entries(values)) {
    it(`take what ${name} takes, and refuse what it refuses`, () => {
      const { kind } = keys[name] as { kind: Kind<unknown> };
      for (const written of right) {
        assert.equal(kindTakes(kind, written), true, `${written} for the kind`);
        assert.equal(schemaTakes(kind, written), true, `${written} for the schema`);
      }
      for (const written of wrong) {
        assert.equal(kindTakes(kind, written), false, `${written} for the kind`);
        assert.equal(schemaTakes(kind, written), false, `${written} for the schema`);
      }
    });
  }

  it('are tried for every key', () => {
    assert.deepEqual(Object.keys(values).sort(), Object.keys(keys).sort());
  });
});
