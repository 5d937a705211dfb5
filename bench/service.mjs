// A plan in the process that an editor would have.
import { readdirSync, readFileSync } from 'node:fs';
import { PlanService } from '../src/workspace/plan-service.ts';

/** The day that the plans are made for: 2026-11-21. */
export const TODAY = 20778;

/** Keeps the plan of a folder up to date. */
export function serviceOf(root, host) {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const decodeUtf8 = (bytes) => decoder.decode(bytes);
  return new PlanService({ files: filesIn(root), host, decodeUtf8, rootName: 'plan', today: TODAY });
}

function filesIn(root) {
  const kind = (entry) => (entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other');
  return {
    list: async (folder) =>
      readdirSync(`${root}/${folder}`, { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kind(entry),
      })),
    read: async (path) => {
      try {
        return readFileSync(`${root}/${path}`);
      } catch {
        return undefined;
      }
    },
  };
}
