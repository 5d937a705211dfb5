import assert from 'node:assert/strict';
import { documentSymbols, type ItemSymbol, symbolName, workspaceSymbols } from '../../../src/language/symbols.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { placeIn } from '../../support/place.ts';
import { snapshotOf } from '../../support/plan.ts';

/** An outline as text, two spaces a level. */
function outline(text: string): string[] {
  const asked = placeIn({ 'x.md': `${text}⌖` });
  const shown = ({ start, end }: { start: number; end: number }): string => asked.document.text.slice(start, end);
  const draw = ({ name, detail, selection, fields, entries }: ItemSymbol, indent: string): string[] => [
    `${indent}${name} (${detail}) at ${shown(selection)}`,
    ...fields.map((field) => `${indent}  ${field.name} (${field.detail}) at ${shown(field.range)}`),
    ...entries.flatMap((entry) => draw(entry, `${indent}  `)),
  ];
  return documentSymbols(asked).flatMap((symbol) => draw(symbol, ''));
}

describe('symbols', () => {
  it('are the items of a document with their fields, entries in the item that holds them', () => {
    assert.deepEqual(
      outline(
        '---\ntype: program\nid: atlas\ntags: [one, two]\nmilestones:\n  - { id: ga, due: 2026-12-11 }\n---\n\n# Atlas\n',
      ),
      [
        'atlas Atlas (active) at atlas',
        '  type (program) at type: program',
        '  id (atlas) at id: atlas',
        '  tags (one, two) at tags: [one, two]',
        '  ga (planned · due 11 Dec) at ga',
        '    id (ga) at id: ga',
        '    due (2026-12-11) at due: 2026-12-11',
      ],
    );
    assert.deepEqual(outline('---\ntype: risk\nowner:\n---\n'), [
      'x (open) at risk',
      '  type (risk) at type: risk',
      '  owner () at owner',
    ]);
  });

  it('lie within what they belong to, and have names, whatever documents say', () => {
    for (const text of HOSTILE_TEXTS) {
      const asked = placeIn({
        'x.md': `---\nrisks:\n  - id: ⌖R-1\n    title: ${JSON.stringify(text)}\n    ? ""\n---\n`,
      });
      for (const { name, range, selection, fields } of documentSymbols(asked)) {
        assert.ok(range.start <= selection.start && selection.end <= range.end);
        for (const each of [{ name, range }, ...fields])
          assert.ok(each.name.trim() !== '' && each.range.end <= range.end);
      }
    }
  });

  it('of the workspace are found by id and title, in part and by their letters', () => {
    const { plan } = snapshotOf({
      'x.md': [
        ...['---', 'milestones:'],
        ...['{ id: api-freeze, title: The API is frozen }', '{ id: beta, title: First api users }', '{ id: old-api }'],
        ...['---', ''],
      ]
        .map((line) => line.replace(/^\{/, '  - {'))
        .join('\n'),
    });
    const found = (query: string): string[] => workspaceSymbols(plan, query).map(({ id }) => id);
    assert.deepEqual(found('api'), ['api-freeze', 'old-api', 'beta']);
    assert.deepEqual(found('FROZEN api'), ['api-freeze']);
    assert.deepEqual(found('apfr'), ['api-freeze']);
    assert.deepEqual(found('zzz'), []);
    assert.deepEqual(found(''), ['api-freeze', 'beta', 'old-api']);
    assert.equal(symbolName(plan.items[0] as never), 'api-freeze The API is frozen');
  });
});
