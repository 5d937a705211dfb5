import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What people get. */
export const PRODUCTS = ['action', 'cli', 'extension'] as const;

export type Product = (typeof PRODUCTS)[number];

/** What esbuild tells of a bundle, as far as it is read here. */
export interface Metafile {
  /** Every file that it has looked at, with what each imports. */
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
  /** What it has written, with how much is left of each file. */
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** What was told of each bundle of the last build that people get, with the product that it is in. */
export function metafiles(root: string): readonly { readonly product: Product; readonly metafile: Metafile }[] {
  const folder = join(root, 'dist/meta');
  return readdirSync(folder)
    .filter((name) => !name.startsWith('test-'))
    .map((name) => ({
      product: PRODUCTS.find((product) => name === `${product}.json`) ?? 'extension',
      metafile: JSON.parse(readFileSync(join(folder, name), 'utf8')),
    }));
}
