import assert from 'node:assert/strict';
import { movesOf } from '../../../../src/language/actions/move-item/move-item.ts';
import { itemHere } from '../../../../src/language/actions/registry.ts';
import { filesAfter } from '../../../support/move-item.ts';
import { placeIn } from '../../../support/place.ts';

type Files = Record<string, string>;

const doc = (type: string, more: string, body = ''): string => `---\ntype: ${type}\n${more}---\n${body}`;

const movesHere = (files: Files, asked = placeIn(files)) => {
  const item = itemHere(asked);
  return item ? movesOf(item, asked.plan, () => true) : [];
};

const titles = (files: Files): string[] => movesHere(files).map(({ title }) => title);

/** The files after the move of the item at the cursor that is offered first, or why it is refused. */
function moved(files: Files, index = 0): Files | string {
  const asked = placeIn(files);
  const move = movesHere(files, asked)[index];
  assert.ok(move, 'nothing is offered');
  const plain = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('⌖', '')]));
  return filesAfter(plain, move, asked.plan);
}

describe('moving an item to a file of its own', () => {
  it('keeps its fields as they are written, with the comments that belong to it', () => {
    const before =
      "id: p\nmilestones: # all of them\n  - id: z\n    # of z\n\n  # why there is an a\n  -   id: a⌖\n      title: 'The a'   # its title\n      due: 2026-12-18\n      # about waiting\n      depends_on:\n        - z    # first\n        - { id: b, type: SS }\n      note: |\n        one\n\n          two\n      estimate: {optimistic: 1d,\n        likely: 2d, pessimistic: 3d}\n      x-cost: [1,  2]\n        # below it\n  # of b\n  - id: b\n";
    const files = { 'README.md': doc('program', before) };
    assert.deepEqual(titles(files), ['Move a to a file of its own, milestones/a.md']);
    assert.deepEqual(moved(files), {
      'README.md': doc('program', 'id: p\nmilestones: # all of them\n  - id: z\n    # of z\n\n  # of b\n  - id: b\n'),
      'milestones/a.md':
        "---\n# why there is an a\ntype: milestone\nid: a\ntitle: 'The a'   # its title\ndue: 2026-12-18\n# about waiting\ndepends_on:\n  - z    # first\n  - { id: b, type: SS }\nnote: |\n  one\n\n    two\nestimate: {optimistic: 1d,\n  likely: 2d, pessimistic: 3d}\nx-cost: [1,  2]\n  # below it\n---\n",
    });
  });

  it('writes what stands in braces in lines', () => {
    const files = {
      'README.md': doc(
        'program',
        'id: p\nrisks:\n  - { id: "R-1"⌖, affects: [ a ,b], title: "One, two" } # why\n  - { id: R-2 }\n',
      ),
    };
    assert.deepEqual(moved(files), {
      'README.md': doc('program', 'id: p\nrisks:\n  - { id: R-2 }\n'),
      'risks/R-1.md': '---\ntype: risk\nid: "R-1"\naffects: [ a ,b]\ntitle: "One, two" # why\n---\n',
    });
    const flow = { 'README.md': doc('program', 'id: p\nrisks: [{ id: R-1⌖, title: One }, { id: R-2 }]\n') };
    assert.deepEqual(moved(flow), {
      'README.md': doc('program', 'id: p\nrisks: [{ id: R-2 }]\n'),
      'risks/R-1.md': doc('risk', 'id: R-1\ntitle: One\n'),
    });
  });

  it('takes a collection away with its last entry, but for what somebody wrote beside it', () => {
    const of = (key: string) => ({ 'README.md': doc('program', `id: p\n${key}\n  - id: a⌖\ntitle: P\n`) });
    assert.equal((moved(of('milestones:')) as Files)['README.md'], doc('program', 'id: p\ntitle: P\n'));
    assert.equal(
      (moved(of('milestones: # ours')) as Files)['README.md'],
      doc('program', 'id: p\nmilestones: [] # ours\ntitle: P\n'),
    );
    assert.match(
      moved({ 'r.md': '---\nrisks:\n  - id: R-1⌖\n---\n' }) as string,
      /no part of the plan: write its type/,
    );
  });

  it('takes its prose along, rewrites the links in it, and leads links to its heading to the file', () => {
    const files = {
      'plans/README.md': doc(
        'program',
        'id: p\nmilestones:\n  - { id: a, title: A }\n  - { id: b }\n',
        '\n# P\n\nSee [a](#a-the-first), [more](#more) and [b](#b).\n\n## a: The first\n\nTe⌖xt, [plan](../other.md#l), ![x](img/x.png) [![y](<y z.png>)](../other.md) `![c](c.png)`, [up](#p), [own](#more).\n\n### More\n\n- [x] one\n\n### b\n\nOf b.\n\nSetext\n---\n\nOf the program.\n',
      ),
      'other.md': doc(
        'register',
        'program: p\n',
        '\n# L\n\n[a](plans/README.md#a-the-first) [m](<plans/README.md#more> "t") [p](plans/README.md)\n',
      ),
    };
    assert.deepEqual(moved(files), {
      'plans/README.md': doc(
        'program',
        'id: p\nmilestones:\n  - { id: b }\n',
        '\n# P\n\nSee [a](milestones/a.md), [more](milestones/a.md#more) and [b](#b).\n\n### b\n\nOf b.\n\nSetext\n---\n\nOf the program.\n',
      ),
      'plans/milestones/a.md': doc(
        'milestone',
        'id: a\ntitle: A\n',
        '\n# a: The first\n\nText, [plan](../../other.md#l), ![x](../img/x.png) [![y](<../y%20z.png>)](../../other.md) `![c](c.png)`, [up](../README.md#p), [own](#more).\n\n## More\n\n- [x] one\n',
      ),
      'other.md': doc(
        'register',
        'program: p\n',
        '\n# L\n\n[a](plans/milestones/a.md) [m](<plans/milestones/a.md#more> "t") [p](plans/README.md)\n',
      ),
    });
  });

  it('says its program, its workstream and its title where the new place would say others', () => {
    const files = {
      'a/README.md': doc('program', 'id: p\n'),
      'web.md': doc(
        'register',
        'program: p\nworkstream: web\nissues:\n  - id: I-1⌖\n  - id: I-2\n',
        '\n## I-1: Down\n',
      ),
      'README.md': doc('program', 'id: q\n'),
      'i/I-9.md': doc('issue', 'program: p\n'),
    };
    assert.equal(
      (moved(files) as Files)['i/I-1.md'],
      doc('issue', 'id: I-1\ntitle: I-1\nprogram: p\nworkstream: web\n', '\n# I-1: Down\n'),
    );
  });

  it('keeps line ends and byte order marks', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const files = {
      'README.md': `\ufeff${crlf(doc('program', 'id: p\nmilestones:\n  - id: a⌖\n    note: >\n      x\n      y\n  - id: b\n', '\n## a\n\nText.\n'))}`,
    };
    assert.deepEqual(moved(files), {
      'README.md': `\ufeff${crlf(doc('program', 'id: p\nmilestones:\n  - id: b\n'))}`,
      'milestones/a.md': crlf(doc('milestone', 'id: a\nnote: >\n  x\n  y\ntitle: a\n', '\n# a\n\nText.\n')),
    });
  });

  it('never goes over a file that is there, and is refused where something would be lost', () => {
    const files = {
      'README.md': doc('program', 'id: p\nmilestones: [{ id: a⌖ }]\n'),
      'milestones/A.md': doc('milestone', 'id: x\n'),
    };
    assert.deepEqual(titles(files), []);
    const shared = '\n[x][l]\n\n## a\n\n[y][l]\n\n[l]: http://x.org\n';
    assert.match(
      moved({ 'README.md': doc('program', 'id: p\nmilestones: [{ id: a⌖ }]\n', shared) }) as string,
      /share the reference \[l\]/,
    );
    assert.match(
      moved({
        'README.md': doc('program', 'id: p\nmilestones: [{ id: a⌖ }]\n', '\n## a\n\n<img src="x.png">\n'),
      }) as string,
      /relative way/,
    );
    assert.match(
      moved({ 'README.md': doc('program', 'id: p\nmilestones: [{ id: a⌖ }]\n', '\n> ## a\n> x\n') }) as string,
      /stands in a list or a quotation/,
    );
    assert.match(
      moved({ 'README.md': doc('program', 'id: p\nmilestones: [{ id: a⌖, title: One, two }]\n') }) as string,
      /has no colon/,
    );
  });
});

describe('moving an item from its file into a collection', () => {
  it('makes its prose a section, and the links to it lead there', () => {
    const files = {
      'README.md': doc(
        'program',
        'id: p\nmilestones:\n  - id: z\n    title: Z\n    # of z\n',
        '\n# P\n\n[a](m/a.md), [s](m/a.md#sub)\n',
      ),
      'm/a.md': doc(
        'milestone',
        '# why\nowner: maria⌖  # she\ntags:\n  - x\n',
        '\n# The a\n\n[p](../README.md), ![x](x.png), [s](#sub)\n\n## Sub\n\n- [ ] box\n',
      ),
    };
    assert.deepEqual(titles(files), ['Move a into the milestones of p']);
    assert.deepEqual(moved(files), {
      'README.md': doc(
        'program',
        'id: p\nmilestones:\n  - id: z\n    title: Z\n    # of z\n  # why\n  - id: a\n    title: The a\n    owner: maria  # she\n    tags:\n      - x\n',
        '\n# P\n\n[a](#a-the-a), [s](#sub)\n\n## a: The a\n\n[p](README.md), ![x](m/x.png), [s](#sub)\n\n### Sub\n\n- [ ] box\n',
      ),
    });
  });

  it('takes braces where they are used and can hold it, and a collection of its own where there is none', () => {
    const files = (collection: string, more = '') => ({
      'README.md': doc('program', `id: p\n${collection}`),
      'a.md': doc('milestone', `id: a⌖\ntags: [x, y]\n${more}`),
    });
    const text = (collection: string, more?: string) => {
      const after = moved(files(collection, more));
      return typeof after === 'string' ? after : after['README.md'];
    };
    assert.equal(text(''), doc('program', 'id: p\nmilestones:\n  - id: a\n    tags: [x, y]\n'));
    assert.equal(
      text('milestones: [{ id: z }]\n'),
      doc('program', 'id: p\nmilestones: [{ id: z }, { id: a, tags: [x, y] }]\n'),
    );
    assert.equal(
      text('milestones:\n  - { id: z }\n', 'note: |\n  x\n'),
      doc('program', 'id: p\nmilestones:\n  - { id: z }\n  - id: a\n    tags: [x, y]\n    note: |\n      x\n'),
    );
    assert.match(text('milestones: [{ id: z }]\n', 'note: |\n  x\n') ?? '', /cannot hold what it says/);
  });

  it('goes to its workstream or its program, between line ends of another kind', () => {
    const files = {
      'README.md': doc('program', 'id: p\n').replaceAll('\n', '\r\n'),
      'web.md': doc('workstream', 'id: web\n'),
      'R-1.md': doc('risk', 'id: R-1⌖\nworkstream: web\n', '\nJust text.\n'),
    };
    assert.deepEqual(titles(files), ['Move R-1 into the risks of web', 'Move R-1 into the risks of p']);
    assert.deepEqual(moved(files), {
      'README.md': files['README.md'],
      'web.md': doc(
        'workstream',
        'id: web\nrisks:\n  - id: R-1\n    workstream: web\n',
        '\n## R-1: R-1\n\nJust text.\n',
      ),
    });
    assert.deepEqual(moved(files, 1), {
      'README.md': doc(
        'program',
        'id: p\nrisks:\n  - id: R-1\n    workstream: web\n',
        '\n## R-1: R-1\n\nJust text.\n',
      ).replaceAll('\n', '\r\n'),
      'web.md': files['web.md'],
    });
  });

  it('takes all sections along whose headings name it, and the blank lines before the last of them', () => {
    const program = (gates: string, body: string): string => doc('program', `id: p\nmilestones:${gates}`, body);
    const files = { 'README.md': program('\n  - id: z\n  - id: a⌖\n', '# P\n\n## a\n\nOne.\n\n## a\n\nTwo.\n\n') };
    assert.deepEqual(moved(files), {
      'README.md': program('\n  - id: z\n', '# P\n'),
      'milestones/a.md': doc('milestone', 'id: a\ntitle: a\n', '\n# a\n\nOne.\n\n# a\n\nTwo.\n'),
    });
    const apart = { 'README.md': files['README.md'].replace('## a\n\nTwo.', '## Other\n\nThree.\n\n## a\n\nTwo.') };
    assert.equal((moved(apart) as Files)['README.md'], program('\n  - id: z\n', '# P\n\n## Other\n\nThree.\n'));
  });

  it('keeps the papers of a review, there and back', () => {
    const entry = "  - id: g⌖\n    needs: ['x y.md', ../LICENSE, https://x.org/a.md, z] # all\n    for: z\n";
    const plan = (gates: string): string => doc('program', `id: p\nmilestones: [{ id: z }]\n${gates}`);
    const files = { 'p/README.md': plan(`gates:\n${entry}`), 'p/x y.md': '' };
    const own = `---\ntype: gate\nid: g\nneeds: ['../x y.md', ../../LICENSE, https://x.org/a.md, z] # all\nfor: z\n---\n`;
    const after = moved(files) as Files;
    assert.deepEqual(after, { 'p/README.md': plan(''), 'p/x y.md': '', 'p/gates/g.md': own });
    assert.deepEqual(moved({ ...after, 'p/gates/g.md': own.replace('id: g', 'id: g⌖') }), {
      'p/README.md': files['p/README.md'].replace('⌖', ''),
      'p/x y.md': '',
    });
  });

  it('writes a title that was a heading behind the id', () => {
    const program = { 'README.md': doc('program', 'id: p\n') };
    const entry = (fields: string): string =>
      (moved({ ...program, 'm/a.md': doc('milestone', fields, '# The a\n') }) as Files)['README.md'] ?? '';
    const written = (fields: string): string => doc('program', `id: p\nmilestones:\n${fields}`, '\n## a: The a\n');
    assert.equal(
      entry('# why\nid: a⌖ # it\nowner: m\n'),
      written('  # why\n  - id: a # it\n    title: The a\n    owner: m\n'),
    );
    assert.equal(entry('owner: ⌖m\n'), written('  - id: a\n    title: The a\n    owner: m\n'));
    assert.equal(entry('owner: m\nid: >-\n  a⌖\n'), written('  - title: The a\n    owner: m\n    id: >-\n      a\n'));
  });

  it('is refused where its workstream has the name of another item first, which a file of its own would mean', () => {
    const files = {
      'a.md': doc('program', 'id: p\nmilestones: [{ id: web }]\n'),
      'm/b.md': doc('workstream', 'id: web\nrisks:\n  - id: R-1⌖\n'),
    };
    assert.match(moved(files) as string, /^the plan would not be the same: p\/R-1 workstream .*wrong-type/);
  });

  it('is refused where the file is a paper of a review', () => {
    const files = {
      'README.md': doc('program', 'id: p\ngates: [{ id: g, needs: m/a.md }]\n'),
      'm/a.md': doc('milestone', 'id: a⌖\n'),
    };
    assert.match(moved(files) as string, /^g needs its file as a paper: let it need a itself$/);
  });

  it('is not offered where something would be lost, and refused where the prose would be that of others', () => {
    const program = { 'README.md': doc('program', 'id: p\nmilestones: [{ id: z }]\n') };
    assert.deepEqual(titles({ ...program, 'w.md': doc('workstream', 'id: w⌖\nmilestones: [{ id: a }]\n') }), []);
    assert.deepEqual(titles({ 'a.md': doc('milestone', 'id: a⌖\n') }), []);
    assert.deepEqual(titles({ 'README.md': doc('program', 'id: p⌖\n') }), []);
    assert.match(
      moved({ ...program, 'a.md': doc('milestone', 'id: a⌖\nowner: m\n...\n') }) as string,
      /begins with "..."/,
    );
    assert.match(
      moved({ ...program, 'a.md': doc('milestone', 'id: a⌖\n', '\n# A\n\n## z: also\n') }) as string,
      /would not be the same/,
    );
  });
});
