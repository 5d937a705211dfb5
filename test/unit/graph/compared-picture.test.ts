import assert from 'node:assert/strict';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { type ComparedPicture, comparedPicture } from '../../../src/core/graph/compared-picture.ts';
import { mermaidOf } from '../../../src/core/graph/mermaid/mermaid-of.ts';
import type { PictureOptions } from '../../../src/core/graph/options.ts';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { comparedBy } from '../../../src/core/views/diff/compared.ts';
import { snapshotOf } from '../../support/plan.ts';

const TODAY = '2026-11-02';

const program = (...milestones: readonly string[]): string =>
  `---\ntype: program\nid: atlas\nstart: ${TODAY}\nworkstreams:\n  - { id: data }\nmilestones:\n${milestones.map((one) => `  - { ${one} }\n`).join('')}---\n`;

const SCHEMA = 'id: schema, title: The schema, duration: 5d, workstream: data';
const EXPORT = 'id: export, title: The export, duration: 10d, depends_on: [schema]';
const PROBE = 'id: probe, title: The probe, workstream: data, depends_on: [schema]';
const CHECK = 'id: check, title: The check, depends_on: [probe]';

function compared(base: string, head: string, options: PictureOptions = {}): ComparedPicture {
  const [before, now] = [base, head].map((text) => snapshotOf({ 'plan.md': text }, { today: TODAY }));
  assert.ok(before && now);
  const diff = atOnce(diffPlans(before, now));
  return comparedPicture(pictureOf(now, options), comparedBy(diff, before, 'main'), now.today);
}

const drawn = ({ picture, marks }: ComparedPicture): string[] =>
  picture.nodes.map(
    (node) =>
      `${node.kind === 'item' ? node.id : node.key} ${marks.get(node.key) ?? '-'}: ${node.lines.slice(1).join(' | ')}`,
  );

const edges = ({ picture }: ComparedPicture): string[] => picture.edges.map(({ from, to }) => `${from} > ${to}`);

describe('the picture of a plan beside what it was', () => {
  it('says on nodes what was added, changed and moved', () => {
    const found = compared(program(SCHEMA, EXPORT), program(SCHEMA.replace('5d', '7d'), EXPORT, 'id: new, title: New'));
    assert.deepEqual(
      drawn(found).map((line) => line.replace(/: .*\| /, ': ')),
      ['schema changed: was 6 Nov, +2d', 'export moved: was 20 Nov, +2d, through schema', 'new added: new'],
    );
  });

  it('draws what is gone in its frame, with the links that it had', () => {
    const found = compared(program(SCHEMA, EXPORT, PROBE, CHECK), program(SCHEMA, EXPORT));
    const gone = [...found.gone.keys()];
    assert.equal(gone.length, 2);
    const [probe, check] = gone as [string, string];
    assert.deepEqual(edges(found), [
      'item atlas/schema > item atlas/export',
      `item atlas/schema > ${probe}`,
      `${probe} > ${check}`,
    ]);
    assert.equal(found.picture.nodes.find(({ key }) => key === probe)?.group, 'workstream atlas/data');
    assert.deepEqual(drawn(found).slice(2), ['probe removed: removed', 'check removed: removed']);
    // Mermaid draws every node once, and every end of an edge is a node.
    const { source, keys } = mermaidOf(found.picture, 'page');
    assert.equal(keys.size, found.picture.nodes.length + found.picture.groups.length);
    assert.ok(!source.includes('undefined'));
  });

  it('shows what somebody has written as text, of what is gone too', () => {
    const hostile = `id: x, title: '"]; click x "javascript:alert(1)" %%{init}%% <img src=x onerror=alert(1)>', depends_on: [schema]`;
    const { source } = mermaidOf(compared(program(SCHEMA, hostile), program(SCHEMA)).picture, 'page');
    assert.ok(source.includes('removed'));
    for (const markup of ['<img', '"]; click', '%%{']) assert.ok(!source.includes(markup), markup);
  });

  it('draws no more of what is gone than a picture has room for, and nothing of what is folded away', () => {
    const many = Array.from({ length: 60 }, (_, n) => `id: m${n}, workstream: data, depends_on: [schema]`);
    assert.equal(compared(program(SCHEMA, EXPORT, ...many), program(SCHEMA, EXPORT)).gone.size, 20);
    const folded = compared(program(SCHEMA, EXPORT, PROBE), program(SCHEMA, EXPORT), { folded: ['program atlas'] });
    assert.equal(folded.gone.size, 0);
  });

  it('finds a renamed item where it is', () => {
    const found = compared(
      program(SCHEMA, EXPORT, PROBE),
      program(SCHEMA.replace('id: schema', 'id: model'), EXPORT.replace('schema', 'model')),
    );
    assert.ok(drawn(found).some((line) => line.startsWith('model changed: ') && line.endsWith('was schema')));
    assert.deepEqual(edges(found).slice(1), [`item atlas/model > ${[...found.gone.keys()][0]}`]);
  });

  it('is the same where nothing has changed', () => {
    const found = compared(program(SCHEMA, EXPORT), program(SCHEMA, EXPORT));
    assert.equal(found.marks.size + found.gone.size, 0);
  });
});
