import assert from 'node:assert/strict';
import type { Place } from '../../../src/language/place/place.ts';
import { placeAt } from '../../../src/language/place/place-at.ts';
import { placeIn } from '../../support/place.ts';

const PROGRAM = '---\ntype: program\nid: atlas\nworkstreams:\n  - { id: data }\nmilestones:\n  - { id: ga }\n---\n';

/** What stands at the cursor of a text, short: `reference "ga" depends_on → ga`. */
function at(text: string): string | undefined {
  const asked = placeIn({ 'README.md': PROGRAM, 'x.md': text });
  const place = placeAt(asked);
  if (!place) return undefined;
  const { start, end } = place.range;
  return `${place.kind} ${JSON.stringify(asked.document.text.slice(start, end))}${said(place)}`;
}

function said(place: Place): string {
  switch (place.kind) {
    case 'id':
    case 'heading':
      return ` of ${place.item.key}`;
    case 'reference':
      return ` ${place.field} → ${place.target?.key}`;
    case 'mention':
    case 'block':
      return ` → ${place.target?.key}`;
    case 'key':
    case 'value':
      return ` of ${place.field.name}`;
  }
}

const milestone = (more: string): string => `---\ntype: milestone\nid: beta\n${more}---\n`;

describe('the place of the cursor', () => {
  it('is an id where it is written, or the type of an item whose file names it', () => {
    assert.equal(at('---\ntype: milestone\nid: be⌖ta\n---\n'), 'id "beta" of atlas/beta');
    assert.equal(at('---\ntype: mile⌖stone\n---\n'), 'id "milestone" of atlas/x');
    assert.equal(at('---\nrisks:\n  - { id: R-1⌖, title: One }\n---\n'), 'id "R-1" of atlas/R-1');
  });

  it('is a reference in a list of any style, without its link and its quotes', () => {
    for (const list of ['[ga⌖ FS+2d]', '["g⌖a"]', '⌖ga', '\n  - { id: g⌖a, type: SS }', "\n  - 'ga⌖'", 'atlas/g⌖a']) {
      const written = list.includes('/') ? 'atlas/ga' : 'ga';
      assert.equal(at(milestone(`depends_on: ${list}\n`)), `reference "${written}" depends_on → atlas/ga`, list);
    }
    assert.equal(at(milestone('depends_on: [nowhe⌖re]\n')), 'reference "nowhere" depends_on → undefined');
    assert.equal(at(milestone('workstream: da⌖ta\n')), 'reference "data" workstream → atlas/data');
    assert.equal(
      at('---\ntype: register\nworkstream: da⌖ta\nprogram: atlas\nrisks: []\n---\n'),
      'reference "data" workstream → atlas/data',
    );
  });

  it('is the key of a field, or a value that is no reference', () => {
    assert.equal(at(milestone('ow⌖ner: maria\n')), 'key "owner" of owner');
    assert.equal(at(milestone('owner: ma⌖ria\n')), 'value "maria" of owner');
    assert.equal(at(milestone('tags: [one, t⌖wo]\n')), 'value "two" of tags');
    assert.equal(at(milestone('due: ⌖\n')), undefined);
  });

  it('is a mention, a heading of an item, or the comment of a live block in prose', () => {
    assert.equal(at(`${milestone('')}See [[g⌖a|the end]].\n`), 'mention "ga" → atlas/ga');
    assert.equal(at(`${milestone('')}See [it](READ⌖ME.md).\n`), 'mention "README.md" → atlas');
    assert.equal(at('---\nrisks:\n  - { id: R-1 }\n---\n\n## R-1⌖: One\n'), 'heading "R-1: One" of atlas/R-1');
    const block = (comment: string): string => `${milestone('')}<!-- milepost ${comment} -->\n<!-- /milepost -->\n`;
    assert.equal(at(block('graph focus=g⌖a')), 'block "ga" → atlas/ga');
    assert.equal(at(block('gra⌖ph')), 'block "<!-- milepost graph -->" → undefined');
    assert.equal(at(`${milestone('')}Some w⌖ords.\n`), undefined);
  });

  it('is nothing where the plan has nothing to say, however the text ends', () => {
    assert.equal(at(`⌖${milestone('')}`), undefined);
    assert.equal(at('---\ntype: milestone\nid: beta\n-⌖--'), undefined);
  });
});
