import assert from 'node:assert/strict';
import { frontMatterAt } from '../../../src/language/loose/front-matter-at.ts';
import { looseYaml } from '../../../src/language/loose/loose-block.ts';
import type { Slot, Spot } from '../../../src/language/loose/loose-node.ts';
import { CURSOR } from '../../support/place.ts';

/** Where the cursor is in YAML, short: `key of risks[0]`, `value of owner "mar"`, `entry of risks`. */
function spotIn(marked: string): string {
  const text = marked.replace(CURSOR, '');
  return said(looseYaml(text, 0, text.length, marked.indexOf(CURSOR)).spot);
}

function said(spot: Spot | undefined): string {
  switch (spot?.kind) {
    case 'key':
      return `key of ${nameOf(spot.map?.of)}${spot.pair ? ` "${spot.pair.key.text}"` : ''}${spot.comma ? ` ${spot.comma}` : ''}`;
    case 'value':
      return `value of ${nameOf(spot.slot)}${spot.scalar && !spot.comma ? ` "${spot.scalar.text}"` : ''}${spot.comma ? ` ${spot.comma}` : ''}`;
    case 'new-entry':
      return `entry of ${nameOf(spot.list.of)}`;
    default:
      return 'nothing';
  }
}

function nameOf(slot: Slot | undefined): string {
  if (!slot) return 'all';
  const outer = slot.in.of ? nameOf(slot.in.of) : '';
  return slot.kind === 'pair' ? `${outer}.${slot.key.text}` : `${outer}[${slot.in.entries.indexOf(slot)}]`;
}

describe('the cursor in YAML that is half written', () => {
  it('is at a key, of the mapping that its column says', () => {
    for (const [text, spot] of [
      ['⌖', 'key of all'],
      ['ow⌖', 'key of all "ow"'],
      ['own⌖er: x', 'key of all "owner"'],
      ['risks:\n  - id: a\n    ⌖', 'key of .risks[0]'],
      ['risks:\n  - id: a\n⌖', 'key of all'],
      ['risks:\n  - id: a\n⌖\n    title: x', 'key of .risks[0]'],
      ['risks:\n- id: a\n⌖', 'key of all'],
      ['risks: [{ id: a, ⌖ }]', 'key of .risks[0]'],
      ['risks: [{ id: a ⌖}]', 'key of .risks[0] before'],
      ['risks: [{ ⌖ id: a }]', 'key of .risks[0] after'],
      ['risks:\n  - { id: a,\n      ow⌖ }\n  - id: b', 'key of .risks[0] "ow"'],
      ['{ ⌖', 'key of all'],
      ['mute: { over⌖ }', 'key of .mute "over"'],
      ['a:\r\n  b: c\r\n  ⌖\r\n', 'key of .a'],
      ['a:\r  b: c\r  ⌖\r', 'key of .a'],
    ] as const)
      assert.equal(spotIn(text), spot, text);
  });

  it('is at a value, however much of it is missing', () => {
    for (const [text, spot] of [
      ['owner:⌖', 'value of .owner'],
      ['owner:mar⌖', 'value of .owner "mar"'],
      ['owner: ma⌖ria # c', 'value of .owner "maria"'],
      ['title: "foo⌖\nowner: x', 'value of .title "foo"'],
      ['to: [⌖\nowner: x', 'value of .to[0]'],
      ['to: [a, ⌖]', 'value of .to[1]'],
      ['to: [a ⌖]', 'value of .to[0] before'],
      ['to: [⌖a]', 'value of .to[0] after'],
      ['to: [a, "b⌖\nowner: x', 'value of .to[1] "b"'],
      ['risks:\n  - ⌖', 'value of .risks[0]'],
      ['risks:\n  - id⌖', 'value of .risks[0] "id"'],
      ['risks:\n  ⌖', 'value of .risks'],
      ['risks:\n⌖\n  - id: x', 'entry of .risks'],
      ['risks:\n\n⌖\n- id: x', 'entry of .risks'],
      ['to:\n  - a\n  ⌖', 'entry of .to'],
      ['risks:\n  - to:\n      - a\n      ⌖\n  - id: b', 'entry of .risks[0].to'],
      ['{ a: [x, ⌖ }', 'value of .a[1]'],
    ] as const)
      assert.equal(spotIn(text), spot, text);
  });

  it('is nowhere in text, in comments, before keys, and where a value follows', () => {
    for (const text of [
      ...[
        '⌖owner: x',
        'a: b # ⌖',
        '# ⌖',
        'note: |\n  foo ⌖\nx: y',
        'title: foo\n  bar⌖',
        'risks:⌖\n  - id: a',
        'a: [x, # ⌖\n  y]',
      ],
      ...['"own"⌖: x', 'a: [b]⌖'],
    ])
      assert.match(spotIn(text), /^(?:nothing|key of all "own")$/, text);
  });

  it('is nowhere behind the end of the document', () => {
    for (const text of ['a: b\n...\n⌖', 'a: b\n...\now⌖', 'a: b\r\n... # end\r\na: ⌖', '...\n⌖', 'a: |\n  x\n...\n⌖'])
      assert.equal(spotIn(text), 'nothing', text);
    assert.equal(spotIn('⌖\n...\n'), 'key of all');
    assert.equal(spotIn('a: ..⌖\n'), 'value of .a ".."');
  });

  it('is nowhere behind an anchor or a tag, which nothing may replace', () => {
    for (const text of [
      ...['owner: &a ⌖', 'owner: &a⌖', 'owner: !!str ⌖', 'owner: !!str mar⌖', 'owner: &a !!str "mar⌖'],
      ...['to: [&a ⌖]', 'to: [x, &a ga⌖]', 'to:\n  - &a ⌖', 'risks: [{ &a own⌖: x }]'],
    ])
      assert.equal(spotIn(text), 'nothing', text);
    assert.equal(spotIn('risks: [{ id: &a ⌖ }]'), 'key of .risks[0] before');
    assert.equal(spotIn('owner: "&a ⌖"'), 'value of .owner "&a "');
  });

  it('takes no harm from what is nested without end', () => {
    for (const text of [
      '- '.repeat(1e5),
      '['.repeat(2e5),
      '{ a: '.repeat(5e4),
      '["\n'.repeat(5e4),
      'a: "b\n'.repeat(3e4),
    ])
      assert.doesNotThrow(() => looseYaml(text, 0, text.length, text.length - 1));
  });
});

describe('front matter that is half written', () => {
  const within = (marked: string): boolean =>
    frontMatterAt(marked.replace(CURSOR, ''), marked.indexOf(CURSOR)) !== undefined;

  it('ends at its dashes, at an empty line, or where prose begins', () => {
    for (const text of [
      ...[
        '---\n⌖',
        '---\n⌖\n---\n',
        '---\ntype: x\n⌖\n\n# Words',
        '---\n⌖\n# Words',
        '---\ntype: x\n\now⌖\n---\n',
        '\ufeff---\r\n⌖\r\n---',
      ],
      ...['---  \ntype: x⌖'],
    ])
      assert.ok(within(text), text);
    for (const text of [
      ...[
        '⌖---\n---\n',
        '--⌖-\n',
        '---\na: b\n⌖---\n',
        '---\na: b\n---\n⌖',
        '---\na: b\n\nWords are ⌖\n\n---\n',
        'a\n---\n⌖\n---\n',
        '---js\n⌖',
      ],
      ...['---\na: b\n\n⌖Words\n\nand more\n'],
    ])
      assert.ok(!within(text), text);
  });
});
