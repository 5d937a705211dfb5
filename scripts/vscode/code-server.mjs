import { join } from 'node:path';
import { nodeBinary } from './node.mjs';
import { npm, packageFolder } from './packages.mjs';
import { versions } from './pins.mjs';

/**
 * The VS Code server and workbench that the npm package code-server carries: where its entry point is, and the Node
 * that it wants. code-server's own program, with its login page and proxy, is left alone and not even installed.
 */
export async function codeServer(version) {
  const pins = versions[version];
  if (!pins) throw new Error(`There is no VS Code called “${version}”: newest or oldest`);
  const [folder, node] = await Promise.all([packageFolder(pins.server, complete), nodeBinary(pins.node)]);
  return { node, entry: join(folder, 'lib/vscode/out/server-main.js'), vscode: pins.vscode };
}

/** Installs what the package's own install script would, less its native modules: they only log and watch. */
async function complete(folder) {
  const install = ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  await npm(install, join(folder, 'lib/vscode'));
  await npm(install, join(folder, 'lib/vscode/extensions'));
}
