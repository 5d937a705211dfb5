import { visible } from '../../core/text/visible.ts';
import type { Output } from '../shell.ts';
import { PLAIN, type Style } from '../terminal/style.ts';

/** A diff as a terminal shows it: coloured, and with nothing in it that a terminal acts on. For programs, as it is. */
export function shownPatch(patch: string, output: Output, style: Style): string {
  if (output.isTTY !== true && style === PLAIN) return patch;
  return patch
    .split('\n')
    .map((line) => coloured(line.replace(/\r$/, '').split('\t').map(visible).join('\t'), style))
    .join('\n');
}

function coloured(line: string, style: Style): string {
  if (/^(?:diff --git|--- |\+\+\+ )/.test(line)) return style.bold(line);
  if (line.startsWith('@@')) return style.blue(line);
  if (line.startsWith('+')) return style.green(line);
  return line.startsWith('-') ? style.red(line) : line;
}
