import { parseDay } from '../../../src/core/model/values/day.ts';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService } from '../../../src/workspace/plan-service.ts';
import { UNHURRIED } from '../../../src/workspace/slices.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';

/** The snapshot of a plan in memory on 2026-11-21. */
export function snapshotOf(files: Readonly<Record<string, string>>): Promise<Snapshot> {
  const service = new PlanService({
    files: new MemoryFiles(files),
    host: UNHURRIED,
    decodeUtf8: (bytes) => Buffer.from(bytes).toString('utf8'),
    rootName: 'plans',
    today: parseDay('2026-11-21') as number,
  });
  return service.settled();
}

/** An item in a file of its own. */
export const item = (type: string, id: string, ...fields: string[]): string =>
  ['---', `type: ${type}`, `id: ${id}`, ...fields, '---', ''].join('\n');
