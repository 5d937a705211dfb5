import { type Licence, licenceOf } from './licences.ts';
import { PRODUCTS, type Product } from './metafiles.ts';
import { identity, type ShippedPackage } from './packages.ts';

/** What people call what they get. */
const NAMES: Readonly<Record<Product, string>> = { extension: 'extension', cli: 'command line', action: 'action' };

const HEAD = `Third-party notices

Milepost is under the licence in LICENSE. Its extension for VS Code, its command line and its GitHub Action have the
packages below in them, each under a licence of its own, whose text follows. What is here is made of the bundles
themselves: it names what is in them, and nothing else.

A package “in” another comes as part of a file of that one. Each can be had from the npm registry under its name and
version, with its source. Milepost leaves out what is not used, and changes one expression of mermaid, which made code
of text.`;

/** The text of THIRD-PARTY-NOTICES.txt: a table of what ships, and each licence once with the packages that it is of. */
export function noticesOf(packages: readonly ShippedPackage[]): string {
  const licensed = packages.map((shipped) => ({ shipped, licence: licenceOf(shipped) }));
  const rows = licensed.map(({ shipped, licence }) => [
    identity(shipped) + (shipped.within === undefined ? '' : ` in ${shipped.within}`),
    licence.id,
    PRODUCTS.filter((product) => shipped.products.includes(product))
      .map((product) => NAMES[product])
      .join(', '),
  ]);
  const sections = [...byText(licensed)].map(
    ([text, names]) => `${'-'.repeat(100)}\n${folded(names.join(', '))}\n\n${text}`,
  );
  const sources = licensed.flatMap(({ shipped, licence }) => sourceOf(shipped, licence));
  return `${[HEAD, table(rows), sources.join('\n'), ...sections].join('\n\n')}\n`;
}

/** Where the source of a package is, if its licence wants that people are told. */
function sourceOf(shipped: ShippedPackage, { id, source }: Licence): readonly string[] {
  if (!id.includes('MPL-2.0')) return [];
  if (source === undefined) throw new Error(`${identity(shipped)} does not say where its source is, as ${id} wants it`);
  return [`The source of ${identity(shipped)}: ${source}`];
}

/** The texts of licences in the order in which they first come, each with the packages that have it word for word. */
function byText(
  licensed: readonly { readonly shipped: ShippedPackage; readonly licence: Licence }[],
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { shipped, licence } of licensed)
    for (const text of licence.texts) names.set(text, [...(names.get(text) ?? []), identity(shipped)]);
  return names;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join('  ')).join('\n');
}

/** A line as several of at most a hundred characters. */
function folded(line: string): string {
  return line.replace(/(.{1,100})(?: |$)/g, '$1\n').trimEnd();
}
