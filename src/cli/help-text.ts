import { EVERYWHERE, type Option } from './arguments/options.ts';
import type { Command } from './command.ts';
import type { Style } from './terminal/style.ts';
import { anyOf, wrap } from './words.ts';

const WIDTH = 88;

const INTRODUCTION =
  'A plan is a set of Markdown files in git: milestones, risks, decisions, and who waits for whom. Milepost checks it.';

/** What `milepost` says of itself: the commands, and where to read on. */
export function overview(commands: readonly Command[], style: Style): string {
  const rows = commands.map(({ name, operands, summary }): [string, string] => [`${name} ${operands}`, summary]);
  return [
    `${style.bold('Milepost')}: program management as docs-as-code`,
    '',
    ...wrap(INTRODUCTION, WIDTH),
    '',
    style.bold('Usage'),
    '  milepost COMMAND [options]',
    '',
    style.bold('Commands'),
    ...table(rows),
    '',
    style.bold('Options everywhere'),
    ...table(EVERYWHERE.map(optionRow)),
    '',
    '"milepost help COMMAND" explains a command and shows examples.',
    '',
  ].join('\n');
}

/** What `milepost help COMMAND` says. */
export function helpOf({ name, operands, summary, details, options, examples }: Command, style: Style): string {
  return [
    `${style.bold(`milepost ${name}`)}: ${summary}`,
    '',
    style.bold('Usage'),
    `  ${['milepost', name, operands, '[options]'].filter((part) => part !== '').join(' ')}`,
    '',
    ...details.flatMap((paragraph) => [...wrap(paragraph, WIDTH), '']),
    ...(options.length > 0 ? [style.bold('Options'), ...table(options.map(optionRow)), ''] : []),
    style.bold('Options everywhere'),
    ...table(EVERYWHERE.map(optionRow)),
    '',
    style.bold('Examples'),
    ...examples.flatMap(({ line, does }) => [`  ${line}`, style.dim(`      ${does}`)]),
    '',
  ].join('\n');
}

function optionRow({ name, short, value, choices, initial, doc }: Option): [string, string] {
  const written = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
  // A doc that names its choices itself need not be told twice.
  const named = choices?.every((choice) => doc.includes(choice));
  const values = choices && !named ? ` One of ${anyOf(choices)}.` : '';
  return [written, `${doc}${values}${initial === undefined ? '' : ` Default: ${initial}.`}`];
}

/** Two columns, the second one wrapped. */
function table(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) =>
    wrap(right, WIDTH - width - 2).map((line, index) => `  ${(index === 0 ? left : '').padEnd(width)}${line}`),
  );
}
