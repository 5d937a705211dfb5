import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { importsIn, PROJECT } from './imports.ts';
import { licenceOf } from './licences.ts';
import type { Product } from './metafiles.ts';
import { type ShippedPackage, shippedPackages } from './packages.ts';

/** The project's manifest, as far as it is read here. */
interface Project {
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly description: string;
  readonly license: string;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

/**
 * What a product is made of, as CycloneDX 1.6: itself, the packages in its bundles with their licences, and which of them
 * needs which. The same build gives the same text: it has no date, and its number is made of what it says.
 */
export function sbomOf(root: string, product: Product): string {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));
  const project: Project = read('package.json');
  const lock: Lock = read('package-lock.json');
  const packages = shippedPackages(root).filter(({ products }) => products.includes(product));
  const own = productComponent(project, product);
  const content = {
    version: 1,
    metadata: { lifecycles: [{ phase: 'build' }], component: own },
    components: packages.map((shipped) => packageComponent(shipped, integrityOf(root, lock, shipped))),
    dependencies: dependenciesOf(own['bom-ref'], packages, importsIn(root, product)),
  };
  const head = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}`,
  };
  return `${JSON.stringify({ ...head, ...content }, undefined, 2)}\n`;
}

function productComponent({ name, version, publisher, description, license }: Project, product: Product) {
  const purl = {
    action: undefined,
    cli: `pkg:npm/${name}@${version}`,
    extension: `pkg:vscode-extension/${publisher}/${name}@${version}`,
  }[product];
  return {
    type: 'application',
    'bom-ref': `${name}-${product}@${version}`,
    name,
    version,
    description,
    licenses: [{ license: { id: license } }],
    ...(purl && { purl }),
  };
}

function packageComponent(shipped: ShippedPackage, integrity: string | undefined) {
  const { id, source } = licenceOf(shipped);
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(shipped.name) ?? [];
  return {
    type: 'library',
    'bom-ref': purlOf(shipped),
    ...(group && { group }),
    name,
    ...(shipped.version && { version: shipped.version }),
    ...(integrity && { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity, 'base64').toString('hex') }] }),
    licenses: [id.includes(' ') ? { expression: id } : { license: { id } }],
    purl: purlOf(shipped),
    ...(source && { externalReferences: [{ type: 'vcs', url: source }] }),
  };
}

function purlOf({ name, version }: ShippedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}${version === undefined ? '' : `@${version}`}`;
}

/** The hash of what was installed; of a package in a file of another one, only that one has any. */
function integrityOf(root: string, { packages }: Lock, { folder, within }: ShippedPackage): string | undefined {
  if (within !== undefined) return undefined;
  const path = relative(root, folder).replaceAll('\\', '/');
  return /^sha512-(.*)$/.exec(packages[path.slice(path.search(/(?<![^/])node_modules\//))]?.integrity ?? '')?.[1];
}

function dependenciesOf(
  own: string,
  packages: readonly ShippedPackage[],
  imports: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const installed = packages.filter(({ within }) => within === undefined);
  const needed = (folder: string): readonly string[] =>
    installed.filter((each) => each.folder !== folder && imports.get(folder)?.has(each.folder)).map(purlOf);
  return [
    { ref: own, dependsOn: needed(PROJECT) },
    ...packages.map((shipped) => {
      const inside = packages.filter(({ within, folder }) => within !== undefined && folder === shipped.folder);
      const others = shipped.within === undefined ? [...needed(shipped.folder), ...inside.map(purlOf)] : [];
      return { ref: purlOf(shipped), ...(others.length > 0 && { dependsOn: others.sort() }) };
    }),
  ];
}

/** A number for a text, in the form of UUIDs that are made in a way of one's own (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
