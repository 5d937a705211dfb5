import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { escaped, generatedFrom, page, table } from './markdown.ts';
import { RELIABILITY_FIGURES } from './reliability-figures.ts';
import { FAULTS } from './reliability-rows.ts';

const TESTS = new URL('../../test/', import.meta.url);

/** The page on what Milepost does with hostile and faulty input: each kind by its number, with the tests that show it. */
export function reliabilityPage(): Record<string, string> {
  return { 'docs/reliability.md': page(blocks()) };
}

function blocks(): readonly string[] {
  const tests = testsByRow();
  const rows = FAULTS.map(([row, what, shown]) => {
    const found = tests.get(row) ?? [];
    if (found.length === 0) throw new Error(`no test is named after row ${row}: ${what}`);
    return [String(row), what, shown, found.map((path) => `[${escaped(nameOf(path))}](../test/${path})`).join('<br>')];
  });
  return [
    generatedFrom('scripts/generate/reliability.ts'),
    '# Reliability',
    `A plan can come from somebody else's branch, from a hand that slipped, or from a merge that went wrong. This page lists
what is known to go wrong with such input, here or in systems of this kind, what Milepost does then, and the tests that
show it: each names the row in its title. The table is made from these titles, and \`npm run generated\` fails where a
row has no test.`,
    table(['', 'input or condition', 'what Milepost does', 'shown by'], rows),
    RELIABILITY_FIGURES.trim(),
  ];
}

const nameOf = (path: string): string => path.replace(/\.test\.ts$/, '');

/** The files of tests by the rows that their titles name. */
function testsByRow(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const path of globSync('**/*.test.ts', { cwd: fileURLToPath(TESTS) }).sort()) {
    const text = readFileSync(new URL(path, TESTS), 'utf8');
    const rows = new Set(
      [...text.matchAll(/(?:describe|it)\(\s*(['`"])(.*?)\1/g)].flatMap(([, , title = '']) => rowsIn(title)),
    );
    for (const row of rows) found.set(row, [...(found.get(row) ?? []), path]);
  }
  return found;
}

/** `row 3`, `row 3, 7`, `rows 1 and 10`, `rows 1 to 6`. */
function rowsIn(title: string): readonly number[] {
  const [, list = ''] = /\brows? (\d+(?:(?:, | and | to )\d+)*)/.exec(title) ?? [];
  const [, from, to] = /^(\d+) to (\d+)$/.exec(list) ?? [];
  if (from !== undefined) return Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => Number(from) + n);
  return [...list.matchAll(/\d+/g)].map(([row]) => Number(row));
}
