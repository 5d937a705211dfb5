import fc from 'fast-check';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

const SIGNS = ['"', "'", '`', '<', '>', '</', '/>', '&', '#', ';', '\\', '[', ']', '(', ')', '{', '}', '|', '%%'];
const WORDS = ['onerror=', 'onload=', 'src=', 'href=', 'javascript:', 'xssAttack()', 'https://example.org/', 'style'];
const MERMAID = ['-->', '@', 'img', 'end', 'click', 'n0', 'g0', 't0', ':::', '$$', '**', '__', ': t1, 1d', 'section '];
const OTHERS = ['\n', ' ', '\u202e', '\u200d', 'é', '漢字', '🏁'];

/** Parts of the languages that a text passes through, put together at random. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE_TEXTS.filter((text) => text.length < 200)),
      fc.constantFrom(...SIGNS, ...WORDS, ...MERMAID, ...OTHERS),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/**
 * Two programs with chains of milestones, which have these texts for all that somebody can write. Every other one has no
 * title, so that its id is shown; every fifth has a plain id, so that there are links; and there are workstreams that
 * really are some.
 */
export function hostilePlan(texts: readonly string[]): Record<string, string> {
  const items = texts.map((text, n) => {
    const written = JSON.stringify(text);
    const isPlain = n % 5 === 0;
    const parts = [
      `id: ${isPlain ? `m${n}` : written}`,
      ...(n % 2 === 0 ? [`title: ${written}`] : []),
      ...['owner', 'note'].map((name) => `${name}: ${written}`),
      `workstream: ${n % 3 === 0 ? `w${n % 4}` : written}`,
      'due: 2027-01-15',
      'duration: 2d',
      ...(n >= 5 ? [`depends_on: [${JSON.stringify(n >= 10 ? `m${n - (n % 5) - 5}` : texts[n - 1])}]`] : []),
    ];
    return `  - { ${parts.join(', ')} }`;
  });
  const workstreams = texts.slice(0, 4).map((text, n) => `  - { id: w${n}, title: ${JSON.stringify(text)} }`);
  const program = (id: string, title: string, own: readonly string[]): string =>
    [
      ...['---', 'type: program', `id: ${id}`, `title: ${JSON.stringify(title)}`],
      ...['workstreams:', ...workstreams, 'milestones:', ...own, '---', ''],
    ].join('\n');
  const half = Math.ceil(items.length / 2);
  return {
    'atlas/README.md': program('atlas', texts[0] ?? '', items.slice(0, half)),
    'zeus/README.md': program(JSON.stringify(texts.at(-1)), texts.at(-1) ?? '', items.slice(half)),
  };
}
