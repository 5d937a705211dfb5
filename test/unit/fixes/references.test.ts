import assert from 'node:assert/strict';
import { changes, fixesOf, milestone, offered, program } from './fixed.ts';

describe('fixes of references', () => {
  it('write the id that was meant; link type and lag stay', () => {
    const plan = program(
      'milestones:\n  - { id: cutover, owner: m }\n  - { id: go, owner: m, depends_on: ["cutovr SS+2d"] }',
    );
    assert.deepEqual(offered(plan, 'unknown-reference'), [
      '* Change to cutover !',
      'Create the milestone cutovr',
      'Remove the reference to cutovr',
    ]);
    assert.deepEqual(changes(plan, 'unknown-reference', 'Change'), [
      '-  - { id: go, owner: m, depends_on: ["cutovr SS+2d"] }',
      '+  - { id: go, owner: m, depends_on: ["cutover SS+2d"] }',
    ]);
    assert.deepEqual(changes(plan, 'unknown-reference', 'Remove'), [
      '-  - { id: go, owner: m, depends_on: ["cutovr SS+2d"] }',
      '+  - { id: go, owner: m }',
    ]);
  });

  it('ask before they take a name that may be another one for a slip of the pen', () => {
    const to = (id: string, written: string) =>
      offered(
        program(`milestones:\n  - { id: ${id}, owner: m }\n  - { id: go, owner: m, depends_on: [${written}] }`),
        'unknown-reference',
      )[0];
    assert.equal(to('staging-on', 'staging-off'), '* Change to staging-on');
    assert.equal(to('gateway', 'gateways'), '* Change to gateway');
    assert.equal(to('gateway', 'gatewya'), '* Change to gateway !');
    assert.equal(to('gateway', 'Gate_way'), '* Change to gateway !');
    const mention = (written: string) =>
      offered(
        {
          'plan.md': `---\ntype: program\nid: atlas\nowner: m\nmilestones: [{ id: gateway, owner: m }]\n---\n\n[[${written}]]\n`,
        },
        'broken-mention',
      )[0];
    assert.equal(mention('gatwway'), '* Change to gateway !');
    assert.equal(mention('gateways'), '* Change to gateway');
  });

  it('create the missing item beside the others, or in a file of its own', () => {
    const entry = program('milestones:\n  - id: go\n    owner: m\n    depends_on: [ledger]');
    assert.deepEqual(changes(entry, 'unknown-reference', 'Create the milestone ledger'), [
      '+  - id: ledger',
      '+    title: Ledger',
    ]);
    const file = milestone('owner: m\ndepends_on: D-7');
    const [created] = fixesOf(file, 'unknown-reference');
    assert.equal(created?.title, 'Create the decision D-7 in decisions/D-7.md');
    assert.match(created?.creates?.text ?? '', /^---\ntype: decision\nid: D-7\n/);
    assert.deepEqual(created?.edits, []);
  });

  for (const id of ['aux', 'con', 'nul']) {
    it(`row 36: create no file ${id}.md, which Windows cannot have`, () => {
      const paths = fixesOf(milestone(`owner: m\ndepends_on: ${id}`), 'unknown-reference').map(
        ({ creates }) => creates?.path,
      );
      for (const path of paths) assert.doesNotMatch(path ?? '', new RegExp(`(?:^|/)${id}\\.md$`, 'i'));
    });
  }

  it('row 36: create no file whose name differs from another in case only', () => {
    const plan = { ...milestone('owner: m\ndepends_on: LEDGER'), 'ledger.md': '---\ntype: risk\nid: x\n---\n' };
    for (const { creates } of fixesOf(plan, 'unknown-reference')) assert.notEqual(creates?.path, 'LEDGER.md');
  });

  it('row 35: create nothing outside of the plan, whatever the reference says', () => {
    for (const id of ['../evil', '/etc/evil', '.git/config', '..\\\\evil', 'C:evil', 'a/../../evil']) {
      const plan = milestone(`owner: m\ndepends_on: "${id}"`);
      const paths = (['unknown-reference', 'invalid-value'] as const).flatMap((code) => {
        try {
          return fixesOf(plan, code).flatMap(({ creates, edits }) => [creates?.path, ...edits.map(({ path }) => path)]);
        } catch {
          return [];
        }
      });
      for (const path of paths) if (path !== undefined) assert.match(path, /^(?:[\w-]+\/)?[\w-]+\.md$/);
    }
  });

  it('say which program is meant', () => {
    const held = (id: string, more: string) => `---\ntype: program\nid: ${id}\nowner: m\nmilestones: [${more}]\n---\n`;
    const plan = {
      'one/p.md': held('one', '{ id: x, owner: m }'),
      'two/p.md': held('two', '{ id: x, owner: m }'),
      'three/p.md': held('three', '{ id: y, owner: m, depends_on: x FF }'),
    };
    assert.deepEqual(changes(plan, 'ambiguous-reference', 'Change to two/x'), [
      '-milestones: [{ id: y, owner: m, depends_on: x FF }]',
      '+milestones: [{ id: y, owner: m, depends_on: two/x FF }]',
    ]);
  });

  it('say where it belongs that an issue is waited for', () => {
    const plan = program(
      'milestones:\n  - { id: a, owner: m, depends_on: [I-1] }\nissues:\n  - { id: I-1, owner: m, due: 2026-12-01 }',
    );
    assert.deepEqual(changes(plan, 'wrong-reference-type', 'Say it in I-1: it blocks a'), [
      '-  - { id: a, owner: m, depends_on: [I-1] }',
      '+  - { id: a, owner: m }',
      '-  - { id: I-1, owner: m, due: 2026-12-01 }',
      '+  - { id: I-1, owner: m, due: 2026-12-01, blocks: [a] }',
    ]);
  });

  it('remove the link to what is cancelled, or take its successor', () => {
    const plan = program(
      [
        'milestones:',
        '  - id: a',
        '    owner: m',
        '    depends_on:',
        '      - b # cancelled in May',
        '      - D-1',
        '  - { id: b, owner: m, status: cancelled }',
        'decisions:',
        '  - { id: D-1, owner: m, status: superseded, superseded_by: D-2 }',
        '  - { id: D-2, owner: m, due: 2026-12-01 }',
      ].join('\n'),
    );
    assert.deepEqual(changes(plan, 'depends-on-cancelled', 'Remove the link to b, which is cancelled'), [
      '-      - b # cancelled in May',
    ]);
    assert.deepEqual(changes(plan, 'depends-on-cancelled', 'Wait for D-2 instead'), ['-      - D-1', '+      - D-2']);
  });

  it('break a cycle at the link that is chosen', () => {
    const plan = program(
      [
        'milestones:',
        '  - { id: a, owner: m, depends_on: [c, x] }',
        '  - { id: b, owner: m, depends_on: a }',
        '  - { id: c, owner: m, depends_on: b }',
        '  - { id: x, owner: m }',
      ].join('\n'),
    );
    assert.deepEqual(offered(plan, 'dependency-cycle'), [
      'Remove this link: a no longer waits for c',
      'Remove this link: b no longer waits for a',
      'Remove this link: c no longer waits for b',
    ]);
    assert.deepEqual(changes(plan, 'dependency-cycle', 'Remove this link: b'), [
      '-  - { id: b, owner: m, depends_on: a }',
      '+  - { id: b, owner: m }',
    ]);
  });

  it('correct mentions and links in the text', () => {
    const plan = {
      'plan.md':
        '---\ntype: program\nid: atlas\nowner: m\nmilestones: [{ id: api, owner: m }]\n---\n\n[[apo|x]] [y](#herre)\n\n## Here\n',
    };
    assert.deepEqual(offered(plan, 'broken-mention'), ['* Change to api', '* Change to #here']);
    assert.deepEqual(changes(plan, 'broken-mention', 'Change to api'), [
      '-[[apo|x]] [y](#herre)',
      '+[[api|x]] [y](#herre)',
    ]);
  });

  it('refer to the decision that took the place of another', () => {
    const plan = program(
      [
        'milestones: [{ id: a, owner: m, relates_to: D-1 }]',
        'decisions:',
        '  - { id: D-1, owner: m, status: superseded, superseded_by: D-2 }',
        '  - { id: D-2, owner: m, status: accepted, date: 2026-11-02 }',
      ].join('\n'),
    );
    assert.deepEqual(changes(plan, 'cites-superseded-decision', 'Refer to D-2'), [
      '-milestones: [{ id: a, owner: m, relates_to: D-1 }]',
      '+milestones: [{ id: a, owner: m, relates_to: D-2 }]',
    ]);
  });
});

describe('row 30: an id that two items have after a merge', () => {
  const plan = {
    'a.md':
      '---\ntype: program\nid: atlas\nowner: m\nrisks: [{ id: R-1, title: A, owner: m, probability: low, impact: low }]\n---\n',
    'b.md': [
      '---',
      'type: register',
      'risks:',
      '  - { id: R-1, title: B, owner: m, probability: low, impact: low, mitigated_by: A-1 }',
      'actions:',
      '  - { id: A-1, owner: m, due: 2026-12-01, relates_to: [R-1] }',
      '---',
      '',
      '## R-1: B',
      '',
      'See [[R-1]] and [below](#r-1-b).',
      '',
    ].join('\n'),
  };

  it('is renumbered with its references, its heading and the links to that', () => {
    assert.deepEqual(offered(plan, 'duplicate-id'), [
      'Renumber to R-2 (0 references in this document follow)',
      '* Renumber to R-2 (2 references in this document follow)',
    ]);
    assert.deepEqual(changes(plan, 'duplicate-id', 'Renumber to R-2 (2'), [
      '-  - { id: R-1, title: B, owner: m, probability: low, impact: low, mitigated_by: A-1 }',
      '+  - { id: R-2, title: B, owner: m, probability: low, impact: low, mitigated_by: A-1 }',
      '-  - { id: A-1, owner: m, due: 2026-12-01, relates_to: [R-1] }',
      '+  - { id: A-1, owner: m, due: 2026-12-01, relates_to: [R-2] }',
      '-## R-1: B',
      '+## R-2: B',
      '-See [[R-1]] and [below](#r-1-b).',
      '+See [[R-2]] and [below](#r-2-b).',
    ]);
  });

  it('is renumbered in a heading wherever that names it, and nowhere else', () => {
    const written = plan['b.md'].replace('## R-1: B', '## R-1: B, not R-10 {#R-1}');
    const changed = changes({ ...plan, 'b.md': written }, 'duplicate-id', 'Renumber to R-2 (2');
    assert.deepEqual(
      changed.filter((line) => line.includes('## ')),
      ['-## R-1: B, not R-10 {#R-1}', '+## R-2: B, not R-10 {#R-2}'],
    );
  });
});
