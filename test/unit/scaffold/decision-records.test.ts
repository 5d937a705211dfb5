import assert from 'node:assert/strict';
import { conventionOf } from '../../../src/core/config/adapters.ts';
import { configurationOf } from '../../../src/core/config/configuration.ts';
import { RULE_CODES } from '../../../src/core/rules/registry.ts';
import { recordConfig, recordFolders, recordLine } from '../../../src/core/scaffold/decision-records.ts';

describe('folders of decision records', () => {
  it('are known by their names and those of their files', () => {
    const paths = [
      ...['docs/adr/0001-a.md', 'docs/adr/0002-b.md', 'docs/adr/README.md', 'docs/adr/template.md'],
      ...['doc/decisions/20260101-a.md', 'service/Architecture-Decisions/ADR-01-a.md', 'adr/notes.md'],
      ...['docs/0001-guide.md', 'posts/decisions.md', '0001-a.md', 'decisions/a/0001-b.md'],
    ];
    assert.deepEqual(recordFolders(paths), [
      { path: 'docs/adr', count: 2 },
      { path: 'doc/decisions', count: 1 },
      { path: 'service/Architecture-Decisions', count: 1 },
    ]);
  });

  it('are named in a configuration that has them read, whatever they are called', () => {
    for (const folder of [
      'docs/adr',
      'a b/adr',
      'x{1,2}/[old]/adr',
      'a"b/#c/adr',
      '!neg/adr',
      'a(b)/adr',
      '日本/adr',
      'what?/adr',
      'a|b/adr',
      'a+(b)@c/^adr$',
      'a\\b/adr',
    ]) {
      const { config, problems } = configurationOf('milepost.yaml', recordConfig([folder]).text, RULE_CODES);
      assert.deepEqual(problems, [], folder);
      assert.equal(conventionOf(`${folder}/0001-a.md`, config.adapters), 'adr', folder);
      const others = ['whatx/adr', 'a/adr', 'b/adr', 'x1/o/adr', 'ab/#c/adr', 'ab/adr', folder.replace(/[^/\w]/g, 'x')];
      for (const other of others.filter((one) => one !== folder)) {
        assert.equal(conventionOf(`${other}/0001-a.md`, config.adapters), undefined, `${folder}, not ${other}`);
      }
      const line = configurationOf('milepost.yaml', `${recordLine([folder])}\n`, RULE_CODES);
      assert.deepEqual([line.problems, line.config.adapters], [[], config.adapters], 'on one line it says the same');
      assert.equal(conventionOf(`other/${folder}/0001-a.md`, config.adapters), undefined, folder);
    }
  });
});
