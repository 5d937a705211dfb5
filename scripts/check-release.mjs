import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestNotes, releaseFaults } from './release/release-faults.ts';
import { root } from './vscode/paths.mjs';

// Says whether a tag can be released: `node scripts/check-release.mjs release-1.2.3`. Prints what the changelog says of it.
const read = (path) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'docs/pull-requests.md', ...globSync('examples/ci/*.yml', { cwd: root })];
const changelog = read('CHANGELOG.md');
const faults = releaseFaults({
  tag: process.argv[2] ?? '',
  manifest: read('package.json'),
  changelog,
  pages: Object.fromEntries(pages.map((page) => [page, read(page)])),
});
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else process.stdout.write(newestNotes(changelog));
