import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PRODUCTS, type Product } from '../../scripts/shipped/metafiles.ts';
import { sbomOf } from '../../scripts/shipped/sbom.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const project = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly version: number;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

/** What THIRD-PARTY-NOTICES.txt calls the products. */
const NAMES: Readonly<Record<Product, string>> = { action: 'action', cli: 'command line', extension: 'extension' };

/** The packages that THIRD-PARTY-NOTICES.txt says are in a product, with their licences. */
function noticed(product: Product, which: 'all' | 'installed' = 'all'): readonly string[] {
  const [list = ''] = readFileSync(join(ROOT, 'THIRD-PARTY-NOTICES.txt'), 'utf8').split(/^-{9,}$/m);
  const rows = [...list.matchAll(/^(\S+)( in \S+)? {2,}(\S.*?) {2,}(.+)$/gm)];
  return rows
    .filter(([, , within, , where]) => where?.split(', ').includes(NAMES[product]) && (which === 'all' || !within))
    .map(([, name, , licence]) => `${name} ${licence}`);
}

const described = ({ group, name, version, licenses: [licence] }: Component): string =>
  `${group ? `${group}/` : ''}${name}${version ? `@${version}` : ''} ${licence?.license?.id ?? licence?.expression}`;

describe('the list for machines of what a product is made of', () => {
  for (const product of PRODUCTS) {
    describe(product, () => {
      const sbom: Sbom = JSON.parse(sbomOf(ROOT, product));
      const { component } = sbom.metadata;
      const refs = sbom.components.map((each) => each['bom-ref']);

      it('is CycloneDX, and about the product as it is now', () => {
        assert.deepEqual([sbom.bomFormat, sbom.specVersion, sbom.version], ['CycloneDX', '1.6', 1]);
        assert.match(
          sbom.serialNumber,
          /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        assert.deepEqual(
          [component.type, component.name, component.version],
          ['application', 'milepost', project.version],
        );
        assert.equal(described(component), `milepost@${project.version} MIT`);
      });

      it('names the packages that people are told of, each once and under its licence', () => {
        assert.deepEqual(sbom.components.map(described).sort(), noticed(product).toSorted());
        assert.equal(new Set(refs).size, refs.length);
        for (const each of sbom.components) assert.equal(each.type, 'library');
      });

      it('says where each comes from, and what was installed', () => {
        for (const { name, version, purl = '', hashes } of sbom.components) {
          assert.match(purl, /^pkg:npm\/(?:%40[\w-]+\/)?[a-z][\w.-]*(?:@\d+\.\d+\.\d+)?$/);
          assert.ok(purl.includes(name) && purl.endsWith(version ?? name), purl);
          for (const { alg, content } of hashes ?? []) {
            assert.equal(alg, 'SHA-512');
            assert.match(content, /^[0-9a-f]{128}$/);
          }
        }
        // What came in a file of another package has been hashed with that.
        const whole = sbom.components.filter(({ hashes }) => hashes?.length === 1).map(described);
        assert.deepEqual(whole.sort(), noticed(product, 'installed').toSorted());
      });

      it('leads from the product to each of them', () => {
        const needs = new Map(sbom.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
        assert.deepEqual([...needs.keys()].sort(), [component['bom-ref'], ...refs].sort());
        const reached = new Set<string>();
        const open = [component['bom-ref']];
        for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
          if (reached.has(ref)) continue;
          reached.add(ref);
          const next = needs.get(ref);
          assert.ok(next, `${ref} is no part of it`);
          assert.equal(new Set(next).size, next.length);
          open.push(...next);
        }
        assert.deepEqual(
          [...needs.keys()].filter((ref) => !reached.has(ref)),
          [],
        );
      });

      it('is the same each time', () => {
        assert.equal(sbomOf(ROOT, product), sbomOf(ROOT, product));
      });
    });
  }

  it('has a number of its own for each product', () => {
    const numbers = PRODUCTS.map((product) => JSON.parse(sbomOf(ROOT, product)).serialNumber);
    assert.equal(new Set(numbers).size, PRODUCTS.length);
  });
});
