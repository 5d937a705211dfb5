import assert from 'node:assert/strict';
import { idFromName, parseId } from '../../src/core/model/values/id.ts';
import { readYaml } from '../../src/core/parse/yaml/read.ts';
import { fileNameFor } from '../../src/core/scaffold/file-name.ts';
import { idFromTitle } from '../../src/core/scaffold/suggest-id.ts';
import { yamlText, yamlWord } from '../../src/core/scaffold/yaml-text.ts';
import { Chance } from '../property/fixes/chance.ts';
import type { FuzzTarget } from './target.ts';

const PARTS = [
  ...[
    'a',
    'B',
    '1',
    ' ',
    '-',
    '_',
    '.',
    '/',
    '\\',
    ':',
    '*',
    '?',
    '"',
    '<',
    '>',
    '|',
    '#',
    '%',
    '&',
    "'",
    '`',
    '~',
    '..',
  ],
  ...[
    'con',
    'AUX',
    'nul.',
    'com1',
    '.git',
    'ü',
    'u\u0308',
    'ß',
    'İ',
    '日本',
    'عربي',
    '\u202e',
    '\u200b',
    '💥',
    '\ud800',
  ],
  ...[
    '\u0000',
    '\u001b',
    '\t',
    '\ufeff',
    'true',
    'no',
    '1e3',
    '0x1',
    '2026-11-21',
    'null',
    '- ',
    ': ',
    ' #',
    '{{',
    ']]',
  ],
];

/** Names and titles of all sorts: what is made of them is a name on every system, and YAML that says the same. */
export const fileNames: FuzzTarget = {
  name: 'names',
  unit: 'names',
  attempt(seed) {
    const chance = new Chance(seed);
    const text = Array.from({ length: 1 + chance.below(12) }, () => chance.of(PARTS)).join('');
    const told = JSON.stringify(text);
    for (const id of [idFromTitle(text), idFromName(text)]) {
      if (id === '') continue;
      if (parseId(id).ok) checkName(fileNameFor(id), told);
    }
    const made = idFromTitle(text);
    assert.ok(made === '' || parseId(made).ok, `${told} became ${JSON.stringify(made)}`);
    // A lone surrogate and a control character are no text that a file could hold.
    if (!/[\u0000-\u001f\u007f-\u009f\ufeff\ud800-\udfff]/.test(text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, ''))) {
      for (const written of [yamlText(text), yamlWord(text)]) {
        const { root, problems } = readYaml(`k: ${written}`, 0, 3 + written.length);
        assert.deepEqual(problems, [], told);
        const value = root?.pairs[0]?.value;
        assert.equal(value?.kind === 'scalar' ? value.text : undefined, text, `${told} written as ${written}`);
      }
    }
    return 1;
  },
};

/** What Windows, macOS and Linux all take, whatever the case. */
function checkName(name: string, told: string): void {
  assert.doesNotMatch(name, /[\u0000-\u001f<>:"/\\|?*]/, told);
  assert.doesNotMatch(name, /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i, told);
  assert.doesNotMatch(name, /^\.|[. ]$/, told);
  assert.ok(Buffer.byteLength(name) <= 255, told);
}
