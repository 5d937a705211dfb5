import type { Output } from '../shell.ts';

/** Ways to set text off; plain where there are no colours. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
  readonly underline: (text: string) => string;
}

const plain = (text: string): string => text;

/** Text as it is. */
export const PLAIN: Style = {
  bold: plain,
  dim: plain,
  red: plain,
  yellow: plain,
  blue: plain,
  green: plain,
  underline: plain,
};

const sequence =
  (on: number, off: number) =>
  (text: string): string =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;

/** Text in the sixteen colours that every terminal lets its owner choose. */
export const COLOURED: Style = {
  bold: sequence(1, 22),
  dim: sequence(2, 22),
  red: sequence(31, 39),
  yellow: sequence(33, 39),
  blue: sequence(34, 39),
  green: sequence(32, 39),
  underline: sequence(4, 24),
};

/** When to colour: the option decides, then `FORCE_COLOR`, `NO_COLOR`, and whether anybody is looking. */
export function styleFor(
  output: Output,
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
) {
  return isColoured(output, option, env) ? COLOURED : PLAIN;
}

function isColoured(output: Output, option: string | undefined, env: Readonly<Record<string, string | undefined>>) {
  if (option === 'always') return true;
  if (option === 'never') return false;
  const { FORCE_COLOR, NO_COLOR, TERM } = env;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR) return false;
  return output.isTTY === true && TERM !== 'dumb';
}
