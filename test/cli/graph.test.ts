import assert from 'node:assert/strict';
import { readFlowchart } from '../support/mermaid-grammar.ts';
import { assertFailure } from './assertions.ts';
import { graphSchema } from './schemas.ts';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const PLAN = `---
type: program
id: atlas
goal: D
start: 2026-11-02
workstreams: [{ id: core, title: Core }]
milestones:
  - { id: A, title: A, duration: 5d, workstream: core, owner: maria }
  - { id: B, duration: 3d, depends_on: A, owner: maria }
  - { id: C, duration: 10d, depends_on: [A, other/X SS+2d] }
  - { id: D, due: 2026-11-20, depends_on: [B, C] }
  - { id: E, status: done, completed: 2026-10-30 }
risks:
  - { id: R, title: Rain, probability: 20%, impact: low }
---
`;
const OTHER = '---\ntype: program\nid: other\nmilestones:\n  - { id: X, duration: 1d }\n---\n';

describe('milepost graph', () => {
  let plan = '';

  before(() => {
    plan = folderWith({ 'milepost.yaml': '', 'atlas.md': PLAN, 'other.md': OTHER });
  });
  after(removeFolders);

  const graph = (...args: string[]) => milepost(plan, 'graph', '--today', '2026-11-02', ...args);
  const titles = async (...args: string[]): Promise<string[]> => {
    const { stdout, status } = await graph(...args);
    assert.equal(status, 0);
    readFlowchart(stdout);
    return [...stdout.matchAll(/^ +n\d+[^\w\s]+"(?:[✓★] )?(\w+)/gm)].map(([, title]) => title as string).sort();
  };

  it('prints a flowchart, and says what is not on it', async () => {
    const { stdout, stderr, status } = await graph('atlas');
    assert.equal(status, 0);
    assert.equal(stderr, 'milepost: Not shown: 1 other item and 1 item that neither waits nor is waited for.\n');
    assert.equal(
      stdout,
      `flowchart LR
  n1["B<br/>forecast 11 Nov"]
  n2["C<br/>forecast 20 Nov<br/>critical"]
  n3["★ D<br/>due 20 Nov<br/>critical"]
  n4["✓ E<br/>done 30 Oct"]
  subgraph g0["Core"]
    n0["A<br/>forecast 6 Nov<br/>critical"]
  end
  n0 --> n1
  n0 ==> n2
  n1 --> n3
  n2 ==> n3
  class n0,n2,n3 critical
  class n4 done
  classDef critical stroke:#cf222e,stroke-width:4px
  classDef done opacity:0.6
  linkStyle 1,3 stroke:#cf222e
`,
    );
  });

  it('takes programs, a type and the filters of list', async () => {
    assert.deepEqual(await titles(), ['A', 'B', 'C', 'D', 'E', 'X']);
    assert.deepEqual(await titles('other'), ['X']);
    assert.deepEqual(await titles('owner=maria'), ['A', 'B']);
    assert.deepEqual(await titles('atlas', 'milestones', 'owner=', '--open'), ['C', 'D']);
    assert.deepEqual(await titles('risks'), ['Rain']);
  });

  it('focuses on an item', async () => {
    assert.deepEqual(await titles('--focus', 'B', '--depth', '1'), ['A', 'B', 'D']);
    assert.deepEqual(await titles('--focus', 'B', '--depth', '0'), ['B']);
    assert.deepEqual(await titles('--focus', 'atlas/D'), ['A', 'B', 'C', 'D', 'X']);
    assert.match((await graph('--focus', 'B')).stdout, /^ {2}class n\d+ focus$/m);
  });

  it('shows critical paths and blocked chains alone', async () => {
    assert.deepEqual(await titles('--critical', 'atlas'), ['A', 'C', 'D']);
    const { stdout, stderr } = await graph('--blocked');
    assert.equal(stdout, 'flowchart LR\n');
    assert.match(stderr, /^milepost: 10 items in the plan, and none passes: /);
  });

  it('tells it as JSON, every item with its place', async () => {
    const { stdout } = await graph('--format', 'json');
    const { nodes, edges, groups, summary } = graphSchema.parse(JSON.parse(stdout));
    assert.deepEqual(
      nodes.map(({ id, file }) => `${id} ${file}`),
      [
        ...['atlas/A atlas.md', 'atlas/B atlas.md', 'atlas/C atlas.md', 'atlas/D atlas.md', 'atlas/E atlas.md'],
        'other/X other.md',
      ],
    );
    assert.deepEqual(edges[2], {
      from: 'item other/X',
      to: 'item atlas/C',
      links: [{ type: 'SS', lag: '2d' }],
      count: 1,
      critical: false,
      driving: false,
      crossing: true,
      cycle: false,
    });
    assert.deepEqual(
      groups.map(({ key, parent }) => [key, parent]),
      [
        ['program atlas', null],
        ['workstream atlas/core', 'program atlas'],
        ['program other', null],
      ],
    );
    assert.deepEqual(summary, { items: 6, filtered: 0, closed: 0, unlinked: 1 });
  });

  it('folds what is too much to draw, unless told not to', async () => {
    const items = Array.from({ length: 300 }, (_, n) => `  - { id: m${n}, workstream: w${n % 3} }`);
    const large = folderWith({
      'p.md': ['---', 'type: program', 'id: p', 'milestones:', ...items, '---', ''].join('\n'),
    });
    const { stdout, stderr } = await milepost(large, 'graph');
    assert.ok(readFlowchart(stdout).counts.node <= 120);
    assert.match(stderr, /^milepost: \d+ of 300 items are shown; \d+ are folded into \d groups?\.\n$/);
    const all = await milepost(large, 'graph', '--all');
    assert.equal(readFlowchart(all.stdout).counts.node, 300);
    assert.equal(all.stderr, '');
    const json = await milepost(large, 'graph', '--format', 'json');
    assert.equal(graphSchema.parse(JSON.parse(json.stdout)).nodes.length, 300);
  });

  const failures: readonly (readonly [readonly string[], RegExp])[] = [
    [['altas'], /there is no program and no filter "altas": did you mean atlas\?/],
    [['risks', 'milestones'], /"milestones" is a type: write it first, and only one/],
    [['colour=red'], /no item has a field "colour"/],
    [['--focus', 'Z'], /there is no item "Z"/],
    [['--focus', '../x'], /write an id such as/],
    [['--depth', '2'], /--depth says how far --focus reaches/],
    [['--focus', 'A', '--depth', '-1'], /--depth needs a value/],
    [['--focus', 'A', '--depth=1.5'], /--depth takes a whole number, not "1.5"/],
    [['--critical', '--blocked'], /ask for one of them/],
    [['--format', 'svg'], /--format takes mermaid or json, not svg: Mermaid draws in a browser only/],
    [['--format', 'png'], /--format takes mermaid or json, not "png"/],
  ];
  for (const [args, message] of failures) {
    it(`fails with one line: ${args.join(' ')}`, async () => assertFailure(await graph(...args), message));
  }
});
