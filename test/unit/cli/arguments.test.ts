import assert from 'node:assert/strict';
import { parseArguments } from '../../../src/cli/arguments/parse.ts';
import { COMMANDS } from '../../../src/cli/commands/index.ts';
import { Failure } from '../../../src/cli/failure.ts';

const parse = (...argv: string[]) => parseArguments(argv, COMMANDS);

function fails(argv: string[], message: string): void {
  assert.throws(() => parse(...argv), new Failure(message));
}

describe('command line arguments', () => {
  it('are a command, its operands and its options, in any order', () => {
    const { command, operands, option } = parse(
      '--cwd',
      'a b',
      'check',
      '--format=json',
      'plans',
      '--fail-on',
      'info',
      'x.md',
    );
    assert.equal(command?.name, 'check');
    assert.deepEqual(operands, ['plans', 'x.md']);
    assert.deepEqual(['cwd', 'format', 'fail-on'].map(option), ['a b', 'json', 'info']);
  });

  it('have defaults', () => {
    const { option } = parse('check');
    assert.deepEqual(['cwd', 'format', 'fail-on', 'color'].map(option), [undefined, 'text', 'error', 'auto']);
  });

  it('take the last of several', () => {
    assert.equal(parse('check', '--format', 'json', '--format', 'sarif').option('format'), 'sarif');
  });

  it('end at --', () => {
    assert.deepEqual(parse('check', '--', '--format', '-x.md').operands, ['--format', '-x.md']);
  });

  it('may ask for help and the version', () => {
    assert.equal(parse('--help').help, true);
    assert.equal(parse('check', '-h').help, true);
    assert.equal(parse('-v').version, true);
    assert.equal(parse().command, undefined);
  });

  it('mean one command by each word that people try, and none of its own name', () => {
    const words = COMMANDS.flatMap(({ meant = [] }) => meant);
    assert.deepEqual(words, [...new Set(words)]);
    assert.deepEqual(
      words.filter((word) => COMMANDS.some(({ name }) => name === word)),
      [],
    );
  });

  it('name what was probably meant', () => {
    fails(['chekc'], 'there is no command "chekc": did you mean "milepost check"?');
    fails(
      ['wxyz'],
      'there is no command "wxyz": the commands are check, list, show, schedule, diff, compare, history, report, graph, export, import, sync, fix, new, init, help',
    );
    fails(['why'], 'there is no command "why": did you mean "milepost show"?');
    fails(['LS'], 'there is no command "LS": did you mean "milepost list"?');
    fails(
      ['report', '--for', 'SteerCo'],
      '--for takes executive, engineering or team, not "SteerCo": did you mean executive?',
    );
    fails(['report', '--for', 'nobody'], '--for takes executive, engineering or team, not "nobody"');
    fails(['check', '--fail-no', 'info'], 'milepost check has no --fail-no: did you mean --fail-on?');
    fails(['check', '--wxyz'], 'milepost check has no --wxyz: "milepost check --help" lists its options');
    fails(['check', '-x'], 'milepost check has no -x: "milepost check --help" lists its options');
    fails(
      ['list', '--fail-on', 'info'],
      'milepost list has no --fail-on: it belongs to milepost check or milepost diff',
    );
  });

  it('are told what is wrong with a value', () => {
    const choices = 'error, warning, info or never';
    fails(['check', '--fail-on'], `--fail-on needs ${choices}`);
    fails(['check', '--fail-on', '--cwd', 'x'], `--fail-on needs ${choices}`);
    fails(['check', '--fail-on', 'warnings'], `--fail-on takes ${choices}, not "warnings": did you mean warning?`);
    fails(['list', '--format', 'sarif'], '--format takes text or json, not "sarif"');
    fails(['new', '--title', '-x'], '--title needs a value: --title=TEXT');
    fails(['check', '--help=yes'], '--help takes no value');
    assert.equal(parse('new', '--title=-x').option('title'), '-x');
  });

  it('show what a terminal would act on', () => {
    fails(
      ['\u001b[31m'],
      'there is no command "\\u{1b}[31m": the commands are check, list, show, schedule, diff, compare, history, report, graph, export, import, sync, fix, new, init, help',
    );
    fails(['check', '--\u001b[31m'], 'milepost check has no --\\u{1b}[31m: "milepost check --help" lists its options');
  });

  it('know no names of objects', () => {
    fails(
      ['constructor'],
      'there is no command "constructor": the commands are check, list, show, schedule, diff, compare, history, report, graph, export, import, sync, fix, new, init, help',
    );
    fails(['check', '--__proto__'], 'milepost check has no --__proto__: "milepost check --help" lists its options');
  });
});
