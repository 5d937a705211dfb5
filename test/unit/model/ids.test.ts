import assert from 'node:assert/strict';
import { idFromName, parseId } from '../../../src/core/model/values/id.ts';
import { idFromPath } from '../../../src/core/parse/id-from-path.ts';
import { marked, problemsOf, readPlan } from '../../support/reading.ts';

const item = (id: string) => {
  const document = readPlan(`---\ntype: milestone\nid: ${id}\n---\n`, { path: 'plans/from-file.md' });
  return { document, item: document.items[0] as NonNullable<(typeof document.items)[0]> };
};

describe('ids', () => {
  for (const id of ['api-freeze', 'R-1', 'R_1', 'v1.2', '1', 'ü', '移行', 'मील', 'Ⅳ', 'a'.repeat(200), '२०']) {
    it(`may be ${id.slice(0, 20)}`, () => {
      const read = item(id);
      assert.equal(read.item.id, id);
      assert.deepEqual(read.document.problems, []);
      assert.equal(marked(read.document, { range: read.item.idRange }), id);
    });
  }

  for (const [id, suggestion] of [
    ['api freeze', 'api-freeze'],
    ['-api', 'api'],
    ['.hidden', 'hidden'],
    ['_x', 'x'],
    ['a/b', 'a-b'],
    ["bob's", 'bob-s'],
    ['a+b', 'a-b'],
    ['🚀x', 'x'],
  ] as const) {
    it(`may not be ${id}: ${suggestion} is proposed`, () => {
      const read = item(JSON.stringify(id));
      assert.deepEqual(problemsOf(read.document), [`invalid-value 3:5 ${JSON.stringify(JSON.stringify(id))}`]);
      assert.match(read.document.problems[0]?.message ?? '', new RegExp(`write "${suggestion}"`));
      assert.equal(read.item.id, id, 'under the name it was given, so that references to it are not wrong as well');
    });
  }

  it('are text, whatever YAML reads', () => {
    for (const id of ['012', '1.0', '1e3', '0x1F', '2026-11-02', '1_000', '99999999999999999999999', '.5e1']) {
      assert.equal(item(id).item.id, id);
    }
    for (const id of ['012', '1.0', '1e3', '2026-11-02']) assert.deepEqual(item(id).document.problems, []);
  });

  it('that other readers of YAML take for true or false are pointed out', () => {
    for (const id of ['no', 'Yes', 'on', 'true']) {
      assert.equal(item(id).item.id, id);
      assert.deepEqual(problemsOf(item(id).document), [`yaml-surprise 3:5 "${id}"`]);
      assert.deepEqual(item(`"${id}"`).document.problems, []);
    }
  });

  it('are the same in every normal form', () => {
    assert.equal(item('e\u0301tude').item.id, '\u00e9tude');
    assert.equal(item('\u00e9tude').item.id, '\u00e9tude');
    assert.deepEqual(item('e\u0301tude').document.problems, []);
  });

  it('may hold nothing that cannot be seen, and messages show what there is', () => {
    for (const hidden of ['\u202e', '\u200b', '\u2066', '\u00ad', '\ufeff', '\u{e0041}']) {
      const { document } = item(`api${hidden}freeze`);
      assert.deepEqual(
        document.problems.map((problem) => problem.code),
        ['invalid-value'],
      );
      const message = document.problems[0]?.message ?? '';
      assert.ok(message.includes(`\\u{${hidden.codePointAt(0)?.toString(16)}}`), message);
      assert.ok(!message.includes(hidden));
    }
  });

  it('stand where the id stands, without quotes', () => {
    for (const written of ['R-1', '"R-1"', "'R-1'", '   R-1   ', 'R-1 # the first']) {
      const read = item(written);
      assert.equal(marked(read.document, { range: read.item.idRange }), 'R-1');
    }
  });

  it('that are a list or a mapping are none, and the file gives its own', () => {
    for (const written of ['[a, b]', '{ a: b }']) {
      const read = item(written);
      assert.equal(read.item.id, 'from-file');
      assert.deepEqual(problemsOf(read.document), [`invalid-value 3:5 ${JSON.stringify(written)}`]);
    }
  });

  it('that are empty are none, and the file gives its own', () => {
    for (const written of ['', '~', 'null']) {
      assert.equal(item(written).item.id, 'from-file');
      assert.deepEqual(item(written).document.problems, []);
    }
  });

  it('may be names that every object has', () => {
    for (const id of ['constructor', 'toString', 'hasOwnProperty', 'valueOf']) assert.ok(parseId(id).ok);
    assert.ok(!parseId('__proto__').ok);
  });
});

describe('ids from names of files', () => {
  for (const [path, id] of [
    ['api-freeze.md', 'api-freeze'],
    ['plans/api-freeze.md', 'api-freeze'],
    ['plans/api-freeze.markdown', 'api-freeze'],
    ['atlas/README.md', 'atlas'],
    ['plans/atlas/readme.md', 'atlas'],
    ['plans/atlas/index.md', 'atlas'],
    ['plans/Atlas migration/Index.md', 'Atlas-migration'],
    ['plans/v1.2.md', 'v1.2'],
    ['plans/Public API (frozen).md', 'Public-API--frozen-'],
    ['plans/_draft.md', 'draft'],
    ['plans/移行.md', '移行'],
    ['plans/e\u0301tude.md', '\u00e9tude'],
    ['plans/R&D.md', 'R-D'],
  ] as const) {
    it(`${path} gives ${id}`, () => assert.equal(idFromPath(path), id));
  }

  it('may give none', () => {
    assert.equal(idFromName('!!!'), '');
    const document = readPlan('---\ntype: milestone\ntitle: Frozen API surface now\n---\n', { path: 'plans/!!!.md' });
    assert.deepEqual(document.items, []);
    assert.deepEqual(problemsOf(document), ['missing-field 2:1 "type: milestone"']);
    assert.match(document.problems[0]?.message ?? '', /id: frozen-api-surface/);
  });

  it('are findings on the type, where findings on the id would stand', () => {
    const document = readPlan('---\ntype: milestone\n---\n', { path: 'a.md' });
    assert.equal(marked(document, { range: document.items[0]?.idRange as never }), 'milestone');
  });
});
