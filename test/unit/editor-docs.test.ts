import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** What package.json declares, as far as it is looked at here. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<
      Record<
        'commandPalette' | 'view/title' | 'editor/context',
        readonly { readonly command: string; readonly when: string }[]
      >
    >;
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly markdownDescription: string }>
      >;
    };
    readonly colors: readonly { readonly id: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly svg: string; readonly altText: string };
        readonly completionEvents?: readonly string[];
      }[];
    }[];
  };
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
}

const { contributes, capabilities } = JSON.parse(read('package.json')) as Manifest;
const page = read('docs/editor.md');
/** Commands that are given what was clicked in a tree, and nothing else. */
const OF_TREES = ['milepost.openChange', 'milepost.openFinding'];
const commands = contributes.commands.map(({ command }) => command);

describe('package.json', () => {
  it('declares exactly the commands that the extension registers', () => {
    const registered = [...read('src/vscode/activate.ts').matchAll(/'(milepost\.\w+)': /g)].map(([, name]) => name);
    assert.deepEqual([...commands].sort(), registered.sort());
  });

  it('puts no command into a menu that it does not declare', () => {
    for (const menu of Object.values(contributes.menus)) {
      for (const { command } of menu) assert.ok(commands.includes(command), command);
    }
  });

  it('hides commands that only make sense in a tree from the command palette', () => {
    const hidden = contributes.menus.commandPalette.filter(({ when }) => when === 'false');
    assert.deepEqual(hidden.map(({ command }) => command).sort(), OF_TREES);
  });

  it('restricts only settings that there are, and says what each is for', () => {
    const { properties } = contributes.configuration;
    for (const name of capabilities.untrustedWorkspaces.restrictedConfigurations) assert.ok(properties[name], name);
    for (const { markdownDescription } of Object.values(properties)) assert.ok(markdownDescription.length > 40);
  });

  it('has a picture for each step of the walkthrough, and links only to commands that there are', () => {
    for (const { description, media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.match(read(media.svg), /^<svg/);
      assert.ok(read(media.svg).includes(`<title>${media.altText}</title>`), media.svg);
      for (const [, command] of description.matchAll(/\(command:(milepost\.[\w.]+)\)/g)) {
        assert.ok(commands.includes(command as string) || /^milepost\.\w+\.focus$/.test(command as string), command);
      }
    }
  });
});

describe('the walkthrough', () => {
  it('ticks a step for what somebody did, not for what was opened, shown or begun', () => {
    for (const { id, description, completionEvents = [] } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      for (const event of completionEvents) {
        assert.match(event, /^onCommand:milepost\.(?!init$)|^onContext:milepost\./, `${id}: ${event}`);
        const [, focused] = /^onCommand:(milepost\.\w+\.focus)$/.exec(event) ?? [];
        // Nobody types the name of such a command: it is the button of the step.
        assert.ok(focused === undefined || description.includes(`(command:${focused})`), `${id}: ${event}`);
      }
    }
  });

  it('says where it stands how the command line is installed', () => {
    const step = contributes.walkthroughs.flatMap(({ steps }) => steps).find(({ id }) => id === 'command-line');
    assert.match(step?.description ?? '', /the page of this extension says under \*Install\*/);
    assert.match(read('README.md'), /^## Install$[\s\S]*?npm install --global \S+ +# the command line: milepost$/m);
  });
});

describe('docs/editor.md', () => {
  it('names every command that people can call, every setting and every colour', () => {
    const names = [
      ...commands.filter((command) => !OF_TREES.includes(command)),
      ...Object.keys(contributes.configuration.properties),
      ...contributes.colors.map(({ id }) => id),
    ];
    for (const name of names) assert.ok(page.includes(`\`${name}\``), name);
    for (const [, name] of page.matchAll(/`(milepost\.[\w.]+)`/g)) {
      if (name !== 'milepost.yaml') assert.ok(names.includes(name as string), name);
    }
  });
});
