import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scanBody } from '../../src/core/parse/body/scan.ts';
import { headingSlug } from '../../src/core/parse/body/slug.ts';
import { snapshotOf } from '../support/plan.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const PAGES = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT }).sort();

describe('docs', () => {
  describe('links', () => {
    for (const path of PAGES) it(path, () => assert.deepEqual(brokenLinks(path), []));
  });

  it('show no picture that is not in the repository', () => {
    const tracked = new Set(
      execFileSync('git', ['ls-files', '-z', '*.png', '*.svg', '*.gif', '*.jpg'], {
        cwd: ROOT,
        encoding: 'utf8',
      }).split('\0'),
    );
    const shown = PAGES.flatMap((path) => imagesOf(read(path)).map((image) => join(dirname(path), image)));
    assert.ok(shown.length > 5, shown.join());
    assert.deepEqual(
      shown.filter((path) => !tracked.has(path)),
      [],
    );
  });

  it('name every dependency, and say why it is there', () => {
    const named = firstColumn(read('docs/dependencies.md'));
    assert.deepEqual(named.sort(), Object.keys(JSON.parse(read('package.json')).devDependencies).sort());
  });

  it('name every package that is in what people get, and no other', () => {
    const pattern = /^## In the bundles$([\s\S]*?)^They bring others along([\s\S]*?)^\[THIRD-PARTY/m;
    const [, table = '', brought = ''] = pattern.exec(read('docs/dependencies.md')) ?? [];
    const named = new Set([...firstColumn(table), ...quotedIn(brought)]);
    const [list = ''] = read('THIRD-PARTY-NOTICES.txt').split(/^-{9,}$/m);
    const shipped = [...list.matchAll(/^(@?[^@\s]+)(?:@\S+)?(?: in \S+)? {2,}\S/gm)];
    assert.deepEqual([...named].sort(), shipped.map(([, name]) => name).sort());
  });

  describe('examples of docs/format.md', () => {
    const fences = fencesOf(read('docs/format.md'));

    it('are all plans, or fields of an item', () => {
      for (const { language, info } of fences) {
        if (language === 'markdown' || language === 'yaml') assert.match(info, /\b(?:plan=\S+ file=\S+|of=\S+)/);
      }
    });

    for (const [name, plan] of plansOf(fences)) {
      it(`the plan ${name}`, () => {
        assert.deepEqual([...new Set(snapshotOf(plan.files).findings.map(({ code }) => code))], plan.finds);
      });
    }

    for (const { info, text } of fences.filter((fence) => fence.info.includes('of='))) {
      it(`fields of a ${option(info, 'of')}: ${text.split('\n')[0]}`, () => {
        const file = `---\ntype: ${option(info, 'of')}\nid: example\nowner: maria\n${text}---\n`;
        // What they refer to stands elsewhere.
        const found = snapshotOf({ 'plan.md': file }).findings.filter(({ code }) => code !== 'unknown-reference');
        assert.deepEqual(
          found.map(({ message }) => message),
          [],
        );
      });
    }
  });
});

/** What is between backticks in a text. */
const quotedIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** What is between backticks in the first column of the tables of a page. */
const firstColumn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((row) => quotedIn(row.split('|')[1] ?? ''));

/** The relative links and images of a page that lead to files and headings that are not there. */
function brokenLinks(path: string): string[] {
  const text = read(path);
  const links = scanBody(text, 0).mentions.flatMap((mention) => (mention.kind === 'link' ? [mention.target] : []));
  return [...links, ...imagesOf(text)].filter((link) => {
    const [to, fragment] = link.split('#') as [string, string | undefined];
    const target = to === '' ? path : join(dirname(path), decodeURIComponent(to));
    return !existsSync(join(ROOT, target)) || (fragment !== undefined && !anchorsOf(target).has(fragment));
  });
}

/** The pictures of a page that have no address elsewhere, as Markdown and as HTML has them. */
const imagesOf = (text: string): readonly string[] =>
  [...text.matchAll(/!\[[^\]]*\]\(([^():]+)\)|<(?:img|source)\b[^>]*\bsrc(?:set)?="([^":]+)"/g)].map(
    ([, markdown, html]) => decodeURIComponent((markdown ?? html ?? '').split(/[#? ]/)[0] ?? ''),
  );

function anchorsOf(path: string): Set<string> {
  const anchors = new Set<string>();
  for (const { text } of scanBody(read(path), 0).headings) {
    const slug = headingSlug(text);
    let anchor = slug;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${slug}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

interface Fence {
  readonly language: string;
  readonly info: string;
  readonly text: string;
}

function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, language, info, text]) => ({
    language: language as string,
    info: info as string,
    text: text as string,
  }));
}

function option(info: string, name: string): string | undefined {
  return new RegExp(`\\b${name}=(\\S+)`).exec(info)?.[1];
}

/** The plans that fences are files of, by name, each with the codes of the findings that it is to show. */
function plansOf(fences: readonly Fence[]): Map<string, { files: Record<string, string>; finds: string[] }> {
  const plans = new Map<string, { files: Record<string, string>; finds: string[] }>();
  for (const { info, text } of fences) {
    const name = option(info, 'plan');
    if (name === undefined) continue;
    const plan = plans.get(name) ?? { files: {}, finds: [] };
    plans.set(name, plan);
    plan.files[option(info, 'file') as string] = text;
    plan.finds.push(...(option(info, 'finds')?.split(',') ?? []));
  }
  return plans;
}
