import type { ParsedDocument } from '../../parse/document.ts';
import type { Plan } from '../../plan/plan.ts';
import { documentOf } from '../documents.ts';
import { applyEdits } from '../edit/apply.ts';
import { inDocument } from '../edit/in-document.ts';
import { lineStart, skipBlanks } from '../edit/lines.ts';
import type { FixMaker, TextEdit } from '../fix.ts';
import { mends } from '../mends.ts';
import { readAgain } from '../read-again.ts';

/** What a tab may have been meant as: so many spaces, as far in as the line above, or nothing. */
const MEANINGS = [2, 4, 8, 'above', 'none'] as const;
type Meaning = (typeof MEANINGS)[number];

/**
 * Indents with spaces what tabs indent, in all lines of the front matter at once. Of what a tab may stand for, that counts
 * after which the most can be read as it is written.
 */
export const indentWithSpaces: FixMaker = (finding, { plan, onlySafe }) => {
  const document = documentOf(finding, plan);
  const { start, end } = finding.range;
  if (onlySafe || !document || document.text.slice(start, end) !== '\t') return [];
  const attempts = MEANINGS.flatMap((meaning) => attempt(document, meaning, finding.message, plan) ?? []);
  const [first] = attempts.sort((a, b) => a.wrong - b.wrong);
  if (!first) return [];
  return [{ title: 'Indent with spaces', edits: inDocument(document, first.edits), preferred: true }];
};

interface Attempt {
  readonly edits: readonly TextEdit[];
  /** How much is wrong with the document then. */
  readonly wrong: number;
}

function attempt(document: ParsedDocument, meaning: Meaning, message: string, plan: Plan): Attempt | undefined {
  const edits = tabbedLines(document).map((at) => spaced(document.text, at, meaning));
  if (edits.length === 0 || !mends(document, edits, plan, message)) return undefined;
  const after = readAgain(document.path, applyEdits(document.text, edits), plan);
  // A field that has gone from where it belongs is missed, or stands where no field of its name belongs.
  return after && !tabbedLines(after).length ? { edits, wrong: after.problems.length } : undefined;
}

/** The lines that a tab indents, by where they begin: those of texts in blocks are none. */
const tabbedLines = ({ text, problems }: ParsedDocument): readonly number[] => [
  ...new Set(
    problems
      .filter(({ code, range }) => code === 'invalid-front-matter' && text.slice(range.start, range.end) === '\t')
      .map(({ range }) => lineStart(text, range.start)),
  ),
];

/** A line with spaces in the place of its tabs. */
function spaced(text: string, start: number, meaning: Meaning): TextEdit {
  const end = skipBlanks(text, start);
  const written = text.slice(start, end);
  const spaces =
    meaning === 'none'
      ? ''
      : meaning === 'above'
        ? indentAbove(text, start)
        : written.replaceAll('\t', ' '.repeat(meaning));
  return { range: { start, end }, text: spaces };
}

/** The spaces that the fields of the line above stand behind: those of an entry begin behind its dash. */
function indentAbove(text: string, start: number): string {
  const above = text.slice(0, start).replace(/\s+$/, '');
  const line = above.slice(lineStart(above, above.length));
  return ' '.repeat(/^(?: *- +| *)/.exec(line)?.[0].length ?? 0);
}
