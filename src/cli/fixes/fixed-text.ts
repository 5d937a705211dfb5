import { visible } from '../../core/text/visible.ts';
import { spanOf } from '../findings/position.ts';
import type { Place } from '../plan/place.ts';
import type { Style } from '../terminal/style.ts';
import { count } from '../words.ts';
import type { FixReport } from './report.ts';

interface Look {
  readonly place: Place;
  readonly style: Style;
}

/** A line of the list: where, what, and the rule. */
interface Row {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly code: string;
}

/** For people: what was put right, by file, what could not be written, and what only they can decide. */
export function fixedText(report: FixReport, look: Look): string {
  const { fixed, unwritten, left } = report;
  const blocks = fixed.map((document) =>
    block(
      document.path,
      document.fixed.map(({ finding, fix }) => ({ ...spanOf(finding).start, text: fix.title, code: finding.code })),
      look,
    ),
  );
  const paths = [...new Set(left.map(({ finding }) => finding.source.path))];
  const choices = paths.map((path) =>
    block(
      path,
      left
        .filter(({ finding }) => finding.source.path === path)
        .map(({ finding, choices }) => ({ ...spanOf(finding).start, text: inShort(choices), code: finding.code })),
      look,
    ),
  );
  const toDecide = choices.length > 0 ? [`${look.style.bold('To be decided by a person')}\n`, ...choices] : [];
  const reasons = unwritten.map(({ path, reason }) => `  ${visible(look.place.fromHere(path))}  ${visible(reason)}\n`);
  const notWritten = reasons.length > 0 ? [`${look.style.bold('Not written')}\n${reasons.join('')}`] : [];
  return [...blocks, ...notWritten, ...toDecide, `${look.style.bold(fixedSummary(report))}\n`].join('\n');
}

/** `3 findings fixed in 2 files, 1 more gone with them, 1 file not written, 4 left with a choice to make, 2 to mend by hand`. */
export function fixedSummary({ fixed, unwritten, left, account }: FixReport): string {
  const findings = fixed.reduce((sum, document) => sum + document.fixed.length, 0);
  const isNothing = findings === 0 && unwritten.length === 0;
  return [
    isNothing
      ? 'nothing to fix without a decision'
      : `${count(findings, 'finding')} fixed in ${count(fixed.length, 'file')}`,
    ...(account && account.gone > 0 ? [`${account.gone} more gone with ${findings === 1 ? 'it' : 'them'}`] : []),
    ...(unwritten.length === 0 ? [] : [`${count(unwritten.length, 'file')} not written`]),
    ...(left.length === 0 ? [] : [`${left.length} left with a choice to make`]),
    ...(account && account.byHand > 0 ? [`${account.byHand} ${left.length === 0 ? 'left ' : ''}to mend by hand`] : []),
    ...(account && account.fresh > 0 ? [`${account.fresh} of these came to light only now`] : []),
  ].join(', ');
}

const MOST_CHOICES = 3;

/** `Change to a · Remove the reference · 2 more`. */
function inShort(choices: readonly string[]): string {
  const more = choices.length - MOST_CHOICES;
  return [...choices.slice(0, MOST_CHOICES), ...(more > 0 ? [`${more} more`] : [])].join(' · ');
}

function block(path: string, rows: readonly Row[], { place, style }: Look): string {
  const width = Math.max(...rows.map(({ line }) => String(line).length));
  const inOrder = [...rows].sort((a, b) => a.line - b.line || a.column - b.column);
  const lines = inOrder.map(({ line, column, text, code }) => {
    const at = `${String(line).padStart(width)}:${column}`;
    return `  ${style.dim(at.padEnd(width + 4))}  ${visible(text)}  ${style.dim(code)}`;
  });
  return `${style.underline(visible(place.fromHere(path)))}\n${lines.join('\n')}\n`;
}
