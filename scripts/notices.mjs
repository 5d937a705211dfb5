import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { noticesOf } from './shipped/notices.ts';
import { shippedPackages } from './shipped/packages.ts';
import { root } from './vscode/paths.mjs';

// Writes THIRD-PARTY-NOTICES.txt: which packages of others are in what people get, and their licences, as the bundles say.
// With --check it writes nothing, and fails where the file is not what would be written.
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const file = 'THIRD-PARTY-NOTICES.txt';

// Where it fails, esbuild has said why.
await build(['extension', 'webview', 'cli', 'action']).catch(() => process.exit(1));
const text = noticesOf(shippedPackages(root));
const before = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
if (values.check && text !== before) {
  console.error(`${file} is not what the bundles are made of.\nRun \`npm run generate\`, and commit what it writes.`);
  process.exitCode = 1;
} else if (text !== before) {
  writeFileSync(join(root, file), text);
  console.log(file);
}
