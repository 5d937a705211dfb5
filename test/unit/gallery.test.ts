import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const manifest = JSON.parse(readFileSync(root('package.json'), 'utf8'));

/** The categories that galleries have, and no others. */
const CATEGORIES = [
  ...['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps'],
  ...['Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers'],
  ...['Snippets', 'Testing', 'Themes', 'Visualization'],
];

/** Every text in a value, however deep. */
function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each);
}

describe('what galleries show of the extension', () => {
  it('has an icon for sharp screens, as a square PNG', () => {
    const png = readFileSync(root(manifest.icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [256, 256]);
  });

  it('has a banner on which the text of its theme can be read', () => {
    const { color, theme } = manifest.galleryBanner;
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    assert.equal(theme, 'dark', 'which means: white text');
    assert.ok(0.299 * red + 0.587 * green + 0.114 * blue < 100, color);
  });

  it('is found by categories that there are, and by as many words as may be', () => {
    assert.deepEqual(
      manifest.categories.filter((category: string) => !CATEGORIES.includes(category)),
      [],
    );
    assert.ok(manifest.keywords.length <= 30);
    assert.equal(new Set(manifest.keywords).size, manifest.keywords.length);
  });

  for (const page of ['README.md', 'CHANGELOG.md']) {
    it(`takes ${page} as it is: no pictures but those that galleries show`, () => {
      const text = readFileSync(root(page), 'utf8');
      for (const [, image = ''] of text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) assert.match(image, /\.(?:png|gif|jpg)$/);
      assert.doesNotMatch(text, /<svg|<img|data:image/);
    });
  }

  it('has every file that its manifest names', () => {
    const packed = readFileSync(root('scripts/package-contents.txt'), 'utf8').split('\n');
    const named = [...stringsIn(manifest)].filter((text) =>
      /^(?:\.\/)?(?:dist|docs|media|syntaxes)\/[^*]+$/.test(text),
    );
    assert.ok(named.length > 10, named.join());
    for (const path of named) assert.ok(packed.includes(`extension/${path.replace('./', '')}`), path);
  });

  it('says the same in the manifest and at the top of the changelog: which version this is', () => {
    const [, version] = /^## (\S+?)(?:,|$)/m.exec(readFileSync(root('CHANGELOG.md'), 'utf8')) ?? [];
    assert.equal(version, manifest.version);
  });
});
