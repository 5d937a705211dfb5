import assert from 'node:assert/strict';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService } from '../../../src/workspace/plan-service.ts';
import { UNHURRIED } from '../../../src/workspace/slices.ts';

const decoder = new TextDecoder();

function serviceOf(files: Readonly<Record<string, string>>): PlanService {
  return new PlanService({
    files: new MemoryFiles(files),
    host: UNHURRIED,
    decodeUtf8: (bytes) => decoder.decode(bytes),
    rootName: 'plan',
    today: 20_778,
  });
}

const program = (start: string): string => `---\ntype: program\nid: atlas\nowner: m\nstart: ${start}\n---\n`;

describe('a schedule that is brought forward', () => {
  it('knows of a start that moves over a weekend, or is another reason for the same day', async () => {
    const firm = '---\ntype: milestone\nid: a\nowner: m\ndue: 2026-12-03\ncommitment: firm\nSTART---\n';
    for (const [own, before, after] of [
      ['', '2026-12-05', '2026-12-06'],
      ['start: 2026-12-07\n', '2026-12-07', '2026-11-02'],
      ['start: 2026-12-07\n', '2026-11-02', '2026-12-07'],
    ] as const) {
      const item = firm.replace('START', own);
      const service = serviceOf({ 'README.md': program(before), 'a.md': item });
      await service.settled();
      service.setOpen('README.md', program(after));
      const told = (await service.settled()).findings.map(({ message, range }) => [message, range]);
      const cold = await serviceOf({ 'README.md': program(after), 'a.md': item }).settled();
      assert.deepEqual(
        told,
        cold.findings.map(({ message, range }) => [message, range]),
      );
    }
  });

  it('does not keep every calendar that somebody has typed', async () => {
    const service = serviceOf({ 'README.md': program('2026-11-02'), 'a.md': '' });
    const crowded: boolean[] = [];
    for (let n = 0; n < 250; n++) {
      const holidays = `[2026-11-${String(2 + (n % 28)).padStart(2, '0')}, 20${27 + Math.floor(n / 28)}-01-04]`;
      service.setOpen(
        'a.md',
        `---\ntype: milestone\nid: a\nowner: m\nduration: 3d\ncalendar: { holidays: ${holidays} }\n---\n`,
      );
      crowded.push((await service.settled()).state.calendars.isCrowded);
    }
    assert.ok(crowded.some(Boolean));
    assert.ok(crowded.filter(Boolean).length < 10, 'one that is crowded is soon followed by one that is not');
  });
});
