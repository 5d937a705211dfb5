import { textProblem } from '../../core/scaffold/text-problem.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';

/** Refuses options whose text would be written into a file and hold what nobody sees there. */
export function checkTexts({ option }: Call, names: readonly string[]): void {
  for (const name of names) {
    const text = option(name);
    const problem = text === undefined ? undefined : textProblem(text);
    if (problem) throw new Failure(`--${name} ${quoted(text ?? '')}: ${problem}`);
  }
}
