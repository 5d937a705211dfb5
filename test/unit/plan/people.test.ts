import assert from 'node:assert/strict';
import { BLOCK_VIEWS } from '../../../src/core/blocks/registry.ts';
import { projectOf } from '../../../src/core/export/mspdi/project.ts';
import { readFilters } from '../../../src/core/filter/filters.ts';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import { People } from '../../../src/core/plan/people.ts';
import { lastUpdate } from '../../../src/core/state/last-update.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { messagesFor } from '../../../src/core/views/messages.ts';
import { attentionEntries, needsAttention } from '../../../src/core/views/needs-attention.ts';
import { ownersOf } from '../../../src/core/views/owners.ts';
import { programTree } from '../../../src/core/views/program-tree.ts';
import { peopleInUse } from '../../../src/language/completion/values/in-use.ts';
import { personSection } from '../../../src/language/hover/person-section.ts';
import { pictureOptions } from '../../../src/vscode/panels/choice.ts';
import { offersOf } from '../../../src/vscode/panels/offers.ts';
import { WHOLE_GRAPH } from '../../../src/webview/protocol.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const milestones = (...lines: readonly string[]): string =>
  `---\ntype: program\nid: p\nmilestones:\n${lines.map((line) => `  - { ${line} }\n`).join('')}---\n`;

const peopleOf = (...lines: readonly string[]): People => snapshotOf({ 'README.md': milestones(...lines) }).plan.people;

describe('the people of a plan', () => {
  it('are the same in whatever case, composition and spacing, in the spelling that most items have', () => {
    const people = peopleOf('id: a, owner: Maria', 'id: b, owner: "@maria"', 'id: c, owner: maria <m@example.org>');
    assert.deepEqual(
      ['maria', 'MARIA', 'Maria'].map((name) => people.spellingOf(name)),
      ['maria', 'maria', 'maria'],
    );
    assert.deepEqual(people.itemsNaming('Maria').length, 3);
    const other = peopleOf(
      'id: a, owner: "Jos\u00e9  Sa"',
      'id: b, owner: "jose\u0301 sa"',
      'id: c, owner: "jose\u0301 sa"',
    );
    assert.equal(other.spellingOf('JOS\u00c9 SA'), 'jose\u0301 sa');
    assert.equal(people.spellingOf('nobody'), 'nobody');
  });

  it('are shown as the first item writes them, where two spellings are as frequent', () => {
    assert.equal(peopleOf('id: a, owner: maria', 'id: b, owner: Maria').spellingOf('MARIA'), 'maria');
    assert.equal(peopleOf('id: a, owner: Maria', 'id: b, owner: maria').spellingOf('MARIA'), 'Maria');
    assert.equal(peopleOf('id: a, owner: Li, approver: li', 'id: b').spellingOf('li'), 'Li');
  });

  it('are those of every field that holds people, each item counted once', () => {
    const { plan } = snapshotOf({
      'README.md':
        '---\ntype: program\nid: p\nowner: a\nstakeholders: [{ name: s }]\n' +
        'issues: [{ id: I, owner: a, escalations: [{ to: a }, { to: e }] }]\n' +
        'decisions: [{ id: D, decision-makers: [b, A], owner: tbd }]\n---\n',
    });
    assert.deepEqual([...plan.people.keys].sort(), ['a', 'b', 'e', 's']);
    assert.deepEqual(plan.people.itemsNaming('a'), [0, 1, 2]);
  });

  it('stay the same object until somebody is named otherwise', () => {
    const items = (...lines: readonly string[]) => snapshotOf({ 'README.md': milestones(...lines) }).plan.items;
    const before = items('id: a, owner: maria', 'id: b, owner: Maria', 'id: c, owner: chen');
    const people = run(People.of(before));
    const prose = items('id: a, owner: maria', 'id: b, owner: Maria, note: x', 'id: c, owner: chen');
    assert.equal(people.again(before, prose, [2]), people);
    const after = items('id: a, owner: li', 'id: b, owner: Maria', 'id: c, owner: maria');
    const again = people.again(before, after, [1, 3]);
    assert.deepEqual([...again.keys].sort(), ['li', 'maria']);
    assert.equal(again.spellingOf('MARIA'), 'Maria');
    assert.deepEqual(again.itemsNaming('maria'), [2, 3]);
    assert.deepEqual(people.itemsNaming('maria'), [1, 2]);
  });
});

describe('who is written in two ways is one person', () => {
  const snapshot = snapshotOf({
    'README.md': `---
type: program
id: p
owner: chen
stakeholders: [{ name: Olga, cadence: 2w }]
milestones:
  - { id: m1, owner: Maria, due: 2026-11-20, duration: 2d, status: in-progress }
  - { id: m2, owner: maria, due: 2026-11-19, duration: 2d, depends_on: [m1] }
  - { id: m3, owner: maria, due: 2026-11-18, duration: 2d }
  - { id: m4, owner: chen, due: 2027-01-29, duration: 2d, depends_on: [m1, m2] }
updates:
  - { id: u, title: One, owner: chen, date: 2026-11-16, status: sent, sent_to: [olga] }
---
`,
  });
  const { plan, state, today } = snapshot;

  it('to filters', () => {
    const filter = readFilters(['owner=MARIA'], snapshot);
    assert.ok(filter.ok);
    assert.deepEqual(
      plan.items.filter(filter.value).map(({ id }) => id),
      ['m1', 'm2', 'm3'],
    );
  });

  it('in what needs attention and in messages', () => {
    const entries = run(attentionEntries(snapshot));
    const groups = needsAttention(entries, () => false);
    assert.deepEqual(
      groups.filter(({ id }) => /maria/i.test(id)).map(({ id, label }) => [id, label]),
      [['owner maria', 'maria']],
    );
    const message = messagesFor(entries, today).find(({ owner }) => owner === 'maria');
    assert.match(message?.text ?? '', /^maria: \d+ open points[\s\S]*- m2[\s\S]*- m1/);
  });

  it('in what needs attention of several plans, as most entries are spelt', () => {
    const other = snapshotOf({
      'README.md': milestones('id: x, owner: MARIA, due: 2026-11-18, duration: 2d'),
    });
    const entries = [...run(attentionEntries(other)), ...run(attentionEntries(snapshot))];
    const groups = needsAttention(entries, () => false);
    assert.deepEqual(
      groups.filter(({ id }) => id === 'owner maria').map(({ label }) => label),
      ['maria'],
    );
  });

  it('in the tree', () => {
    const [program] = programTree(plan, state, { groupBy: 'owner', hideDone: false });
    assert.deepEqual(
      program
        ?.children()
        .map(({ label }) => label)
        .slice(0, 2),
      ['chen', 'maria'],
    );
  });

  it('in the menus of pages, and in what they leave', () => {
    const owners = (owner: string) =>
      atOnce(offersOf(plan, ['x'], { ...WHOLE_GRAPH, owner })).owner.map(({ value, label }) => [value, label]);
    assert.deepEqual(owners(''), [
      ['chen', 'chen'],
      ['maria', 'maria'],
    ]);
    // What was chosen while most items spelt it otherwise is what is chosen in the menu.
    assert.deepEqual(owners('Maria'), [
      ['chen', 'chen'],
      ['Maria', 'maria'],
    ]);
    const options = pictureOptions({ ...WHOLE_GRAPH, owner: 'maria' }, plan);
    const { items } = pictureOf(snapshot, options);
    assert.deepEqual([...items.values()].map(({ id }) => id).sort(), ['m1', 'm2', 'm3']);
  });

  it('in what is proposed for an owner', () => {
    assert.deepEqual(ownersOf(plan), ['chen', 'maria']);
    assert.deepEqual(
      peopleInUse(plan, 'p').map(({ value, detail }) => [value, detail]),
      [
        ['chen', '3 items'],
        ['maria', '3 items'],
        ['Olga', '2 items'],
      ],
    );
  });

  it('in hovers', () => {
    const section = personSection('MARIA', { plan, state, today } as never);
    assert.deepEqual([section?.title, section?.lines[0]?.slice(0, 17)], ['maria', 'Owns 3 open items']);
  });

  it('in the report for a team', () => {
    const said = (name: string): string => {
      const view = BLOCK_VIEWS.find((each) => each.name === name);
      const rest = { from: 'r.md', options: new Map(), accepts: () => true, hasFilters: false, change: undefined };
      return [...atOnce(view?.lines({ plan, state, today, ...rest }) as Generator<void, Iterable<string>>)].join('\n');
    };
    assert.deepEqual(said('week').match(/^\*\*.*\*\*$/gm), ['**chen**', '**maria**']);
    // Nobody waits for themselves.
    assert.doesNotMatch(said('waits'), /\*\*[Mm]aria\*\* waits for/);
    assert.match(said('waits'), /\*\*chen\*\* waits for \*\*maria\*\*: \[m1\]/);
  });

  it('to Microsoft Project', () => {
    const { project } = projectOf(plan.items, snapshot);
    assert.deepEqual(
      project.resources.map(({ name }) => name),
      ['chen', 'maria'],
    );
    assert.deepEqual(new Set(project.tasks.map(({ owner }) => owner ?? '')), new Set(['', 'chen', 'maria']));
  });

  it('to whom an update was sent', () => {
    assert.notEqual(lastUpdate(plan.items, 'Olga'), undefined);
  });
});
