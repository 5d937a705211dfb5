import { execFileSync } from 'node:child_process';
import { build } from './build.mjs';
import { tagAction } from './release/tag-action.ts';
import { root } from './vscode/paths.mjs';

// Makes a release of the GitHub Action: `node scripts/release-action.mjs v1.2.3`. A workflow that says
// `uses: OWNER/milepost@v1` gets the tree of that tag as it is, and nothing is built or installed there. So the tag is on
// a commit of its own, which holds the built file and little else: no other commit of the repository has it, and a
// workflow downloads no tests. Nothing is checked out, and nothing is pushed.
try {
  const status = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== '') throw new Error('commit first: what is released is to be what a commit has');
  await build(['action']);
  const tags = tagAction(root, process.argv[2] ?? '');
  console.log(`Look at it, then: git push --force origin ${tags.join(' ')}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
