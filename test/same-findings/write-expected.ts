import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, inProcess, removeFolders } from '../cli/support.ts';
import { findingsOfCli } from './from-cli.ts';
import { EXPECTED, SAME_PLAN, samePlan } from './same-plan.ts';

// Writes what the command line finds today as what every host has to find: `node test/same-findings/write-expected.ts`.
const folder = folderWith(
  Object.fromEntries(Object.entries(samePlan()).map(([path, bytes]) => [join(SAME_PLAN, path), Buffer.from(bytes)])),
);
writeFileSync(
  EXPECTED,
  await findingsOfCli(join(folder, SAME_PLAN), async (cwd, ...args) => (await inProcess(cwd, ...args)).stdout),
);
removeFolders();
