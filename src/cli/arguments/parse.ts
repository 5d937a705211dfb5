import { parseArgs } from 'node:util';
import { nearest } from '../../core/text/nearest.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import type { Command } from '../command.ts';
import { Failure } from '../failure.ts';
import { anyOf } from '../words.ts';
import { EVERYWHERE, type Option } from './options.ts';

/** What somebody typed after `milepost`. */
export interface Invocation {
  /** None where nothing but options was typed. */
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
  /** The value of an option of the command, or its default; undefined where it has neither. */
  readonly option: (name: string) => string | undefined;
  /** Every value of an option that may be given several times, in order. */
  readonly values: (name: string) => readonly string[];
}

type OptionToken = {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
};

/** Reads what was typed. Options may stand anywhere; of one that is given several times the last
 * counts, unless all do. */
export function parseArguments(argv: readonly string[], commands: readonly Command[]): Invocation {
  const everyOption = [...EVERYWHERE, ...commands.flatMap((command) => command.options)];
  const { tokens } = parseArgs({
    args: [...argv],
    // Strict parsing would find the faults too, but not say what to do about them.
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      everyOption.map(({ name, short, value }) => [
        name,
        { type: value ? 'string' : 'boolean', ...(short ? { short } : {}) } as const,
      ]),
    ),
  });
  const typed = tokens.filter((token) => token.kind === 'option');
  const has = (name: string): boolean => typed.some((token) => token.name === name);
  const [name, ...operands] = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const asked = { help: has('help'), version: has('version') };
  const command = name === undefined ? undefined : commandNamed(name, commands);
  const options = [...EVERYWHERE, ...(command?.options ?? [])];
  const values = new Map<string, readonly string[]>();
  for (const token of typed) {
    const option = options.find((candidate) => candidate.name === token.name);
    if (!option) throw unknownOption(token, command, commands, options);
    values.set(option.name, [...(values.get(option.name) ?? []), readValue(token, option)]);
  }
  return {
    command,
    operands,
    ...asked,
    option: (wanted) => values.get(wanted)?.at(-1) ?? options.find((candidate) => candidate.name === wanted)?.initial,
    values: (wanted) => values.get(wanted) ?? [],
  };
}

/** The command of that name; where there is none, a failure that names the nearest. */
export function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command;
  const names = commands.map((candidate) => candidate.name);
  const near = commands.find(({ meant }) => meant?.includes(name.toLowerCase()))?.name ?? nearest(name, names);
  throw new Failure(
    `there is no command ${quoted(name)}: ${near ? `did you mean "milepost ${near}"?` : `the commands are ${names.join(', ')}`}`,
  );
}

function unknownOption(
  token: OptionToken,
  command: Command | undefined,
  commands: readonly Command[],
  options: readonly Option[],
): Failure {
  const written = visible(token.rawName);
  const of = command ? `milepost ${command.name}` : 'milepost';
  const owners = commands.filter((other) => other.options.some(({ name }) => name === token.name));
  if (owners.length > 0) {
    return new Failure(
      `${of} has no ${written}: it belongs to ${anyOf(owners.map((other) => `milepost ${other.name}`))}`,
    );
  }
  const near = nearest(
    token.name,
    options.map((option) => option.name),
  );
  const advice = near ? `did you mean --${near}?` : `"${of} --help" lists its options`;
  return new Failure(`${of} has no ${written}: ${advice}`);
}

function readValue(token: OptionToken, option: Option): string {
  const name = `--${option.name}`;
  const { value } = token;
  if (!option.value) {
    if (value !== undefined) throw new Failure(`${name} takes no value`);
    return 'true';
  }
  const choices = option.choices && anyOf(option.choices);
  // What looks like an option was meant as one; who means a value that begins with a dash can say so.
  if (value === undefined || (!token.inlineValue && /^-./.test(value))) {
    const wanted = choices ?? `a value: ${name}=${option.value}`;
    throw new Failure(`${name} needs ${wanted}`);
  }
  const why = Object.entries(option.refused ?? {}).find(([refused]) => refused === value)?.[1];
  if (why !== undefined) throw new Failure(`${name} takes ${choices}, not ${value}: ${why}`);
  if (option.choices && !option.choices.includes(value)) {
    const near = option.meant?.[value.toLowerCase()] ?? nearest(value, option.choices);
    throw new Failure(`${name} takes ${choices}, not ${quoted(value)}${near ? `: did you mean ${near}?` : ''}`);
  }
  return value;
}
