import { deepEqual, equal } from '../assert.ts';
import { lines, milepost, milestone, removePlan, untilShown, untilTree, writePlan } from '../milepost.ts';
import { deleteFile, openFile, setText, until } from '../support.ts';

const program = (id: string): string => `---\ntype: program\nid: ${id}\ntitle: The ${id}\nowner: maria\n---\n`;

describe('a folder with a milepost.yaml of its own', () => {
  afterEach(removePlan);

  it('is a plan of its own, and part of the one above when the file goes', async () => {
    const parts = await milepost();
    await writePlan({
      'a.md': milestone('same'),
      'atlas/README.md': program('atlas'),
      'atlas/milepost.yaml': 'rules: { unknown-field: off }\n',
      'atlas/m/same.md': milestone('same', 'colour: red\ndepends_on: [elsewhere]\n'),
      'elsewhere.md': milestone('elsewhere', 'colour: red\n'),
    });
    // What the plan above knows is unknown here, and its rules are not the same.
    await untilShown('atlas/m/same.md', ['unknown-reference 7:14-23']);
    await untilShown('elsewhere.md', ['unknown-field 6:1-7']);
    await until(() => parts.plans.folders.length === 2, 'two plans');
    deepEqual(
      parts.plans.folders.map(({ name }) => name),
      ['folder', 'atlas'],
    );
    const { document } = await openFile('atlas/m/same.md');
    await setText(document, milestone('same', 'due: x\n'));
    await untilShown('atlas/m/same.md', ['invalid-value 6:6-7']);
    await deleteFile('atlas/milepost.yaml');
    await until(() => parts.plans.folders.length === 1, 'one plan');
    const below = ['  Milestones', '    The same'];
    await untilTree(parts, lines('The atlas', ...below, 'folder', ...below, '    The elsewhere'));
    await untilShown('atlas/m/same.md', ['invalid-value 6:6-7']);
    await writePlan({ 'atlas/milepost.yaml': '' });
    await until(() => parts.plans.folders.length === 2, 'two plans again');
    await untilShown('atlas/m/same.md', ['invalid-value 6:6-7']);
    await deleteFile('atlas');
    await until(() => parts.plans.folders.length === 1, 'one plan at last');
    equal(parts.plans.folders[0]?.name, 'folder');
  });

  it('leaves out what a .gitignore above it names, in its repository', async () => {
    const parts = await milepost();
    await writePlan({
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n',
      'atlas/README.md': program('atlas'),
      'atlas/milepost.yaml': '',
      'atlas/drafts/a.md': milestone('a', 'colour: red\n'),
      'atlas/b.md': milestone('b', 'colour: red\n'),
    });
    await untilShown('atlas/b.md', ['unknown-field 6:1-7']);
    await untilShown('atlas/drafts/a.md', []);
    await writePlan({ '.gitignore': '' });
    await untilShown('atlas/drafts/a.md', ['unknown-field 6:1-7']);
    equal(parts.plans.folders.length, 2);
  });

  it('is no plan while a .gitignore above it leaves it out', async () => {
    const parts = await milepost();
    await writePlan({
      '.git/HEAD': '',
      '.gitignore': '',
      'atlas/milepost.yaml': '',
      'atlas/b.md': milestone('b', 'colour: red\n'),
      'atlas/deep/milepost.yaml': '',
      'atlas/deep/c.md': milestone('c', 'colour: red\n'),
    });
    await untilShown('atlas/b.md', ['unknown-field 6:1-7']);
    await untilShown('atlas/deep/c.md', ['unknown-field 6:1-7']);
    await writePlan({ '.gitignore': 'atlas/\n' });
    await untilShown('atlas/b.md', []);
    await untilShown('atlas/deep/c.md', []);
    equal(parts.plans.folders.length, 1);
    await writePlan({ '.gitignore': '' });
    await untilShown('atlas/b.md', ['unknown-field 6:1-7']);
    await untilShown('atlas/deep/c.md', ['unknown-field 6:1-7']);
    equal(parts.plans.folders.length, 3);
  });
});
