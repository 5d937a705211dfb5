import assert from 'node:assert/strict';
import { conventionOf } from '../../../src/core/config/adapters.ts';
import { configurationOf } from '../../../src/core/config/configuration.ts';
import { RULE_CODES } from '../../../src/core/rules/registry.ts';
import { recordConfig, recordFolders } from '../../../src/core/scaffold/decision-records.ts';

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
    ]) {
      const { config, problems } = configurationOf('milepost.yaml', recordConfig([folder]).text, RULE_CODES);
      assert.deepEqual(problems, [], folder);
      assert.equal(conventionOf(`${folder}/0001-a.md`, config.adapters), 'adr', folder);
      assert.equal(conventionOf(`other/${folder}/0001-a.md`, config.adapters), undefined, folder);
    }
  });
});
