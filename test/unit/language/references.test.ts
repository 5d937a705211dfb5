import assert from 'node:assert/strict';
import { definitionAt } from '../../../src/language/definition.ts';
import { type FoundReference, highlightsAt, referencesAt } from '../../../src/language/references.ts';
import { placeIn } from '../../support/place.ts';

const PLAN = {
  'README.md': `---
type: program
id: atlas
workstreams:
  - { id: data }
milestones:
  - { id: ga, depends_on: ["beta FS+2d"] }
---

## ga: the end

Until [[ga]] see [it](x.md), and [[nobody]].

<!-- milepost graph focus=beta -->
<!-- /milepost -->
`,
  'risks.md': `---
type: register
program: atlas
workstream: data
risks:
  - { id: R-1, affects: [ga] }
  - { id: R-1b, workstream: data }
---

## R-1: A risk

Threatens [[atlas/ga]], [[R-1b]].
`,
  'x.md': '---\ntype: milestone\nid: beta\nblocks: [ga]\nworkstream: data\n---\n\nBefore [[ga|the end]].\n',
};

const shown = (found: readonly FoundReference[]): string[] =>
  found.map(({ kind, document: { path, lines, text }, range: { start, end } }) => {
    const { line } = lines.positionAt(start);
    return `${kind} ${path}:${line + 1} ${text.slice(start, end)}`;
  });

describe('references of an item', () => {
  it('are all of them, each with its kind, from wherever it is named', () => {
    const expected = [
      'declaration README.md:7 ga',
      'heading README.md:10 ga',
      'mention README.md:12 ga',
      'affects risks.md:6 ga',
      'mention risks.md:12 atlas/ga',
      'mention x.md:8 ga',
    ];
    const from = (path: keyof typeof PLAN, word: string): string[] =>
      shown(referencesAt(placeIn({ ...PLAN, [path]: PLAN[path].replace(word, `⌖${word}`) })));
    assert.deepEqual(from('README.md', 'ga, depends'), expected);
    assert.deepEqual(from('README.md', 'ga: the'), expected);
    assert.deepEqual(from('x.md', 'ga|the'), expected);
    assert.deepEqual(from('risks.md', 'ga] }'), expected);
    assert.deepEqual(from('x.md', 'beta'), [
      'declaration x.md:3 beta',
      'depends_on README.md:7 beta',
      'mention README.md:12 x.md',
      'block README.md:14 beta',
    ]);
    assert.deepEqual(from('risks.md', 'data\nrisks'), [
      'declaration README.md:5 data',
      'workstream risks.md:4 data',
      'workstream risks.md:7 data',
      'workstream x.md:5 data',
    ]);
    assert.deepEqual(from('README.md', 'nobody'), []);
  });

  it('are marked in their document, the id as what is written', () => {
    const at = (text: string): string[] => shown(highlightsAt(placeIn({ ...PLAN, 'risks.md': text })));
    assert.deepEqual(at(PLAN['risks.md'].replace('id: R-1b', 'id: R-⌖1b')), [
      'declaration risks.md:7 R-1b',
      'mention risks.md:12 R-1b',
    ]);
    assert.deepEqual(at(PLAN['risks.md'].replace('[ga]', '[g⌖a]')), [
      'affects risks.md:6 ga',
      'mention risks.md:12 atlas/ga',
    ]);
    assert.deepEqual(at(PLAN['risks.md'].replace('Threatens', 'Threat⌖ens')), []);
  });
});

describe('references in live blocks', () => {
  const block = (view: string): string => `<!-- milepost ${view} -->\n<!-- /milepost -->\n`;
  const program = (body: string): Record<string, string> => ({
    'README.md': `---\ntype: program\nid: atlas\nworkstreams: [{ id: web }]\nmilestones:\n  - { id: pilot, owner: pilot }\n---\n${body}`,
    'beta/README.md': '---\ntype: program\nid: beta\n---\n',
  });
  const marked = (body: string, id: string): readonly string[] => {
    const files = program(body);
    const readme = (files['README.md'] as string).replace(`id: ${id}`, `id: ${id}⌖`);
    return referencesAt(placeIn({ ...files, 'README.md': readme }))
      .filter(({ kind }) => kind === 'block')
      .map(({ document, range }) => document.text.slice(range.start, range.end));
  };

  it('are options that name an item, and no others of its letters', () => {
    assert.deepEqual(marked(block('milestones phase=pilot owner=pilot status=pilot title=pilot'), 'pilot'), []);
    const body = block('milestones depends_on=Pilot id=atlas/pilot') + block('graph focus=pilot');
    assert.deepEqual(marked(body, 'pilot'), ['Pilot', 'atlas/pilot', 'pilot']);
    assert.deepEqual(marked(block('graph focus=Pilot') + block('milestones program=beta id=pilot'), 'pilot'), []);
  });

  it('are those of programs and workstreams too', () => {
    const body =
      block('graph program=atlas') + block('risks program="Atlas" workstream=Web') + block('graph program=Atlas');
    assert.deepEqual(marked(body, 'atlas'), ['atlas', '"Atlas"']);
    assert.deepEqual(marked(body, 'web'), ['Web']);
  });

  it('lead where they say, and are marked as the same', () => {
    const at = (body: string) => placeIn(program(body));
    assert.equal(definitionAt(at(block('milestones phase=pil⌖ot'))), undefined);
    assert.ok(definitionAt(at(block('milestones program=ATL⌖AS'))));
    const here = highlightsAt(at(block('milestones workstream=we⌖b owner=web')));
    assert.equal(here.filter(({ kind }) => kind === 'block').length, 1);
    // However its letters are composed.
    const files = {
      'README.md': `---\ntype: program\nid: atlas\nmilestones: [{ id: gr\u00f6\u00dfe⌖ }]\n---\n${block('graph focus=gro\u0308\u00dfe')}`,
    };
    assert.equal(referencesAt(placeIn(files)).filter(({ kind }) => kind === 'block').length, 1);
  });
});
