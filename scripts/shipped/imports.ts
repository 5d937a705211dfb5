import { join } from 'node:path';
import { metafiles, type Product } from './metafiles.ts';
import { packageOf } from './package-of.ts';

/** A folder that stands for the project itself among those of packages. */
export const PROJECT = '';

/** Which packages the files of each package import in the bundles of a product, all by their folders. */
export function importsIn(root: string, product: Product): ReadonlyMap<string, ReadonlySet<string>> {
  const imports = new Map<string, Set<string>>();
  const folderOf = (path: string): string => {
    const folder = packageOf(path)?.folder;
    return folder === undefined ? PROJECT : join(root, folder);
  };
  for (const { metafile } of metafiles(root).filter((each) => each.product === product)) {
    for (const [path, input] of Object.entries(metafile.inputs)) {
      const from = folderOf(path);
      const known = imports.get(from) ?? new Set();
      imports.set(from, known);
      for (const { path: imported } of input.imports) known.add(folderOf(imported));
    }
  }
  return imports;
}
