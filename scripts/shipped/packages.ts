import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EMBEDDED } from './embedded.ts';
import { type Metafile, metafiles, type Product } from './metafiles.ts';
import { packageOf } from './package-of.ts';

/** A package of others that is in what people get. */
export interface ShippedPackage {
  readonly name: string;
  /** Unknown of one that is in a file of another package, where nothing tells. */
  readonly version: string | undefined;
  /** The folder of its manifest and licence: its own, or that of the package that it is in a file of. */
  readonly folder: string;
  /** The package that has put it into a file of its own, if it was not bundled here. */
  readonly within: string | undefined;
  readonly products: readonly Product[];
}

type Found = Omit<ShippedPackage, 'products'>;

/**
 * Every package that has a byte in a bundle of the last build: not what is installed, but what ships. In the order of
 * names and versions.
 */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const all = new Map<string, Found & { readonly products: Set<Product> }>();
  for (const { product, metafile } of metafiles(root)) {
    for (const found of filesIn(metafile).flatMap((file) => packagesIn(root, file))) {
      const key = identity(found);
      const known = all.get(key) ?? { ...found, products: new Set() };
      all.set(key, known);
      known.products.add(product);
    }
  }
  return [...all.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { products, ...found }]) => ({ ...found, products: [...products].sort() }));
}

/** A package by its name and version, as people write it. */
export function identity({ name, version }: Pick<ShippedPackage, 'name' | 'version'>): string {
  return version === undefined ? name : `${name}@${version}`;
}

/** The files of packages of which something is left in a bundle. */
function filesIn({ outputs }: Metafile): readonly string[] {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => packageOf(path) && (inputs[path]?.bytesInOutput ?? 0) > 0),
  );
}

/** The package of a file, and those that the file was put together of. */
function packagesIn(root: string, file: string): readonly Found[] {
  const own = packageOf(file);
  if (own === undefined) return [];
  const folder = join(root, own.folder);
  const sources = sourcesOf(join(root, file)).flatMap((path) => packageOf(path) ?? []);
  const inner = sources.map(({ name, folder }) => ({ name, version: versionInStore(folder) }));
  const hidden = [own, ...sources].flatMap(({ path }) => EMBEDDED[path] ?? []);
  return [
    { name: own.name, version: versionIn(folder), folder, within: undefined },
    ...[...inner, ...hidden.map((name) => ({ name, version: undefined }))].map((found) => ({
      ...found,
      folder,
      within: own.name,
    })),
  ];
}

/** The files that one was made of, where its author has left a source map. */
function sourcesOf(file: string): readonly string[] {
  return existsSync(`${file}.map`) ? JSON.parse(readFileSync(`${file}.map`, 'utf8')).sources : [];
}

function versionIn(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** The version that a folder of pnpm's store is of: `.pnpm/@scope+name@1.2.3_more/node_modules/@scope/name`. */
function versionInStore(folder: string): string | undefined {
  return /(?<![^/])\.pnpm\/@?[^@/]+@(\d[^_(/]*)[^/]*\/node_modules\//.exec(folder)?.[1];
}
