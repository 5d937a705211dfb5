import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { EVERYWHERE } from '../../../src/cli/arguments/options.ts';
import { parseArguments } from '../../../src/cli/arguments/parse.ts';
import { COMMANDS } from '../../../src/cli/commands/index.ts';
import { helpOf, overview } from '../../../src/cli/help-text.ts';
import { PLAIN } from '../../../src/cli/terminal/style.ts';

const DOCS = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

describe('help', () => {
  it('lists every command', () => {
    const text = overview(COMMANDS, PLAIN);
    for (const { name, summary } of COMMANDS) assert.ok(text.includes(`  ${name} `) && text.includes(summary), name);
  });

  for (const command of COMMANDS) {
    describe(`of ${command.name}`, () => {
      it('names every option, in lines that fit', () => {
        const text = helpOf(command, PLAIN);
        for (const { name } of [...command.options, ...EVERYWHERE]) assert.ok(text.includes(`--${name}`), name);
        for (const line of text.split('\n')) assert.ok(line.length <= 100, line);
      });

      it('shows examples that can be typed', () => {
        assert.notEqual(command.examples.length, 0);
        for (const { line } of command.examples) {
          const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, inQuotes]) => inQuotes ?? word);
          assert.equal(words[0], 'milepost');
          assert.equal(parseArguments(words.slice(1), COMMANDS).command, command);
        }
      });

      it('is told in docs/cli.md too', () => {
        assert.ok(DOCS.includes(`## milepost ${command.name}`));
        for (const { name } of [...command.options, ...EVERYWHERE])
          assert.ok(DOCS.includes(`\`--${name}`), `--${name}`);
      });
    });
  }
});
