import assert from 'node:assert/strict';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { recordFoldersAmong } from '../../../src/vscode/create/record-folders.ts';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService } from '../../../src/workspace/plan-service.ts';
import { UNHURRIED } from '../../../src/workspace/slices.ts';

describe('decision records in a window without a plan', () => {
  it('are looked for again once a file has come or gone, and not with each text or editor', async () => {
    const files = new MemoryFiles({ 'docs/adr/0001-kafka.md': '# Kafka\n', 'notes.md': '# Notes\n' });
    const service = new PlanService({
      files,
      host: UNHURRIED,
      decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
      rootName: 'plan',
      today: parseDay('2026-11-21') as number,
    });
    const found = async () => recordFoldersAmong((await service.settled()).plan.listFiles);
    const first = await found();
    assert.deepEqual(first, ['docs/adr']);
    assert.equal(await found(), first);
    service.setOpen('notes.md', '# Other notes\n');
    assert.equal(await found(), first, 'a text says nothing of which files there are');
    files.set('service/adr/0001-own.md', '# Own\n');
    service.touch(['service/adr/0001-own.md']);
    assert.deepEqual(await found(), ['docs/adr', 'service/adr']);
    for (const path of ['docs/adr/0001-kafka.md', 'service/adr/0001-own.md']) files.set(path, undefined);
    service.touch(['docs/adr/0001-kafka.md', 'service/adr/0001-own.md']);
    assert.deepEqual(await found(), []);
  });
});
