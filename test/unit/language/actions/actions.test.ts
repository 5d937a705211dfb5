import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/fixes/edit/apply.ts';
import { addDependency, mayWaitFor } from '../../../../src/language/actions/add-dependency.ts';
import { actionsAt } from '../../../../src/language/actions/registry.ts';
import { placeIn } from '../../../support/place.ts';
import { snapshotOf } from '../../../support/plan.ts';

type Files = Record<string, string>;

const doc = (type: string, more: string, body = ''): string => `---\ntype: ${type}\n${more}---\n${body}`;
const plain = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('⌖', '')]));

/** The files after the action at the cursor whose title matches. */
function done(files: Files, title: RegExp): Files {
  const actions = actionsAt(placeIn(files));
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action, actions.map((one) => one.title).join());
  const after = Object.entries(plain(files)).map(([path, text]): [string, string] => [
    path,
    applyEdits(
      text,
      action.edits.filter((edit) => edit.path === path),
    ),
  ]);
  if (action.creates) after.push([action.creates.path, action.creates.text]);
  return Object.fromEntries(after);
}

const titles = (files: Files): string[] => actionsAt(placeIn(files)).map(({ title }) => title);

describe('splitting a milestone', () => {
  it('gives it a first part that it waits for, beside it, and leaves everything else as it is', () => {
    const program = (more: string) => doc('program', `id: p\nmilestones:\n${more}`);
    const files = {
      'p.md': program("  - id: a⌖\n    title: 'The a'   # why\n    owner: maria\n    depends_on: b\n  - { id: b }\n"),
    };
    const after = done(files, /^Split a: a first part, a-part-1/);
    assert.deepEqual(after, {
      'p.md': program(
        '  - id: a\n    title: \'The a\'   # why\n    owner: maria\n    depends_on: [b, a-part-1]\n  - { id: b }\n  - { id: a-part-1, title: "The a, first part", owner: maria }\n',
      ),
    });
    const { plan } = snapshotOf(after);
    const a = plan.lookup.member('p', 'a');
    assert.deepEqual(a && plan.linksTo(a).map(({ from }) => from.id), ['b', 'a-part-1']);
  });

  it('writes a file where the milestone has one', () => {
    const files = { 'm/a.md': doc('milestone', 'id: a⌖\ntitle: A\nworkstream: web\n', 'Prose.\n') };
    const after = done(files, /^Split a/);
    assert.equal(
      after['m/a.md'],
      doc('milestone', 'id: a\ntitle: A\nworkstream: web\ndepends_on: [a-part-1]\n', 'Prose.\n'),
    );
    assert.match(
      after['m/a-part-1.md'] ?? '',
      /^---\ntype: milestone\nid: a-part-1\ntitle: "A, first part"\nstatus: planned\n/,
    );
    assert.match(after['m/a-part-1.md'] ?? '', /^workstream: web$/m);
  });
});

describe('a risk that occurred', () => {
  it('becomes an issue, which it names, from its fields or its prose', () => {
    const register = (risk: string, more = '') =>
      doc('register', `risks:\n  - ${risk}\n${more}`, '\n## R-1\n\nIt h⌖appens.\n');
    const after = done(
      { 'r.md': register('{ id: R-1, title: One, owner: "@maria", program: p }') },
      /^If R-1 has occurred, turn it into the issue I-1$/,
    );
    assert.equal(
      after['r.md'],
      plain({
        'r.md': register(
          '{ id: R-1, title: One, status: occurred, owner: "@maria", program: p, occurred_on: 2026-11-21, became: I-1 }',
          'issues:\n  - id: I-1\n    title: One\n    owner: "@maria"\n    program: p\n    opened: 2026-11-21\n',
        ),
      })['r.md'],
    );
    const { plan } = snapshotOf(after);
    const [risk] = plan.ofType('risk');
    assert.deepEqual(risk && plan.referencesFrom(risk).map(({ target }) => target?.key), ['p/I-1']);
  });

  it('keeps the day on which it occurred, and is not offered where it is closed or has become one', () => {
    const risk = (more: string) => ({ 'R-1.md': doc('risk', `id: R-1⌖\n${more}`) });
    const after = done(risk('status: occurred\noccurred_on: 2026-11-03\n'), /^R-1 has occurred/);
    assert.match(Object.values(after)[1] ?? '', /^opened: 2026-11-03$/m);
    assert.deepEqual(titles(risk('status: closed\n')), []);
    assert.deepEqual(titles(risk('status: occurred\nbecame: I-9\n')), []);
  });

  it('occurred today at the latest, and says so in a word that means it', () => {
    const risk = (fields: string) => ({ 'R-1.md': doc('risk', `id: R-1⌖\n${fields}`) });
    const after = done(risk('status: occured\noccurred_on: 2030-01-01\n'), /^If R-1 has occurred, /);
    assert.equal(after['R-1.md'], doc('risk', 'id: R-1\nstatus: occurred\noccurred_on: 2026-11-21\nbecame: I-1\n'));
    assert.match(Object.values(after)[1] ?? '', /^opened: 2026-11-21$/m);
    for (const status of ['open', 'mitigating', 'accepted'])
      assert.deepEqual(titles(risk(`status: ${status}\n`)), ['If R-1 has occurred, turn it into the issue I-1']);
    assert.deepEqual(titles(risk('status: occurred\n')), ['R-1 has occurred: turn it into the issue I-1']);
  });
});

describe('superseding a decision', () => {
  it('writes a new one, and each names the other', () => {
    const files = {
      'decisions/D-1.md': doc('decision', 'id: D-1⌖\nstatus: accepted\ndate: 2026-11-01\nowner: maria\n', '# Tokens\n'),
    };
    const after = done(files, /^Replace D-1 by a new decision, D-2/);
    assert.equal(
      after['decisions/D-1.md'],
      doc(
        'decision',
        'id: D-1\nstatus: superseded\ndate: 2026-11-01\nsuperseded_by: D-2\nowner: maria\n',
        '# Tokens\n',
      ),
    );
    assert.match(after['decisions/D-2.md'] ?? '', /^title: Tokens$/m);
    assert.match(after['decisions/D-2.md'] ?? '', /^supersedes: D-1$/m);
    assert.deepEqual(snapshotOf(after).plan.faulty, []);
  });

  it('is for decisions that were taken', () => {
    assert.deepEqual(titles({ 'D.md': doc('decision', 'id: D⌖-1\n') }), []);
    for (const status of ['superseded', 'rejected', 'deprecated']) {
      assert.deepEqual(titles({ 'D.md': doc('decision', `id: D⌖-1\nstatus: ${status}\n`) }), [], status);
    }
  });
});

describe('the id of a new item', () => {
  const atlas = (more: string) =>
    doc(
      'program',
      `id: atlas\n${more}milestones:\n  - { id: m, depends_on: [I-1, D-2, m-part-1] }\n`,
      'See [[I-2]].\n',
    );
  const beta = doc('program', 'id: beta\nissues: [{ id: I-1 }]\ndecisions: [{ id: D-2 }]\n');
  const gamma = doc('program', 'id: gamma\nmilestones:\n  - { id: n, depends_on: [I-1, D-2] }\n');
  const said = (files: Files): string[] => {
    const { plan } = snapshotOf(plain(files));
    const own = plan.items.filter(({ type }) => type.name === 'milestone');
    return own.flatMap((item) => plan.referencesFrom(item).map(({ target }) => `${item.id} → ${target?.key}`)).sort();
  };

  it('takes no reference from another item, and answers none that leads nowhere', () => {
    for (const [more, title, id] of [
      ['risks: [{ id: R⌖-1 }]\n', /^.*R-1/, 'I-3'],
      ['decisions: [{ id: D⌖-1, status: accepted }]\n', /^Replace D-1/, 'D-3'],
    ] as const) {
      const files = { 'README.md': atlas(more), 'beta/README.md': beta, 'gamma/README.md': gamma };
      const after = done(files, title);
      assert.ok(snapshotOf(after).plan.lookup.member('atlas', id), after['README.md']);
      assert.deepEqual(said(after), said(files));
      assert.deepEqual(said(files).slice(0, 3), ['m → beta/D-2', 'm → beta/I-1', 'm → undefined']);
    }
    const split = { 'README.md': atlas('').replace('id: m,', 'id: m⌖,'), 'beta/README.md': beta };
    assert.ok(snapshotOf(done(split, /^Split m/)).plan.lookup.member('atlas', 'm-part-2'));
  });
});

describe('adding a dependency', () => {
  it('offers what fits, is not waited for yet and does not wait for it, its own program first', () => {
    const files = {
      'q/README.md': doc('program', 'id: q\nmilestones: [{ id: far }, { id: b }]\n'),
      'README.md': doc(
        'program',
        'id: p\nmilestones:\n  - { id: a, depends_on: [x] }\n  - { id: b, depends_on: [a] }\n  - { id: x }\n  - { id: y, status: done }\n  - { id: z }\nrisks: [{ id: R-1 }]\n',
      ),
    };
    const { plan } = snapshotOf(files);
    const a = plan.lookup.member('p', 'a');
    assert.ok(a);
    assert.deepEqual(
      mayWaitFor(a, plan).map(({ key }) => key),
      ['p/z', 'p/y', 'q/far', 'q/b'],
    );
    const text = (key: string): string => {
      const on = plan.items.find((item) => item.key === key);
      return applyEdits(a.document.text, (on && addDependency(a, on, plan)) ?? []);
    };
    assert.equal(text('p/z'), files['README.md'].replace('[x]', '[x, z]'));
    assert.equal(text('q/b'), files['README.md'].replace('[x]', '[x, q/b]'));
  });
});

describe('actions', () => {
  it('are not offered where an item cannot be written', () => {
    assert.deepEqual(titles({ 'a.md': doc('milestone', 'id: a⌖\n', '\ufffd\n') }), []);
    assert.deepEqual(titles({ 'a.md': doc('milestone', 'id: a⌖\ntitle: "\n') }), []);
    assert.deepEqual(
      titles({ 'a.md': `---\ntype: milestone\nid: a⌖\n<<<<<<< x\nnote: a\n=======\n>>>>>>> y\n---\n` }),
      [],
    );
  });
});
