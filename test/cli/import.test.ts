import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/import/${name}`, import.meta.url), 'utf8');
const atlas = fileURLToPath(new URL('../../examples/atlas', import.meta.url));

describe('milepost import', () => {
  after(removeFolders);

  it('writes a plan from what Jira exports: a README, a document for each component, registers', async () => {
    const folder = folderWith({ 'jira.csv': fixture('jira.csv') });
    const { status, stdout, stderr } = await milepost(folder, 'import', 'jira.csv', '--out', 'pay');
    assert.equal(status, 0, stderr);
    assert.match(stderr, /3 workstreams, 3 milestones, 1 decision, 3 actions, 2 issues and 1 risk are written/);
    assert.match(stdout, /^ {2}Due date +due$/m);
    assert.match(stdout, /^ {2}Labels ×3 +tags$/m);
    assert.match(stdout, /^ {2}row 10: blocks "OPS-77", which is not in the file: left out$/m);
    assert.deepEqual(readdirSync(join(folder, 'pay')).sort(), [
      ...['README.md', 'actions.md', 'decisions.md', 'issues.md', 'risks.md', 'workstreams'],
    ]);
    const platform = readFileSync(join(folder, 'pay/workstreams/platform.md'), 'utf8');
    assert.match(platform, /- id: ledger-schema-v2-live-in-shadow\n {4}title: Ledger schema v2 live in shadow\n/);
    assert.match(platform, /owner: Chen Wei\n[\s\S]*due: 2026-12-08\n {4}duration: 20d\n/);
    const checked = await milepost(join(folder, 'pay'), 'check', '--no-git');
    assert.equal(checked.status, 0, checked.stdout);
    assert.doesNotMatch(checked.stdout, /error/);
  });

  it('writes nothing into a folder that holds anything', async () => {
    const folder = folderWith({ 'jira.csv': fixture('jira.csv'), 'pay/notes.txt': 'mine' });
    const { status, stderr } = await milepost(folder, 'import', 'jira.csv', '--out', 'pay');
    assert.equal(status, 2);
    assert.match(stderr, /"pay" is not empty: it has "notes\.txt"/);
    assert.deepEqual(readdirSync(join(folder, 'pay')), ['notes.txt']);
  });

  it('writes live blocks about its own program, in the plan around it: none is outdated, whatever comes beside it', async () => {
    const folder = folderWith({
      'milepost.yaml': 'adapters: [{ use: adr, files: "docs/adr/*.md" }]\ncalendar: { holidays: [2026-11-30] }\n',
      'docs/adr/0001-use-kafka.md': '# 1. Use Kafka\n\n## Status\n\nProposed\n',
      'shop.csv':
        'Title,Type,Team,Due,Duration\nLogin,Milestone,Web,2026-12-01,10d\nPay how?,Decision,Web,2026-12-04,\nLeak,Risk,,,\n',
    });
    const today = ['--today', '2026-11-23'];
    const { status, stderr } = await milepost(folder, 'import', 'shop.csv', '--out', 'plans/shop', ...today);
    assert.equal(status, 0, stderr);
    const readme = readFileSync(join(folder, 'plans/shop/README.md'), 'utf8');
    assert.deepEqual(
      [...readme.matchAll(/<!-- milepost (.*) -->/g)].map(([, what]) => what),
      [...['status program=shop', 'timeline show=open program=shop', 'decisions show=open program=shop']],
    );
    // Ten days from today on, one of which is off here.
    assert.match(readme, /forecast for 2026-12-07, 4 working days after/);
    assert.match(readme, /section Web\n/);
    assert.match(
      readFileSync(join(folder, 'plans/shop/risks.md'), 'utf8'),
      /<!-- milepost risks show=open program=shop -->/,
    );
    const upToDate = async (): Promise<void> => {
      const { status: checked, stdout } = await milepost(folder, 'sync', '--check', ...today);
      assert.equal(checked, 0, stdout);
    };
    await upToDate();
    writeFileSync(join(folder, 'bakery.csv'), 'Title,Due\nOven,2026-11-02\n');
    const more = await milepost(folder, 'import', 'bakery.csv', '--out', 'plans/bakery', ...today);
    assert.equal(more.status, 0, more.stderr);
    await upToDate();
  });

  it('shows with --dry-run what it would write, and writes nothing', async () => {
    const folder = folderWith({ 'plan.csv': 'Title;Due\nFirst;2026-12-11\n' });
    const { status, stdout, stderr } = await milepost(folder, 'import', 'plan.csv', '--dry-run');
    assert.equal(status, 0, stderr);
    assert.match(
      stdout,
      /==> plan\/README\.md\n---\ntype: program\nid: plan\ntitle: Plan\n\nmilestones:\n {2}- id: first\n/,
    );
    assert.match(stderr, /1 milestone: nothing is written/);
    assert.deepEqual(readdirSync(folder), ['plan.csv']);
  });

  it('asks which number is the day, where no date of the file tells', async () => {
    const folder = folderWith({ 'plan.csv': 'Title,Due\nFirst,03/04/2027\nSecond,05/04/2027\n' });
    const asked = await milepost(folder, 'import', 'plan.csv');
    assert.equal(asked.status, 2);
    assert.match(asked.stderr, /"Due" has 03\/04\/2027, which can be read in two ways: say --dates dmy/);
    const { stdout } = await milepost(folder, 'import', 'plan.csv', '--dates', 'mdy', '--dry-run');
    assert.match(stdout, /due: 2027-03-04\n[\s\S]*due: 2027-05-04\n/);
  });

  it('reads columns and types as it is told to', async () => {
    const folder = folderWith({
      'p.csv': 'What,When=then,Kind,Votes\nA,2026-12-11,Epic,3\nB,2026-12-12,Story,4\nC,,Sub-task,1\n',
    });
    const args = [
      '--map',
      'What=title',
      '--map',
      'When=then=due',
      '--map',
      'Votes=',
      '--type',
      'Story=milestone',
      '--type',
      'sub-task=',
    ];
    const { stdout, stderr } = await milepost(folder, 'import', 'p.csv', '--format', 'json', '--out', 'out', ...args);
    const { items, columns, remarks } = JSON.parse(stdout);
    assert.deepEqual([items, remarks], [{ milestones: 2 }, []], stderr);
    assert.deepEqual(
      columns.map(({ heading, readAs }: { heading: string; readAs: string }) => [heading, readAs]),
      [
        ['What', 'title'],
        ['When=then', 'due'],
        ['Kind', 'type'],
        ['Votes', null],
      ],
    );
    const wrong = await milepost(folder, 'import', 'p.csv', '--out', 'x', '--map', 'Wat=title');
    assert.match(wrong.stderr, /there is no column "Wat": did you mean "What"\?/);
  });

  it('reads what export has written: the same items, dates, statuses and links', async () => {
    const today = ['--no-git', '--today', '2026-11-21'];
    const { stdout: csv } = await milepost(atlas, 'export', ...today);
    const folder = folderWith({ 'atlas.csv': csv });
    const { status, stdout, stderr } = await milepost(
      folder,
      'import',
      'atlas.csv',
      '--out',
      'plan',
      '--today',
      '2026-11-21',
    );
    assert.equal(status, 0, stderr);
    const { stdout: again } = await milepost(join(folder, 'plan'), 'export', ...today, '--format', 'json');
    const { stdout: once } = await milepost(atlas, 'export', ...today, '--format', 'json');
    const said = (json: string): unknown[] =>
      JSON.parse(json)
        .items.map(({ id, type, title, status, owner, workstream, program, fields }: Record<string, unknown>) => {
          const { due, target, start, expected, duration, completed, depends_on, blocks, affects, tags } =
            fields as Record<string, string>;
          const links = Object.fromEntries(
            Object.entries({ depends_on, blocks, affects }).map(([name, text]) => [
              name,
              (text ?? '').split(', ').sort(),
            ]),
          );
          return {
            id,
            type,
            title,
            status,
            owner,
            workstream,
            program,
            due,
            target,
            start,
            expected,
            duration,
            completed,
            tags,
            links,
          };
        })
        .sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1));
    // A reference of the example that leads nowhere is told, and not written.
    assert.deepEqual(said(again), said(once.replaceAll('auth-cutovr, ', '').replaceAll(', auth-cutovr', '')));
    assert.match(stdout, /waits for "auth-cutovr", which is not in the file: left out/);
  });

  describe('--update', () => {
    const WANTED = ['--update', '--match', 'links.jira', '--fields', 'status,due,owner'];
    const plan = {
      'milepost.yaml': '',
      'README.md':
        '---\r\ntype: program\r\nid: pay\r\nowner: mara\r\nmilestones:\r\n  # the long pole\r\n  - { id: schema, owner: "Chen Wei", due: 2026-12-04, links: { Jira: https://example.atlassian.net/browse/PAY-101 } } # keep\r\n---\r\n\r\nMine.\r\n',
      'history.md':
        '---\ntype: milestone\nid: history\nlinks: [https://example.org/design, PAY-102]\nstatus: planned # since May\n---\n# History\n',
      'decision.md': '---\ntype: decision\nid: token\nowner: ada\nlinks: { jira: PAY-141 }\ndue: 2026-W48\n---\n',
      'gone.md': '---\ntype: risk\nid: gone\nlinks: { jira: PAY-9 }\n---\n',
    };

    it('changes the fields that are named of the items that have a row, and no other byte', async () => {
      const folder = folderWith({ ...plan, 'jira.csv': fixture('jira.csv') });
      const file = (path: string): string => readFileSync(join(folder, path), 'utf8');
      const dry = await milepost(folder, 'import', 'jira.csv', ...WANTED, '--dry-run');
      assert.match(dry.stdout, /^diff --git a\/README\.md b\/README\.md\n/);
      assert.match(dry.stdout, /^ status: planned # since May\n\+owner: Priya Nair\n\+due: 2027-01-15\n/m);
      assert.equal(file('history.md'), plan['history.md']);
      const { status, stdout, stderr } = await milepost(folder, 'import', 'jira.csv', ...WANTED);
      assert.equal(status, 0, stderr);
      assert.equal(
        file('README.md'),
        plan['README.md']
          .replace('due: 2026-12-04', 'due: 2026-12-08')
          .replace('id: schema,', 'id: schema, status: in-progress,'),
      );
      // The last day of that week is another one than the row has.
      assert.equal(
        file('decision.md'),
        plan['decision.md'].replace('2026-W48', '2026-11-27').replace('ada', 'Okafor Ada'),
      );
      assert.equal(
        file('history.md'),
        plan['history.md'].replace('# since May\n', '# since May\nowner: Priya Nair\ndue: 2027-01-15\n'),
      );
      assert.equal(file('gone.md'), plan['gone.md']);
      assert.match(stdout, /^schema +due +2026-12-04 → 2026-12-08 +README\.md$/m);
      assert.match(stdout, /Items with links\.jira and without a row\n {2}gone gone\n/);
      assert.match(
        stderr,
        /3 items changed, in 6 fields and 3 documents; 0 unchanged, 7 rows without an item, 1 item without a row/,
      );
      const again = await milepost(folder, 'import', 'jira.csv', ...WANTED);
      assert.match(again.stderr, /nothing to change; 3 unchanged/);
    });

    it('finds what an import of the same table has written by the keys that this kept', async () => {
      const table = 'Key,Title,Type,Due\nPAY-1,Cut over,Milestone,2027-03-15\nPAY-2,Vendor late,Risk,\n';
      const folder = folderWith({ 'plan.csv': table, 'later.csv': table.replace('03-15', '04-01') });
      const told = await milepost(folder, 'import', 'plan.csv');
      assert.match(told.stdout, /^ {2}Key +by which rows name each other; kept as links\.key$/m);
      const update = (match: string) =>
        milepost(join(folder, 'plan'), 'import', '../later.csv', '--update', '--match', match, '--fields', 'due');
      const wrong = await update('links.jira');
      assert.match(wrong.stdout, /no item of the plan has "links\.jira": there is links\.key/);
      const right = await update('links.key');
      assert.match(right.stdout, /^cut-over +due +2027-03-15 → 2027-04-01 +README\.md$/m);
      assert.match(right.stderr, /1 item changed, in 1 field and 1 document; 1 unchanged\n/);
    });

    it('ends with 1 where no row has an item: a field to match by that is misspelt is not taken for no news', async () => {
      const folder = folderWith({
        'milepost.yaml': '',
        'README.md': '---\ntype: program\nid: p\nmilestones:\n  - { id: m, title: M, links: { key: K-1 } }\n---\n',
        'later.csv': 'Key,Title,Due\nK-1,M,2027-01-15\n',
      });
      const update = (match: string) =>
        milepost(folder, 'import', 'later.csv', '--update', '--match', match, '--fields', 'due');
      assert.equal((await update('links.kay')).status, 1);
      assert.equal((await update('links.key')).status, 0);
    });

    it('writes down the owner of an item that had the one of its workstream, where that gets another', async () => {
      const plan = `---
type: workstream
id: data
title: Data
owner: noor
milestones:
  - id: schema
    title: Schema
---
`;
      const csv = 'Id,Title,Owner\ndata,Data,maria\nschema,Schema,noor\n';
      const folder = folderWith({ 'milepost.yaml': '', 'data.md': plan, 'later.csv': csv });
      const args = ['import', 'later.csv', '--update', '--match', 'id', '--fields', 'owner'];
      assert.equal((await milepost(folder, ...args)).status, 0);
      const after = readFileSync(join(folder, 'data.md'), 'utf8');
      assert.equal(after, plan.replace('owner: noor', 'owner: maria').replace('Schema\n', 'Schema\n    owner: noor\n'));
      // The same table has nothing more to say.
      assert.equal((await milepost(folder, ...args)).status, 0);
      assert.equal(readFileSync(join(folder, 'data.md'), 'utf8'), after);
    });

    it('changes nothing where it cannot be told which item is meant, nor a document that is in conflict', async () => {
      const conflict = `<<<<<<< a\n${plan['gone.md']}=======\n>>>>>>> b\n`;
      const folder = folderWith({
        ...{
          'milepost.yaml': '',
          'jira.csv': 'Issue key,Summary,Status\nPAY-1,One,Done\nPAY-2,Two,Done\nPAY-2,Two,To Do\nPAY-3,Three,Done\n',
        },
        'a.md': '---\ntype: milestone\nid: a\nlinks: { jira: PAY-1 }\n---\n',
        'b.md': '---\ntype: milestone\nid: b\nlinks: { jira: PAY-1 }\n---\n',
        'c.md': '---\ntype: milestone\nid: c\nlinks: { jira: PAY-2 }\n---\n',
        'd.md': `---\ntype: milestone\nid: d\nlinks: { jira: PAY-3 }\n<<<<<<< ours\nstatus: planned\n=======\nstatus: in-progress\n>>>>>>> theirs\n---\n`,
        'e.txt': conflict,
      });
      const { status, stdout, stderr } = await milepost(
        folder,
        'import',
        'jira.csv',
        '--update',
        '--match',
        'links.jira',
        '--fields',
        'status',
      );
      assert.equal(status, 0, stderr);
      assert.match(stdout, /row 2: "PAY-1" is the links\.jira of a and b: none of them is changed/);
      assert.match(stdout, /row 3, 4: "PAY-2" has several rows: c is not changed/);
      assert.match(stdout, /row 5: d is left as it is: d\.md is broken, or in conflict/);
      assert.match(stderr, /nothing to change/);
    });

    it('says what it needs, and what it cannot do', async () => {
      const folder = folderWith({ ...plan, 'jira.csv': fixture('jira.csv') });
      const why = async (...args: string[]): Promise<string> =>
        (await milepost(folder, 'import', 'jira.csv', ...args)).stderr;
      assert.match(await why('--update'), /needs to know which row is which item: --match id/);
      assert.match(await why('--update', '--match', 'id'), /needs to know what to change: --fields/);
      assert.match(
        await why('--update', '--match', 'id', '--fields', 'statsu'),
        /there is no field "statsu": did you mean status\?/,
      );
      assert.match(
        await why('--update', '--match', 'id', '--fields', 'depends_on'),
        /depends_on cannot be brought up to date/,
      );
      assert.match(await why('--match', 'id'), /--match is for bringing a plan up to date: add --update/);
    });
  });
});
