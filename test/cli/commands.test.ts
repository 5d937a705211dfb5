import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { assertFailure } from './assertions.ts';
import { checkSchema, initSchema, listSchema, newSchema, sarifSchema, showSchema } from './schemas.ts';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const PROGRAM = '---\ntype: program\nid: atlas\nowner: maria\n---\n';
const PLAN = {
  '.git/HEAD': '',
  'atlas/README.md': PROGRAM,
  'atlas/api.md':
    '---\r\ntype: milestone\r\nid: api\r\nowner: maria\r\ndue: 2030-12-13\r\ndepends_on: [auht]\r\n---\r\n\r\nPröse.\r\n',
  'atlas/auth.md': '---\ntype: milestone\nid: auth\nowner: chen\ndue: 2026-11-13\n---\n',
  'notes.md': 'Nothing but notes.\n',
};

describe('milepost', () => {
  let plan: string;
  before(() => {
    plan = folderWith(PLAN);
  });
  after(removeFolders);

  describe('check', () => {
    it('finds things from anywhere in a plan, and fails where an error is among them', async () => {
      const { status, stdout, stderr } = await milepost(join(plan, 'atlas'), 'check');
      assert.deepEqual([status, stderr], [1, '']);
      assert.match(
        stdout,
        /^api\.md\n {2}6:14 {2}error {2}[^\n]+ {2}unknown-reference\n\nauth\.md\n {2}5:6 {2}warning /,
      );
      assert.match(stdout, /\n1 error, 1 warning in 3 documents, 3 items\n$/);
    });

    it('reports on the paths it is given, and fails for them alone', async () => {
      const { status, stdout } = await milepost(plan, 'check', 'atlas/auth.md', '--format', 'json');
      assert.equal(status, 0);
      const { today, summary, findings } = checkSchema.parse(JSON.parse(stdout));
      assert.equal(today, '2026-11-21');
      assert.deepEqual(summary, { documents: 1, items: 1, errors: 0, warnings: 1, infos: 0 });
      assert.equal(findings[0]?.file, 'atlas/auth.md');
      assert.equal((await milepost(plan, 'check', 'atlas/auth.md', '--fail-on=warning')).status, 1);
      assert.equal((await milepost(plan, 'check', '.', '--fail-on=never')).status, 0);
    });

    it('takes another day, folder and configuration', async () => {
      const folder = folderWith({ 'strict.yaml': 'rules: { overdue: error, unknown-reference: "off" }\n' });
      const args = ['--cwd', join(plan, 'atlas'), '--config', join(folder, 'strict.yaml')];
      const { stdout } = await milepost(folder, 'check', ...args, '--today', '2026-11-13');
      assert.equal(stdout, 'no findings in 3 documents, 3 items\n');
      assert.equal((await milepost(folder, 'check', ...args)).status, 1);
    });

    it('writes paths from the top of the repository where services want them', async () => {
      const { stdout } = await milepost(join(plan, 'atlas'), 'check', '--format', 'sarif');
      const [{ results }] = sarifSchema.parse(JSON.parse(stdout)).runs;
      assert.equal(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, 'atlas/api.md');
      assert.match(
        (await milepost(join(plan, 'atlas'), 'check', '--format', 'github')).stdout,
        /^::error file=atlas\/api/,
      );
    });

    describe('with plans below', () => {
      const late = '---\ntype: milestone\nid: late\nowner: maria\ndepends_on: [nope]\n---\n';
      let top: string;
      before(() => {
        top = folderWith({
          '.git/HEAD': '',
          'notes.md': '# Notes\n',
          'examples/a/milepost.yaml': '',
          'examples/a/late.md': late,
          'examples/a/deep/b.md': late.replace('id: late', 'id: b'),
          'examples/b c/milepost.yaml': '',
          'examples/b c/late.md': late,
        });
      });

      it('checks the plan that the paths are in', async () => {
        for (const path of ['examples/a', 'examples/a/late.md', 'examples/a/milepost.yaml']) {
          const { status, stdout } = await milepost(top, 'check', path, '--format', 'json');
          const { summary, findings } = checkSchema.parse(JSON.parse(stdout));
          const there = path === 'examples/a' ? 2 : path.endsWith('.md') ? 1 : 0;
          assert.deepEqual([status, summary.documents, summary.errors], [there > 0 ? 1 : 0, there, there], path);
          for (const { file } of findings) assert.doesNotMatch(file, /examples/);
        }
        const { status, stdout } = await milepost(top, 'check', 'examples/a/deep', 'examples/a/late.md');
        assert.equal(status, 1);
        assert.match(stdout, /^examples\/a\/deep\/b\.md\n[\s\S]*\nexamples\/a\/late\.md\n/);
        assert.match(
          (await milepost(join(top, 'examples/a'), 'check', '../b c')).stdout,
          /^\.\.\/b c\/late\.md\n[\s\S]* in 1 document/,
        );
      });

      it('refuses paths of different plans', async () => {
        for (const paths of [
          ['examples/a', 'examples/b c'],
          ['.', 'examples/a'],
        ] as const) {
          const result = await milepost(top, 'check', ...paths);
          assertFailure(result, /these are in different plans, ".*" in the one at .*, "examples\/.*" in .*--cwd/);
          for (const path of paths) assert.ok(result.stderr.includes(`"${path}"`), path);
        }
      });

      it('names them where nothing else is there', async () => {
        const { status, stdout, stderr } = await milepost(top, 'check');
        assert.deepEqual([status, stdout], [0, 'no findings in 0 documents, 0 items\n']);
        assert.equal(
          stderr,
          'milepost: "examples/a" is a plan of its own: milepost check examples/a\n' +
            'milepost: "examples/b c" is a plan of its own: milepost check \'examples/b c\'\n',
        );
        const many = folderWith(
          Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`plans/${name}/milepost.yaml`, ''])),
        );
        assert.match(
          (await milepost(many, 'check')).stderr,
          /^milepost: "plans\/a" .*\n.*"plans\/b" .*\n.*"plans\/c" .*\nmilepost: and 2 more plans below\n$/,
        );
      });

      it('names them to who asks anything else there, with how to get to them', async () => {
        for (const command of [['list'], ['schedule'], ['schedule', 'a'], ['show', 'a']]) {
          const { stderr } = await milepost(top, ...command);
          assert.ok(stderr.includes('"examples/a" is a plan of its own: go there, or add --cwd examples/a\n'), stderr);
        }
      });

      it('names those that are asked for where the plan around them has documents', async () => {
        const both = folderWith({ 'late.md': late, 'docs/a.md': '', 'x/y/milepost.yaml': '', 'milepost.yaml': '' });
        const { status, stderr } = await milepost(both, 'check', 'x');
        assert.deepEqual([status, stderr], [0, 'milepost: "x/y" is a plan of its own: milepost check x/y\n']);
        assert.match((await milepost(both, 'check', 'docs')).stderr, /^milepost: nothing in there is part of the plan/);
      });
    });

    it('obeys the .gitignore files above the plan, in its repository', async () => {
      const top = folderWith({
        '.gitignore': 'late.md\n',
        'repo/.git/HEAD': '',
        'repo/.gitignore': 'drafts/\n/sub/old.md\n',
        'repo/docs/sub/milepost.yaml': '',
        'repo/sub/milepost.yaml': '',
        'repo/sub/drafts/x.md': 'x',
        'repo/sub/old.md': 'x',
        'repo/sub/late.md': '---\ntype: milestone\nid: late\nowner: maria\n---\n',
        'repo/sub/drafts/d.md': '---\ntype: milestone\nid: d\nowner: maria\n---\n',
      });
      const ids = async (folder: string): Promise<string[]> => {
        const { stdout } = await milepost(join(top, folder), 'list', '--format', 'json');
        return listSchema.parse(JSON.parse(stdout)).items.map(({ id }) => id);
      };
      assert.deepEqual(await ids('repo/sub'), ['sub/late']);
    });

    it('says what to do where there is no plan, whatever was asked', async () => {
      const folder = folderWith({
        'docs/adr/0001-use-kafka.md': '# Use Kafka\n',
        'docs/adr/0002-use-postgres.md': '# Use Postgres\n\n## Status\n\nProposed\n',
        'docs/adr/template.md': '# Title\n',
        'docs/0001-guide.md': '# Guide\n',
      });
      for (const args of [['check'], ['list'], ['schedule'], ['graph'], ['fix'], ['export'], ['show', 'x']]) {
        const [first, second, ...rest] = (await milepost(folder, ...args)).stderr.trimEnd().split('\n');
        assert.match(first ?? '', /^milepost: there is no plan in .* yet: "milepost init" writes a first one$/);
        assert.equal(
          second,
          'milepost: 2 decision records in "docs/adr": "milepost init --adr docs/adr" has them read as decisions',
        );
        assert.equal(rest.length, args[0] === 'show' ? 1 : 0, rest.join());
      }
    });

    it('has a hint where there is no plan', async () => {
      const empty = folderWith({ 'a.md': '# A\n' });
      const { status, stdout, stderr } = await milepost(empty, 'check');
      assert.deepEqual([status, stdout], [0, 'no findings in 0 documents, 0 items\n']);
      assert.match(stderr, /^milepost: there is no plan in .* yet: "milepost init" writes a first one\n$/);
      assert.match(
        (await milepost(plan, 'check', 'notes.md')).stderr,
        /^milepost: nothing in there is part of the plan/,
      );
    });
  });

  it('lists and shows items', async () => {
    const list = listSchema.parse(JSON.parse((await milepost(plan, 'list', 'overdue', '--format=json')).stdout));
    assert.deepEqual(
      list.items.map(({ id }) => id),
      ['atlas/auth'],
    );
    assert.match(
      (await milepost(plan, 'list', 'risks')).stderr,
      /^milepost: 3 items in the plan, and none passes: "milepost list" shows all of them\n$/,
    );
    const show = showSchema.parse(JSON.parse((await milepost(plan, 'show', 'auth', '--format=json')).stdout));
    assert.deepEqual(
      show.items.map(({ id, findings }) => [id, findings[0]?.code]),
      [['atlas/auth', 'overdue']],
    );
    assert.match((await milepost(plan, 'show', 'atlas/api')).stdout, /^api\natlas\/api · atlas\/api\.md:3\n/);
  });

  it('says who was probably meant by an owner that no item has', async () => {
    const items = ['id: a, owner: Maria', 'id: b, owner: maria', 'id: c, owner: maria', 'id: d, owner: chen'];
    const list = items.map((fields) => `  - { ${fields} }\n`).join('');
    const folder = folderWith({ 'README.md': `---\ntype: program\nid: p\nmilestones:\n${list}---\n` });
    const stderrOf = async (...args: readonly string[]): Promise<string> => {
      const { status, stderr } = await milepost(folder, ...args);
      assert.equal(status, 0);
      return stderr;
    };
    const meant = /milepost: no item has the owner "mria": did you mean maria\?\n/;
    for (const command of ['list', 'graph', 'export', 'report'])
      assert.match(await stderrOf(command, 'owner=mria'), meant, command);
    assert.match(
      await stderrOf('list', 'milestones', 'Owner=@MRIA', '--format', 'json'),
      /"@MRIA": did you mean maria\?/,
    );
    assert.match(await stderrOf('list', 'owner=dana'), /no item has the owner "dana"\n/);
    assert.equal(await stderrOf('list', 'owner=MARIA'), '');
    for (const filter of ['owner=', 'owner=chen']) {
      assert.doesNotMatch(await stderrOf('list', 'overdue', filter), /no item has the owner/);
    }
  });

  it('colours on demand', async () => {
    assert.match((await milepost(plan, 'check', '--color', 'always')).stdout, /^\u001b\[4matlas\/api\.md\u001b\[24m\n/);
  });

  it('says in one line what it could not do', async () => {
    const folder = folderWith({ 'milepost.yaml/README.md': '' });
    const failures: readonly [readonly string[], RegExp][] = [
      [['chekc'], /there is no command "chekc": did you mean "milepost check"\?/],
      [['help', 'chekc'], /there is no command "chekc"/],
      [['check', '--frmat', 'json'], /milepost check has no --frmat: did you mean --format\?/],
      [['check', 'atlas/nope.md'], /"atlas\/nope\.md" cannot be checked: it does not exist/],
      [['check', ''], /an empty text is no path: leave it out, or write "\."/],
      [['check', '--cwd', ''], /--cwd needs a folder/],
      [['check', '..'], /"\.\." is not in the plan at /],
      [['check', '--today', '2026-02-30'], /--today takes a day such as /],
      [['check', '--cwd', 'nowhere'], /cannot work in ".*nowhere": it does not exist/],
      [['check', '--cwd', 'notes.md'], /".*notes\.md" is no folder/],
      [['check', '--config', 'nope.yaml'], /the configuration "nope\.yaml" cannot be read: it does not exist/],
      [['check', '--cwd', folder], /milepost\.yaml cannot be read: it is a folder/],
      [['show'], /show takes the id of one item/],
      [['show', 'atlas/auht'], /program atlas has no item "auht": did you mean atlas\/auth\?/],
      [['show', 'a b'], /"a b": write an id such as/],
      [['list', 'blokced'], /there is no filter "blokced": did you mean blocked\?/],
      [['new'], /new needs a type: program, /],
      [['new', 'milestoen'], /there is no type "milestoen": did you mean milestone\?/],
      [['new', 'milestone', 'Public', 'API'], /not "Public" too: put a title in quotes/],
      [['new', 'milestone'], /a milestone needs a title/],
      [['new', 'action'], /: an action needs a title/],
      [['new', 'milestone', '--id', 'a b'], /--id "a b": an id holds letters/],
      [['new', 'milestone', '--title', 'x', '--due', '2026-02-30'], /--due "2026-02-30": 2026-02 has 28 days/],
      [['new', 'risk', '--title', 'x', '--due', '2026-12'], /a risk has no date to be due by/],
      [['new', 'risk', '--title', 'x', '--program', 'atlsa'], /there is no program "atlsa": did you mean atlas\?/],
      [['new', 'risk', '--title', 'x', '--workstream', 'a\nb: c'], /--workstream "a\\u\{a\}b: c": an id may hold no/],
      [
        ['new', 'risk', '--title', 'x\u202ey\u0007'],
        /--title "x\\u\{202e\}y.*": leave out what cannot be seen: .*\{7\}/,
      ],
      [['new', 'risk', '--title', 'x', '--owner', 'ma\u200bria'], /--owner "ma\\u\{200b\}ria": leave out/],
      [['init', 'a', 'b'], /init takes one folder, not 2/],
      [['init', ''], /an empty text is no folder/],
      [['init', '--title', '\u2066x'], /--title "\\u\{2066\}x": leave out/],
    ];
    for (const [args, message] of failures) assertFailure(await milepost(plan, ...args), message);
  });

  it('explains a failure of its own on demand only', async () => {
    const { run } = await import('../../src/cli/run.ts');
    const broken = (env: Record<string, string>) => {
      let stderr = '';
      const shell = {
        cwd: () => plan,
        env,
        now: (): Date => {
          throw new Error('no clock\nat all');
        },
        stdout: { write: () => {} },
        stderr: { write: (text: string) => (stderr += text) },
      };
      return run(['check'], shell).then((status) => ({ status, stdout: '', stderr }));
    };
    assertFailure(await broken({}), /this should not have happened: no clock \(MILEPOST_DEBUG=1 tells more\)/);
    assert.match((await broken({ MILEPOST_DEBUG: '1' })).stderr, /^Error: no clock\nat all\n {4}at /);
  });

  it('follows no link out of a plan', async function () {
    const folder = folderWith({ 'a.md': '' });
    try {
      symlinkSync(join(plan, 'atlas'), join(folder, 'atlas'));
      symlinkSync(join(plan, 'notes.md'), join(folder, 'milepost.yaml'));
    } catch {
      this.skip();
    }
    assertFailure(await milepost(folder, 'check'), /milepost\.yaml cannot be read: it is a link/);
    assertFailure(await milepost(folder, 'check', 'atlas'), /"atlas" is not in the plan/);
  });

  it('rows 42 and 45: lets nothing in a plan start a workflow command or act on the terminal', async () => {
    const title = '"x\\n::error file=y::owned\\e[31m\\u202e"';
    const hostile = folderWith({
      'a.md': `---\ntype: milestone\nid: a\ntitle: ${title}\nowner: ${title}\ndepends_on: [${title}]\n---\n`,
    });
    const { status, stdout } = await milepost(hostile, 'check', '--format', 'github');
    assert.equal(status, 1);
    const lines = stdout.trimEnd().split('\n').slice(0, -1);
    for (const line of lines) assert.match(line, /^::(error|warning|notice) file=a\.md,/);
    for (const format of ['text', 'json', 'github', 'sarif', 'junit', 'markdown']) {
      const written = await milepost(hostile, 'check', '--format', format);
      assert.doesNotMatch(written.stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
    for (const args of [['list'], ['show', 'a'], ['schedule'], ['graph']]) {
      assert.doesNotMatch((await milepost(hostile, ...args)).stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  describe('init', () => {
    it('writes a first plan without findings, once', async () => {
      const folder = folderWith();
      const { status, stdout } = await milepost(folder, 'init', 'new plan', '--format', 'json');
      const { files } = initSchema.parse(JSON.parse(stdout));
      assert.equal(status, 0);
      const texts = () => files.map((file) => readFileSync(join(folder, 'new plan', file), 'utf8'));
      const written = texts();
      const check = await milepost(folder, 'check', '--cwd', 'new plan', '--fail-on', 'info');
      assert.equal(check.status, 0, check.stdout);
      assert.match(check.stdout, /^no findings in/);
      assertFailure(await milepost(folder, 'init', 'new plan', '--title', 'Other'), /"README\.md" exists already/);
      assert.deepEqual(texts(), written);
    });

    it('has decision records read as they are, and takes the place of no configuration', async () => {
      const folder = folderWith({
        'docs/adr/0001-use-kafka.md': '# Use Kafka\n',
        'docs/adr/0002-use-postgres.md': '# Use Postgres\n\n## Status\n\nProposed\n',
      });
      const init = await milepost(folder, 'init', '--adr', 'docs/adr');
      assert.deepEqual([init.status, init.stdout], [0, 'milepost.yaml\n']);
      const { items } = listSchema.parse(JSON.parse((await milepost(folder, 'list', '--format', 'json')).stdout));
      assert.deepEqual(
        items.map(({ id, status }) => [id.replace(/^.*\//, ''), status]),
        [
          ['0001-use-kafka', 'accepted'],
          ['0002-use-postgres', 'proposed'],
        ],
      );
      const text = readFileSync(join(folder, 'milepost.yaml'), 'utf8');
      assertFailure(
        await milepost(folder, 'init', '--adr', 'docs/adr'),
        /"milepost\.yaml" exists already.*: add to it/,
      );
      assert.equal(readFileSync(join(folder, 'milepost.yaml'), 'utf8'), text);
      assertFailure(await milepost(folder, 'init', '--adr', 'docs/adrs'), /"docs\/adrs" is no folder: name the one/);
      assertFailure(await milepost(folder, 'init', '--adr', '..'), /does not lie below/);
      assertFailure(await milepost(folder, 'init', '--adr', 'docs/adr', '--title', 'x'), /takes neither/);
    });

    it('says how many decision records are read, also where none is', async () => {
      const folder = folderWith({
        'some/adr/0001-use-kafka.md': '# Use Kafka\n',
        'some/adr/0002-use-nats.md': '# Use NATS\n',
        'some/adr/README.md': '# Decisions\n',
        'dots/..x/0001-use-kafka.md': '# Use Kafka\n',
        'empty/adr/notes.txt': '',
        'ignored/.gitignore': 'adr/\n',
        'ignored/adr/0001-use-kafka.md': '# Use Kafka\n',
        'nearer/adr/milepost.yaml': '',
        'nearer/adr/0001-use-kafka.md': '# Use Kafka\n',
        'hidden/.adr/0001-use-kafka.md': '# Use Kafka\n',
      });
      const init = (plan: string, adr = 'adr') => milepost(join(folder, plan), 'init', '--adr', adr);
      assert.match((await init('some')).stderr, /: 2 records are decisions of the plan now\. Next: type /);
      for (const plan of ['empty', 'ignored', 'nearer']) {
        const { status, stderr } = await init(plan);
        assert.equal(status, 0);
        assert.match(stderr, /: no decision record in "adr" is read: /, plan);
      }
      for (const [plan, adr] of [
        ['hidden', '.adr'],
        ['dots', '..x'],
      ] as const) {
        assertFailure(await init(plan, adr), /is hidden by the dot/);
        assert.ok(!existsSync(join(folder, plan, 'milepost.yaml')));
      }
    });

    it('says what to do in a repository that has a README', async () => {
      const folder = folderWith({ 'README.md': '# Widget\n' });
      assertFailure(
        await milepost(folder, 'init'),
        /"README\.md" exists already.*: name a new folder, "milepost init plan"/,
      );
      assert.equal((await milepost(folder, 'init', 'plan')).status, 0);
    });

    it('writes nothing where one of its files exists', async () => {
      const folder = folderWith({ 'RISKS.md': 'Mine.\n' });
      assertFailure(await milepost(folder, 'init'), /"risks\.md" exists already/);
      assert.throws(() => readFileSync(join(folder, 'README.md')));
    });
  });

  describe('new', () => {
    it('writes a new item, once', async () => {
      const folder = folderWith({ 'README.md': PROGRAM, 'milestones/API.md': 'Not of the plan.\n' });
      const args = ['new', 'milestones', '--id', 'ga', '--title', 'GA: go', '--due', '2030-Q4', '--owner', '@maria'];
      const { stdout } = await milepost(folder, ...args, '--format=json');
      const made = newSchema.parse(JSON.parse(stdout));
      assert.deepEqual(made, { schemaVersion: 1, id: 'atlas/ga', type: 'milestone', file: 'milestones/ga.md' });
      const text = readFileSync(join(folder, made.file), 'utf8');
      assert.match(text, /^---\ntype: milestone\nid: ga\ntitle: "GA: go"\n.*owner: "@maria"\n.*due: 2030-Q4\n/s);
      assert.equal((await milepost(folder, 'check', '--fail-on', 'info')).status, 0);
      assertFailure(
        await milepost(folder, ...args),
        /there is a milestone "ga" already, in "milestones\/ga\.md": choose another with --id/,
      );
      assert.equal(readFileSync(join(folder, made.file), 'utf8'), text);
      // A name that differs in case alone is another file here, and the same one elsewhere.
      assertFailure(await milepost(folder, 'new', 'milestone', '--id', 'api'), /"milestones\/api\.md" exists already/);
    });

    it('writes what a gate is for, and says how where nobody has', async () => {
      const folder = folderWith({
        'README.md': PROGRAM.replace(/---\n$/, 'milestones: [{ id: launch, owner: maria }]\n---\n'),
      });
      const { status, stderr } = await milepost(folder, 'new', 'gate', '--title', 'Pen test', '--for', 'launch');
      assert.deepEqual([status, stderr], [0, '']);
      assert.match(readFileSync(join(folder, 'gates/G-1.md'), 'utf8'), /\nfor: \[launch\]\n/);
      const without = await milepost(folder, 'new', 'gate', '--title', 'Privacy');
      assert.equal(without.status, 0);
      assert.match(without.stderr, /G-2 holds nothing yet: .*--for/);
      assertFailure(
        await milepost(folder, 'new', 'gate', '--title', 'x', '--for', 'lanch'),
        /--for "lanch": .*did you mean launch\?/,
      );
      assertFailure(
        await milepost(folder, 'new', 'risk', '--title', 'x', '--for', 'launch'),
        /a risk is for no milestone/,
      );
    });

    it('writes an update of today, with the health of its program', async () => {
      const folder = folderWith({ 'README.md': PROGRAM });
      await milepost(folder, 'new', 'update', '--title', 'Week 47', '--today', '2026-11-21');
      const text = readFileSync(join(folder, 'updates/week-47.md'), 'utf8');
      assert.match(text, /\ndate: 2026-11-21\nhealth: green\n/);
      assert.doesNotMatch(text, /\nstatus: /);
    });

    it('asks which program is meant, unless the folder says it', async () => {
      const folder = folderWith({
        'milepost.yaml': '',
        'a/README.md': PROGRAM,
        'b/README.md': PROGRAM.replace('atlas', 'borealis'),
      });
      const args = ['new', 'risk', '--title', 'x', '--owner', 'maria'];
      assertFailure(
        await milepost(folder, ...args),
        /say which program it belongs to, with --program: atlas or borealis/,
      );
      assert.equal((await milepost(join(folder, 'b'), ...args)).stdout, 'risks/R-1.md\n');
      assert.equal((await milepost(folder, ...args, '--program', 'borealis')).stdout, 'b/risks/R-2.md\n');
      assert.equal((await milepost(folder, 'new', 'program', '--title', 'Crux')).stdout, 'crux/README.md\n');
    });

    it('needs no plan to begin with', async () => {
      const folder = folderWith();
      const { status, stdout } = await milepost(folder, 'new', 'milestone', '--title', 'A', '--owner', 'maria');
      assert.deepEqual([status, stdout], [0, 'milestones/a.md\n']);
      assert.doesNotMatch(readFileSync(join(folder, 'milestones/a.md'), 'utf8'), /^program:/m);
      assert.equal((await milepost(folder, 'check')).status, 0);
    });
  });
});
