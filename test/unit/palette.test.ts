import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { contributes } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { contributes: Contributes };

interface Command {
  readonly command: string;
  readonly category?: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly icon?: string;
  readonly enablement?: string;
}

interface Entry {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}

interface Contributes {
  readonly commands: readonly Command[];
  readonly menus: Readonly<Record<string, readonly Entry[]>> & { readonly commandPalette: readonly Entry[] };
  readonly viewsWelcome: readonly { readonly when: string }[];
  readonly views: { readonly milepost: readonly { readonly id: string; readonly when?: string }[] };
}

const { commands, menus } = contributes;
const palette = menus.commandPalette;

/** What needs no plan, no folder and no editor: it is looked for where nothing else works. */
const ALWAYS = ['milepost.showLog'];

/** What asks for something more before it does anything. */
const ASKING = [
  ...['addDependency', 'changeBase', 'copyMessage', 'goToItem', 'groupBy', 'import', 'init', 'new', 'openRule'],
  ...['reviewChanges', 'showHealth', 'writeReport'],
].map((name) => `milepost.${name}`);

/** What a command is called begins with what it does; one is a question, as people ask it. */
const BEGINS =
  /^(?:Add|Close|Compare|Copy|Create|End|Explain|Fix|Go|Group|Hide|Import|Mark|New|Open|Read|Reveal|Review|Show|Turn|Update|Write)\b|\?$/;

/** Words that stay small within a title. */
const SMALL = /^(?:a|and|as|by|for|in|of|the|to|with)$/;

describe('commands', () => {
  for (const { command, category, title, shortTitle = title } of commands) {
    it(`${command} is called by what it does, as the others are`, () => {
      assert.equal(category, 'Milepost');
      assert.match(title, BEGINS);
      for (const text of [title, shortTitle]) {
        assert.doesNotMatch(text, /\.\.\.|\.$|^Milepost/);
        assert.equal(text.endsWith('…'), ASKING.includes(command) && !/^Copy as/.test(text), text);
        const words = text.replace(/[…?]$/, '').split(' ');
        for (const [at, word] of words.entries()) {
          if (at === 0 || !SMALL.test(word)) assert.match(word, /^\p{Lu}/u, `${word} in ${text}`);
        }
      }
    });
  }

  it('have titles that differ', () => {
    assert.equal(new Set(commands.map(({ title }) => title)).size, commands.length);
  });

  it('are shown in the palette only where they make sense, or never where they need what was clicked', () => {
    for (const { command, enablement } of commands) {
      const entries = palette.filter((entry) => entry.command === command);
      assert.ok(entries.length <= 1, command);
      const when = entries[0]?.when;
      if (ALWAYS.includes(command)) assert.deepEqual([when, enablement], [undefined, undefined], command);
      else assert.ok(when ?? enablement, `${command} is in the palette of every window`);
    }
  });

  it('have an icon wherever one is all that is seen of them', () => {
    const bare = new Set(commands.filter(({ icon }) => !icon).map(({ command }) => command));
    for (const place of ['view/title', 'view/item/context', 'editor/title']) {
      for (const { command, group } of menus[place] as readonly Entry[]) {
        if (/^(?:navigation|inline)/.test(group ?? '')) assert.ok(!bare.has(command), `${command} in ${place}`);
      }
    }
  });

  it('have a place of their own in every menu', () => {
    for (const [menu, entries] of Object.entries(menus)) {
      if (menu === 'commandPalette') continue;
      for (const [at, { command, group, when }] of entries.entries()) {
        const other = entries.slice(0, at).find((entry) => entry.group === group && overlaps(entry.when, when));
        assert.ok(!other, `${command} and ${other?.command} at ${group} of ${menu}`);
      }
    }
  });
});

/** Whether two entries can be seen at once: not where they are of different views, or one wants what the other denies. */
function overlaps(one = '', other = ''): boolean {
  const view = (when: string) => /view == (\S+)/.exec(when)?.[1];
  const items = (when: string) => /viewItem =~ (\S+)/.exec(when)?.[1];
  const terms = (when: string) => when.split(' && ');
  if (terms(one).some((term) => terms(other).includes(term.startsWith('!') ? term.slice(1) : `!${term}`))) return false;
  // Kinds of items in a tree are told apart by their patterns, as written.
  if (items(one) !== items(other)) return false;
  return view(one) === undefined || view(other) === undefined || view(one) === view(other);
}

describe('when clauses', () => {
  const clauses = [
    ...commands.flatMap(({ enablement }) => enablement ?? []),
    ...Object.values(menus).flatMap((entries) => entries.flatMap(({ when }) => when ?? [])),
    ...contributes.viewsWelcome.map(({ when }) => when),
    ...contributes.views.milepost.flatMap(({ when }) => when ?? []),
  ];
  const views = contributes.views.milepost.map(({ id }) => id);
  /** Where contexts are set, or their names are given to what sets them. */
  const setting = globSync('src/vscode/**/*.ts', { cwd: root })
    .map((path) => readFileSync(root + path, 'utf8'))
    .filter((text) => /'setContext'|readonly shown: /.test(text) || /shown: 'milepost\./.test(text))
    .join('\n');

  it('compare only with what is set somewhere', () => {
    const keys = new Set(clauses.flatMap((clause) => clause.match(/\bmilepost\.\w+/g) ?? []));
    const compared = [...keys].filter((key) => !views.includes(key));
    assert.ok(compared.length > 5, compared.join());
    for (const key of compared) assert.ok(setting.includes(`'${key}'`), key);
  });

  it('compare with states and views that there are', () => {
    for (const clause of clauses) {
      for (const [, view = ''] of clause.matchAll(/\bview == (\S+)/g)) assert.ok(views.includes(view), clause);
      for (const [, state = ''] of clause.matchAll(/milepost\.state == (\w+)/g)) {
        assert.ok(['reading', 'empty', 'plan'].includes(state), clause);
      }
    }
  });
});
