import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sbomOf } from './shipped/sbom.ts';
import { root } from './vscode/paths.mjs';

// Writes what each product of the last build is made of, for machines, beside it.
const files = { extension: 'dist/milepost.vsix', cli: 'dist/milepost.tgz', action: 'dist/action' };

for (const [product, file] of Object.entries(files)) {
  writeFileSync(join(root, `${file}.cdx.json`), sbomOf(root, product));
  console.log(`${file}.cdx.json`);
}
