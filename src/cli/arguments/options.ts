import { SEVERITIES } from '../../core/config/severity.ts';

/** An option of the command line. */
export interface Option {
  /** Without the dashes. */
  readonly name: string;
  /** One letter, for those that people type often. */
  readonly short?: string;
  /** What stands for its value in help: `DIR`. Without one it takes no value. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** Values that people expect it to take, and why it does not. */
  readonly refused?: Readonly<Record<string, string>>;
  /** Words that people use for one of the choices, and which. */
  readonly meant?: Readonly<Record<string, string>>;
  readonly initial?: string;
  readonly doc: string;
}

/** The options of every command. */
export const EVERYWHERE: readonly Option[] = [
  { name: 'cwd', value: 'DIR', doc: 'Work as if this were the current folder.' },
  { name: 'config', value: 'FILE', doc: 'Read this configuration instead of the milepost.yaml of the plan.' },
  { name: 'today', value: 'YYYY-MM-DD', doc: 'Pretend that this is today.' },
  {
    name: 'color',
    value: 'WHEN',
    choices: ['auto', 'always', 'never'],
    initial: 'auto',
    doc: 'Colours: on a terminal only (auto), always or never. NO_COLOR and FORCE_COLOR are obeyed too.',
  },
  { name: 'help', short: 'h', doc: 'Explain the command.' },
  { name: 'version', short: 'v', doc: 'Print the version of Milepost.' },
];

/** The option that chooses the form of the results: the first is what people read. */
export function formatOption(...formats: readonly [string, ...string[]]): Option {
  return {
    name: 'format',
    value: 'FORMAT',
    choices: formats,
    initial: formats[0],
    doc: 'The form of the results.',
  };
}

/** The option that leaves the history alone. */
export const NO_GIT: Option = {
  name: 'no-git',
  doc: 'Do not ask git when items were changed last: only what they say of it counts.',
};

/** The option that says which findings make a command fail. */
export const FAIL_ON: Option = {
  name: 'fail-on',
  value: 'SEVERITY',
  choices: [...SEVERITIES, 'never'],
  initial: 'error',
  doc: 'Exit with status 1 from this severity on.',
};
