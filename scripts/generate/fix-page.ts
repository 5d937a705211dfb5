import { RULES } from '../../src/core/rules/registry.ts';
import { type FixComment, fixComments, fixesOfRule } from './fix-comments.ts';
import { generatedFrom, page, table } from './markdown.ts';

/** A page that lists every kind of quick fix, by rule. */
export function fixPage(): Record<string, string> {
  const comments = fixComments();
  const rows = RULES.flatMap(({ code }) => rowsOf(code, fixesOfRule(code, comments)));
  const unsafe = rows.filter(([, , safe]) => safe === '');
  return {
    'docs/fixes.md': page([
      generatedFrom('the comments in src/core/fixes/make'),
      '# Quick fixes',
      [
        'Most findings have a quick fix: the light bulb beside the line, or `Ctrl+.` (`Cmd+.` on a Mac) on it, lists what',
        'can be done. The likeliest comes first. A fix names the characters that it changes: everything else in the file',
        'stays as it is, byte for byte, with its comments, quotes, spaces and line ends. Nothing is done after which',
        'less of a file could be read than before, and nothing but an end to the conflict while one is in it.',
      ].join('\n'),
      '## Without asking',
      [
        'Of some fixes it is certain that they do what was meant. These are the ones that *Milepost: Fix All in Workspace*,',
        '`milepost fix` and, on saving, `source.fixAll.milepost` apply. None of them moves a date, opens or closes an item,',
        'creates or removes one, silences a finding, or takes a comment away. A word is never taken for its negation:',
        '`unresolved` is not corrected to `resolved`, nor is that suggested anywhere.',
      ].join('\n'),
      table(
        ['Rule', 'What is done', 'Without asking'],
        rows.filter(([, , safe]) => safe !== ''),
      ),
      '## A choice for a person',
      table(
        ['Rule', 'What can be done'],
        unsafe.map(([rule, text]) => [rule as string, text as string]),
      ),
      '## Silence, until a day',
      [
        'A finding that is known, and that nobody can act on yet, is silenced on its item for two weeks: the fix adds',
        '`mute: { overdue: 2026-12-05 }`, and the day can be changed by hand. Until then, up to and including that day, it is',
        'not shown. Errors cannot be silenced that way, nor can slips of the pen: they are put right.',
      ].join('\n'),
      '[All rules](rules/README.md)',
    ]),
  };
}

const rowsOf = (code: string, fixes: readonly FixComment[]): string[][] =>
  fixes.map(({ text, safe = '' }) => [`[${code}](rules/${code}.md)`, text.replaceAll('|', '\\|'), safe]);
