import assert from 'node:assert/strict';
import { completionsAt } from '../../../../src/language/completion/completions-at.ts';
import { accepted, completing } from '../../../support/completion.ts';

const PROGRAM = `---
type: program
id: atlas
workstreams:
  - { id: data, title: Data }
milestones:
  - { id: ga, title: GA, owner: maria, due: 2026-12-11, tags: [launch], depends_on: [beta] }
  - { id: beta, owner: "Chen Li <c@x.org>", workstream: data, due: 2026-12-01 }
  - { id: old, status: done, completed: 2026-10-01 }
risks:
  - { id: R-1, title: "A **risk** [x](y)", tags: ["a: b"] }
decisions:
  - { id: D-1, title: Format }
---
`;
const OTHER = '---\ntype: program\nid: pay\nmilestones:\n  - { id: ledger }\n  - { id: ga }\n---\n';

/** The proposals in the front matter of a file, and what it becomes when one of them is accepted. */
function at(marked: string, more: Readonly<Record<string, string>> = {}) {
  const request = completing({ 'README.md': PROGRAM, 'pay/README.md': OTHER, ...more, 'x.md': marked });
  const { list } = completionsAt(request);
  const labels = list.map(({ label }) => label);
  return {
    list,
    labels,
    accept: (label: string): string => {
      const found = list.find((completion) => completion.label === label);
      assert.ok(found, `${label} is not among ${labels.join(', ')}`);
      return accepted(request.text, found);
    },
  };
}

const milestone = (fields: string): string => `---\ntype: milestone\nid: x\n${fields}\n---\n`;

/** What the fields of a milestone become. */
const accepting = (fields: string, label: string): string =>
  at(milestone(fields)).accept(label).slice('---\ntype: milestone\nid: x\n'.length, -'\n---\n'.length);

describe('completion of a value', () => {
  it('is written as its place wants it: in brackets, after a comma, behind a dash, in quotes', () => {
    for (const [fields, after] of [
      ['depends_on: ⌖', 'depends_on: [ga]'],
      ['depends_on:⌖', 'depends_on: [ga]'],
      ['depends_on:g⌖', 'depends_on: [ga]'],
      ['depends_on: [⌖', 'depends_on: [ga]'],
      ['depends_on: [beta,⌖', 'depends_on: [beta, ga]'],
      ['depends_on: [beta,⌖]', 'depends_on: [beta, ga]'],
      ['depends_on: [⌖beta]', 'depends_on: [ga, beta]'],
      ['depends_on: [beta,⌖ old]', 'depends_on: [beta, ga, old]'],
      ['depends_on: [b⌖eta SS+3d]', 'depends_on: [ga SS+3d]'],
      ['depends_on: ["⌖"]', 'depends_on: ["ga"]'],
      ["depends_on: ['g⌖", "depends_on: ['ga']"],
      ['depends_on: [ # why\n  beta,\n  ⌖\n]', 'depends_on: [ # why\n  beta,\n  ga\n]'],
      ['depends_on:\n  - ⌖', 'depends_on:\n  - ga'],
      ['depends_on:\n  -⌖', 'depends_on:\n  - ga'],
      ['depends_on:\n  - g⌖ # why', 'depends_on:\n  - ga # why'],
      ['depends_on:\n  ⌖', 'depends_on:\n  - ga'],
      ['depends_on:\n  g⌖', 'depends_on:\n  - ga'],
      ['depends_on:\n⌖\n  - beta', 'depends_on:\n  - ga\n  - beta'],
      ['depends_on:\n  - beta\n  ⌖', 'depends_on:\n  - beta\n  - ga'],
      ['depends_on:\n\t⌖\n  - beta', 'depends_on:\n  - ga\n  - beta'],
      ['depends_on: { id: ⌖ }', 'depends_on: { id: ga }'],
      ['depends_on: [{ id: ⌖', 'depends_on: [{ id: ga}]'],
    ] as const)
      assert.equal(accepting(fields, 'ga'), after, fields);
    for (const [fields, label, after] of [
      ['owner: ⌖ # who', 'maria', 'owner: maria # who'],
      ['owner: ⌖# who', 'maria', 'owner: maria # who'],
      ['owner: m⌖x y', 'Chen Li', 'owner: "Chen Li <c@x.org>"'],
      ["owner: '⌖'", 'Chen Li', "owner: 'Chen Li <c@x.org>'"],
      ['owner: "m⌖', 'maria', 'owner: "maria"'],
      ['tags: [⌖]', 'a: b', 'tags: ["a: b"]'],
      ['status: pl⌖nned', 'in-progress', 'status: in-progress'],
      ['key: ⌖', 'true', 'key: true'],
      ['health: gr⌖', 'amber', 'health: amber'],
      ['progress: ⌖', 'checklist', 'progress: checklist'],
      ['confidence: ⌖', '75%', 'confidence: 75%'],
      ['estimate: ⌖', '5d / 8d / 15d', 'estimate: 5d / 8d / 15d'],
      ['calendar: { workdays: [mon, ⌖', 'tue', 'calendar: { workdays: [mon, tue]}'],
      ['mute: ⌖', 'overdue', 'mute: { overdue:  }'],
      ['mute: { overdue: ⌖ }', '2026-11-27', 'mute: { overdue: 2026-11-27 }'],
    ] as const)
      assert.equal(accepting(fields, label), after, fields);
  });

  it('keeps line endings, a byte order mark, and front matter that nobody has closed', () => {
    assert.equal(
      at('\ufeff---\r\ntype: milestone\r\ndepends_on:\r\n  - beta\r\n⌖  - old\r\n---\r\n').labels.length,
      0,
      'before a dash there is nothing to write',
    );
    assert.equal(
      at('\ufeff---\r\ntype: milestone\r\ndepends_on:\r\n  ⌖\r\n---\r\n').accept('ga'),
      '\ufeff---\r\ntype: milestone\r\ndepends_on:\r\n  - ga\r\n---\r\n',
    );
    assert.equal(at('---\rtype: milestone\rowner: ⌖').accept('maria'), '---\rtype: milestone\rowner: maria');
    assert.equal(
      at('---\ntype: milestone\nowner: ⌖\n\n# X\n\nA paragraph.\n').accept('maria').slice(20, 32),
      'owner: maria',
    );
    assert.equal(at('---\ntype: ⌖').accept('risk'), '---\ntype: risk');
    assert.equal(at('{ type: ⌖ }').labels.length, 0);
    assert.equal(
      at('---\n{ type: milestone, owner: ⌖ }\n---\n').accept('maria'),
      '---\n{ type: milestone, owner: maria }\n---\n',
    );
  });

  it('is an item that fits: first what is open and near, without what stands there; what would close a cycle last', () => {
    assert.deepEqual(at(milestone('depends_on: [⌖]')).labels.slice(0, 4), ['ga', 'beta', 'D-1', 'old']);
    assert.deepEqual(at(milestone('depends_on: [beta, ⌖]')).labels.slice(0, 2), ['ga', 'D-1']);
    assert.deepEqual(at(milestone('workstream: ⌖')).labels, ['data']);
    assert.deepEqual(at(milestone('program: ⌖')).labels, ['atlas', 'pay']);
    const inProgram = completing({
      'README.md': PROGRAM.replace('workstream: data, due', 'depends_on: [⌖], due'),
      'pay/README.md': OTHER,
    });
    const { list } = completionsAt(inProgram);
    assert.deepEqual(list.map(({ label }) => label).slice(0, 2), ['D-1', 'old']);
    const last = list.at(-1);
    assert.equal(last?.label, 'ga');
    assert.match(last?.description ?? '', /^closes a cycle · maria/);
  });

  it('is not unknown where it ends a silence, which would be none', () => {
    assert.ok(at(milestone('due: ⌖')).labels.includes('tbd'));
    assert.ok(!at(milestone('mute: { overdue: ⌖ }')).labels.includes('tbd'));
  });

  it('is what a review is for, and the items that it needs, none of which would be read as a file', () => {
    const gates = (fields: string) =>
      completing({
        'README.md': PROGRAM.replace('decisions:', `gates:\n  - { id: G-1, ${fields} }\n  - { id: a.doc }\ndecisions:`),
      });
    const { list: needed } = completionsAt(gates('needs: [D-1, ⌖], for: [beta]'));
    const labels = needed.map(({ label }) => label);
    assert.deepEqual(labels, ['old', 'ga', 'beta']);
    // beta waits for the review, and ga for beta.
    const closing = needed.filter(({ description }) => description?.startsWith('closes a cycle'));
    assert.deepEqual(closing.map(({ label }) => label).sort(), ['beta', 'ga']);
    const { list: asking } = completionsAt(gates('needs: [beta], for: [⌖]'));
    assert.deepEqual(
      asking.map(({ label, description }) => [label, description?.startsWith('closes a cycle')]),
      [
        ['ga', false],
        ['old', false],
        ['beta', true],
      ],
    );
  });

  it('is a file that a metric can have its values in, those nearest to it first', () => {
    const files = { 'a/b/v.csv': '', 'a/w.csv': '', 'x 1%.csv': '', 'n.md': '# n\n' };
    const at = (source: string): readonly string[] =>
      completionsAt(completing({ ...files, 'a/m.md': `---\ntype: metric\nid: m\n${source}---\n` })).list.map(
        ({ label }) => label,
      );
    const paths = ['w.csv', '../x 1%25.csv', 'b/v.csv'];
    assert.deepEqual(at('source: ⌖\n'), [...paths, 'file', 'date', 'value']);
    assert.deepEqual(at('source: { file: ⌖ }\n'), paths);
    assert.deepEqual(at('source:\n  file: ⌖\n'), paths);
    assert.deepEqual(at('source: { ⌖ }\n'), ['file', 'date', 'value']);
  });

  it('is a paper that is no item, and once a path is begun any file', () => {
    const files = { 'p.md': PROGRAM, 'docs/threat model.md': '# x\n', 'docs/a.md': milestone('') };
    const at = (needs: string): readonly string[] =>
      completionsAt(completing({ ...files, 'g.md': `---\ntype: gate\nid: g\nneeds: ${needs}\n---\n` }))
        .list.map(({ label }) => label)
        .filter((label) => label.includes('.'));
    assert.deepEqual(at('[⌖]'), ['docs/threat model.md']);
    assert.deepEqual(at('[docs/⌖]'), ['docs/a.md', 'docs/threat model.md']);
  });

  it('is who has an interest, by name or with what else is known of them', () => {
    const labels = completionsAt(
      completing({ 'p.md': PROGRAM.replace('id: atlas\n', 'id: atlas\nstakeholders: [⌖]\n') }),
    ).list.map(({ label }) => label);
    assert.ok(labels.includes('maria') && labels.includes('name'), labels.join(' '));
  });

  it('names items of other programs in full, and with a program begun those of all', () => {
    const { labels } = at(milestone('depends_on: [⌖]'));
    assert.ok(labels.includes('ledger') && labels.includes('pay/ga') && labels.includes('ga'), labels.join());
    assert.ok(at(milestone('depends_on: [atlas/⌖]')).labels.includes('atlas/ga'));
  });

  it('shows what documents say as text', () => {
    const risk = at(milestone('relates_to: [⌖]')).list.find(({ label }) => label === 'R-1');
    assert.equal(risk?.detail, 'A **risk** [x](y)');
    assert.equal(risk?.filter, 'R-1 A **risk** [x](y)');
    const hidden = at(milestone('relates_to: [⌖]'), { 'h.md': '---\ntype: risk\ntitle: "a\u202eb"\n---\n' });
    assert.equal(hidden.list.find(({ label }) => label === 'h')?.detail, 'a\\u{202e}b');
  });

  it('is a link type or a lag behind the id of a dependency', () => {
    assert.equal(accepting('depends_on: [ga ⌖]', 'SS'), 'depends_on: [ga SS]');
    assert.equal(accepting('depends_on: [ga SS⌖]', 'SS+2d'), 'depends_on: [ga SS+2d]');
    assert.equal(accepting('depends_on:\n  - "ga f⌖"', 'FF'), 'depends_on:\n  - "ga FF"');
    assert.equal(accepting('depends_on:\n  - ga ⌖', '-1d'), 'depends_on:\n  - ga -1d');
    assert.equal(accepting('depends_on: [{ id: ga, type: ⌖ }]', 'FF'), 'depends_on: [{ id: ga, type: FF }]');
    assert.equal(accepting('depends_on: [{ id: ga, lag: ⌖ }]', '-1d'), 'depends_on: [{ id: ga, lag: -1d }]');
  });

  it('is a day that people mean, by the calendar of the program: facts lie behind, ends before us', () => {
    const days = (fields: string): string[] =>
      at(milestone(fields)).list.map(({ label, detail }) => `${label} ${detail}`);
    assert.deepEqual(days('due: ⌖').slice(0, 4), [
      '2026-11-27 Friday, end of next week',
      '2026-11-30 Monday, end of this month',
      '2026-12-31 Thursday, end of next month, end of this quarter',
      '2027-03-31 Wednesday, end of next quarter',
    ]);
    assert.deepEqual(days('started: ⌖').slice(0, 3), [
      '2026-11-21 Saturday, today',
      '2026-11-20 Friday, yesterday, last working day',
      'tbd not known yet',
    ]);
    assert.equal(days('start: ⌖')[1], '2026-11-23 Monday, next working day, start of next week');
    assert.ok(days('duration: 30d\nstart: 2027-01-04\ndue: ⌖').some((day) => day.endsWith('forecast')));
    assert.ok(at(milestone('duration: ⌖')).labels.includes('2w'));
    assert.ok(at(milestone('review_every: ⌖')).labels.includes('2ew'));
  });

  it('is a status of the type, also in the words of the project; a free id; a rule that found something, first', () => {
    const config = {
      'milepost.yaml': 'statuses: { milestone: { done: [launched] } }\nfields: { cost_centre: text }\n',
    };
    assert.deepEqual(at(milestone('status: ⌖'), config).labels, [
      ...['planned', 'in-progress', 'at-risk', 'blocked', 'done', 'cancelled', 'launched'],
    ]);
    assert.deepEqual(at('---\ntype: risk\ntitle: Vendor slips\nid: ⌖\n---\n').labels, ['vendor-slips']);
    assert.deepEqual(at('---\ntype: register\nrisks:\n  - id: ⌖\n---\n').labels, ['R-2']);
    assert.equal(at(milestone('mute: { ⌖ }')).labels[0], 'missing-owner');
    const used = { ...config, 'y.md': milestone('cost_centre: K12') };
    assert.deepEqual(at(milestone('cost_centre: ⌖'), used).labels, ['K12']);
  });

  it('is none in running text, in a comment, in a block of text, and in what nobody knows', () => {
    for (const fields of [
      ...[
        'title: ⌖',
        'note: |\n  ow⌖',
        'owner: maria # ⌖',
        '# ow⌖',
        'x-own: ⌖',
        'colour: ⌖',
        'title: a\n  b⌖',
        '⌖owner: x',
      ],
      ...['depends_on: [ga, # ⌖\n  beta]', 'links: [⌖]'],
    ])
      assert.deepEqual(at(milestone(fields)).labels, [], fields);
  });
});
