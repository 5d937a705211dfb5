import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCliPackage } from './release/cli-package.ts';
import { packFolder } from './release/npm.ts';
import { root } from './vscode/paths.mjs';

// Makes dist/milepost.tgz, the npm package of the command line, of what has been built.
const tarball = 'dist/milepost.tgz';
writeCliPackage(root, join(root, 'dist/npm'));
renameSync(packFolder(join(root, 'dist/npm'), join(root, 'dist')), join(root, tarball));
console.log(`${tarball}: ${(statSync(join(root, tarball)).size / 1024).toFixed(0)} KiB`);
