import assert from 'node:assert/strict';
import { configurationOf } from '../../../src/core/config/configuration.ts';
import { readConfig } from '../../../src/core/config/read-config.ts';
import { formatDuration } from '../../../src/core/model/values/duration.ts';
import { RULE_CODES } from '../../../src/core/rules/registry.ts';

const configuration = (text: string) => {
  const { config, problems } = configurationOf('milepost.yaml', text, RULE_CODES);
  return {
    config,
    problems: problems.map(({ range }) => text.slice(range.start, range.end)),
    messages: problems.map(({ message }) => message),
    suggestions: problems.map(({ suggestion }) => suggestion),
  };
};

describe('milepost.yaml', () => {
  it('may say nothing', () => {
    for (const text of ['', '\n', '# nothing yet\n', '\ufeff', 'include:\n', 'rules: {}\n']) {
      const { config, problems } = configuration(text);
      assert.deepEqual(problems, [], JSON.stringify(text));
      assert.deepEqual(config.include, ['**/*.md']);
      assert.deepEqual(config.exclude, []);
      assert.equal(formatDuration(config.tolerance), '3d');
    }
  });

  it('may say everything that the format shows', () => {
    const { config, problems } = configuration(`include: ["plans/**/*.md"]     # default **/*.md
exclude: ["archive/**"]
baseline: v1-plan              # a git tag
calendar: { holidays: [2026-12-25] }
tolerance: 1w
stale_after: { milestone: { started: 10d, planned: 2w }, risk: 25ed }
rules: { missing-owner: error, stale: warning, unknown-field: off }
statuses: { milestone: { done: [launched] } }
fields: { cost_centre: text }
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(config.include, ['plans/**/*.md']);
    assert.deepEqual(config.exclude, ['archive/**']);
    assert.equal(config.baseline, 'v1-plan');
    assert.equal(config.calendar.holidays?.length, 1);
    assert.equal(formatDuration(config.tolerance), '1w');
    assert.deepEqual(
      [...config.rules],
      [
        ['missing-owner', 'error'],
        ['stale', 'warning'],
        ['unknown-field', 'off'],
      ],
    );
    const milestone = config.staleAfter.get('milestone') as ReadonlyMap<string, { amount: number }>;
    assert.equal(milestone.get('planned')?.amount, 2);
    assert.deepEqual(config.staleAfter.get('risk'), { amount: 25, unit: 'ed' });
    assert.equal(config.statusWords.get('milestone')?.get('launched'), 'done');
    assert.ok(config.ownFields.has('cost_centre'));
  });

  it('may be written in blocks, with other spellings of its keys, and CRLF', () => {
    const { config, problems } = configuration(
      '\ufeffinclude:\r\n  - plans/**/*.md\r\nstaleAfter:\r\n  risk: 5d\r\nrules:\r\n  stale: "off"\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(config.include, ['plans/**/*.md']);
    assert.deepEqual(config.staleAfter.get('risk'), { amount: 5, unit: 'd' });
    assert.equal(config.rules.get('stale'), 'off');
  });

  it('is wrong where it is wrong, and holds elsewhere', () => {
    const { config, problems, suggestions } = configuration(`includes: [a]
exclude: { a: b }
tolerance: -3d
rules: { missing-ownr: error, stale: loud, blocked: warnings, overdue: error }
stale_after: { milestones: 3d, milestone: { begun: 3d }, issue: { open: 3d }, risk: soon, action: 5d }
statuses: { milestone: { don: [x], done: [planned, live] }, stone: { done: [y] } }
fields: { a: money, b: text }
calendar: { workdays: [], holiday: [2026-12-25] }
adapters: [{ use: kep, files: a }, { use: adr, files: 'docs/adr/*.md' }, { use: adr }]
`);
    assert.deepEqual(problems, [
      'includes',
      '{ a: b }',
      '-3d',
      'missing-ownr',
      'loud',
      'warnings',
      'milestones',
      'begun',
      'open',
      'soon',
      'don',
      'planned',
      'stone',
      'money',
      '[]',
      'holiday',
      'kep',
      '{ use: adr }',
    ]);
    assert.equal(suggestions[0], 'include');
    assert.equal(suggestions[3], 'missing-owner');
    assert.equal(suggestions[5], 'warning');
    assert.equal(suggestions[6], 'milestone');
    assert.deepEqual([...config.rules], [['overdue', 'error']]);
    assert.deepEqual(config.staleAfter.get('action'), { amount: 5, unit: 'd' });
    assert.deepEqual([...(config.statusWords.get('milestone') ?? [])], [['live', 'done']]);
    assert.deepEqual([...config.ownFields.keys()], ['b']);
    assert.deepEqual(config.adapters, [{ use: 'adr', files: ['docs/adr/*.md'] }]);
    assert.equal(formatDuration(config.tolerance), '3d');
    assert.equal(config.calendar.workdays, undefined);
  });

  it('with a key written twice takes the first', () => {
    const { config, problems } = configuration('tolerance: 5d\ntolerance: 6d\n');
    assert.deepEqual(problems, ['tolerance']);
    assert.equal(formatDuration(config.tolerance), '5d');
  });

  it('that is broken YAML still holds what can be read of it', () => {
    const { config, problems } = configuration('tolerance: 5d\ninclude: ["plans/**\nexclude: [archive]\n');
    assert.deepEqual(problems, ['"plans/**']);
    assert.equal(formatDuration(config.tolerance), '5d');
    assert.deepEqual(config.exclude, ['archive']);
  });

  it('that is no mapping is wrong', () => {
    assert.deepEqual(configuration('- a\n').problems, ['- a']);
    assert.equal(configuration('plain words\n').problems.length, 1);
  });

  it('with a pattern that YAML refuses unquoted reads it as it is meant, with a finding', () => {
    const { config, problems, messages } = configuration('exclude: [@old/**]\ninclude: *.md\n');
    assert.deepEqual(config.exclude, ['@old/**']);
    assert.deepEqual(problems, ['*.md', '@old/**']);
    assert.match(messages[0] as string, /alias/);
  });

  it('row 21: takes names that every object has for what they are', () => {
    const { config, problems } = configuration(`__proto__: { include: [x] }
constructor: x
rules: { __proto__: error, constructor: off, toString: info }
statuses: { __proto__: { done: [x] }, milestone: { constructor: [y], done: [__proto__, constructor] } }
stale_after: { __proto__: 3d, constructor: 3d, milestone: { __proto__: 3d } }
fields: { __proto__: text, constructor: text, a: constructor, b: __proto__ }
`);
    assert.deepEqual(problems.sort(), [
      '__proto__',
      '__proto__',
      '__proto__',
      '__proto__',
      '__proto__',
      '__proto__',
      'constructor',
      'constructor',
      'constructor',
      'constructor',
      'constructor',
      'toString',
    ]);
    assert.deepEqual(config.include, ['**/*.md']);
    assert.deepEqual([...config.rules], []);
    assert.deepEqual([...(config.statusWords.get('milestone')?.keys() ?? [])], ['-proto-', 'constructor']);
    assert.deepEqual([...config.ownFields.keys()], ['__proto__', 'constructor']);
    assert.equal(Reflect.get({}, 'include'), undefined);
  });
});

describe('a glob pattern', () => {
  it('that could take for ever to match is refused', () => {
    for (const pattern of ['**/*a*a*b.md', '+(a|b)*.md', `${'a'.repeat(201)}`]) {
      const { config, problems } = readConfig(`exclude: ["${pattern}"]\n`, []);
      assert.deepEqual(config.exclude, [], pattern);
      assert.equal(problems.length, 1, pattern);
    }
  });

  it('of the usual kind is taken as it is', () => {
    const { config, problems } = readConfig('include: ["plans/**/*.md", "**/{a,b}-*-?.md"]\n', []);
    assert.deepEqual(config.include, ['plans/**/*.md', '**/{a,b}-*-?.md']);
    assert.deepEqual(problems, []);
  });
});
