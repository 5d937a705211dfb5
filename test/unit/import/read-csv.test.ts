import assert from 'node:assert/strict';
import { type CsvOptions, readCsv } from '../../../src/core/import/csv/read-csv.ts';
import { decode } from '../../../src/core/import/decode.ts';
import { planFiles } from '../../../src/core/import/write/plan-files.ts';
import { snapshotOf } from '../../support/plan.ts';

const options = (more: Partial<CsvOptions> = {}): CsvOptions => ({ map: new Map(), types: new Map(), ...more });

function read(text: string, more?: Partial<CsvOptions>) {
  const found = readCsv(text, options(more));
  assert.ok(!('trouble' in found), JSON.stringify(found));
  return found;
}

const trouble = (text: string, more?: Partial<CsvOptions>): string =>
  (readCsv(text, options(more)) as { trouble: string }).trouble;

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

describe('a table', () => {
  it('has any of the usual delimiters, quotes, line ends, and cells of several lines', () => {
    for (const text of [
      'Title,Due\r\n"A, b",2026-12-11\r\n',
      'Title;Due\n"A, b";2026-12-11',
      'Title\tDue\r"A, b"\t2026-12-11\r',
      'sep=;\r\nTitle;Due\r\n"A, b";2026-12-11\r\n',
      '\ufeffTitle|Due\nA, b|2026-12-11\n\n\n',
      '\n\n,\nTitle,Due\n"A, b",2026-12-11\n',
    ]) {
      const { items } = read(text).plan;
      assert.deepEqual([items.length, items[0]?.title, items[0]?.fields], [1, 'A, b', { due: '2026-12-11' }], text);
    }
    assert.equal(read('Title,Notes\nA,"one\ntwo ""x"""\n').plan.items[0]?.prose, 'one\ntwo "x"');
  });

  it('has rows that are too short or too long, counted as a spreadsheet does', () => {
    const { plan } = read('Title,Due,Owner\nA\n\n"B\nb",,chen,,extra\n');
    assert.deepEqual(
      plan.items.map(({ title, place }) => [title, place]),
      [
        ['A', 'row 2'],
        ['B\nb', 'row 4'],
      ],
    );
    assert.deepEqual(plan.remarks, [
      { place: 'row 4', text: 'it has 5 cells, and the heading 3: the last are left out' },
    ]);
  });

  it('is told from what is none', () => {
    assert.equal(trouble(''), 'it is empty');
    assert.equal(trouble('Title,Due\n\n'), 'it has headings, and nothing below them');
    assert.equal(trouble('Title\n"never closed'), 'a quote is opened and never closed');
    assert.equal(trouble('Foo,Bar\n1,2'), 'no column is the title: say which with --map "Heading=title"');
    assert.match(
      trouble('Title,Due\na,b', { map: new Map([['Due', 'deu']]) }),
      /"deu" is nothing .*: did you mean due\?/,
    );
  });

  it('asks for the order of dates only where none of the file tells', () => {
    assert.match(trouble('Title,Due,Start\nA,03/04/2026,01/02/2026\n'), /^"Due" has 03\/04\/2026/);
    const { items } = read('Title,Due,Start\nA,03/04/2026,21/02/2026\n').plan;
    assert.deepEqual(items[0]?.fields, { due: '2026-04-03', start: '2026-02-21' });
    assert.match(trouble('Title,Due\nA,21/04/2026\nB,04/21/2026\n'), /with the day first, and .* with the month first/);
  });

  it('names people, and one of several', () => {
    const { plan } = read(
      'Title,Assignee\nA,Maria Silva <m@x.org>\nB,@chen\nC,"sam, li"\nD,Unassigned\nE,"Silva, Maria"\n',
    );
    assert.deepEqual(
      plan.items.map(({ fields: { owner } }) => owner),
      ['Maria Silva <m@x.org>', 'chen', 'sam', undefined, 'Silva, Maria'],
    );
    assert.deepEqual(plan.remarks, [
      { place: 'row 4', text: '"Assignee": "sam, li" are several people: the first is taken' },
    ]);
  });

  it('keeps what it calls its rows in links, milestones as well, where that does not become the id', () => {
    const linksOf = (text: string, more?: Partial<CsvOptions>): unknown[] =>
      read(text, more).plan.items.map(({ fields }) => fields['links']);
    assert.deepEqual(linksOf('Key,Title,Type\nPAY-1,A,Milestone\nPAY-2,B,Risk\n,C,Milestone\n'), [
      { key: 'PAY-1' },
      { key: 'PAY-2' },
      undefined,
    ]);
    assert.deepEqual(linksOf('Task ID,Title\n12,A\n'), [{ 'task-id': '12' }]);
    assert.deepEqual(linksOf('№,Title\n12,A\n', { map: new Map([['№', 'ref']]) }), [{ key: '12' }]);
    assert.deepEqual(linksOf('Key,Title,Links\nPAY-1,A,Design: https://x.org/d\n'), [
      { key: 'PAY-1', Design: 'https://x.org/d' },
    ]);
    assert.deepEqual(linksOf('ID,Title\nM1,A\nM2,B\n'), [undefined, undefined]);
    assert.deepEqual(linksOf('ID,Title\n1,A\n2,B\n'), [{ id: '1' }, { id: '2' }]);
    assert.deepEqual(linksOf('ID,Title\nM 1,A\n'), [{ id: 'M 1' }]);
    assert.deepEqual(linksOf('Work item key,Summary\nPAY-1,A\n'), [{ jira: 'PAY-1' }]);
    assert.deepEqual(linksOf('Key,Summary\nPAY-1,A\n', { jira: 'https://example.atlassian.net/' }), [
      { jira: 'https://example.atlassian.net/browse/PAY-1' },
    ]);
    assert.match(planFiles(read('No,Title\n7,A\n').plan).files[0]?.text ?? '', /^ {4}links: \{ "no": "7" \}$/m);
  });

  it('links items by key, by number and by title, as Jira, MS Project and others do', () => {
    const { items } = read('ID,Title,Predecessors\n1,A,\n2,B,1FS+2 days\n3,C,"1;2SS"\n4,D,A\n5,E,9\n').plan;
    assert.deepEqual(
      items.map(({ links }) => links),
      [
        [],
        [{ relation: 'waits-for', key: '1', type: 'FS', lag: '2d' }],
        [
          { relation: 'waits-for', key: '1' },
          { relation: 'waits-for', key: '2', type: 'SS' },
        ],
        [{ relation: 'waits-for', key: '1' }],
        [{ relation: 'waits-for', key: '9' }],
      ],
    );
  });
});

describe('a row without a status', () => {
  const statuses = (text: string, more?: Partial<CsvOptions>): readonly unknown[] =>
    read(text, more).plan.items.map(({ fields }) => fields['status']);

  it('is done where all of it is done, and in progress where some of it is', () => {
    assert.deepEqual(statuses('Title,% Complete\nA,100\nB,60\nC,0\nD,\nE,100%\n'), [
      ...['done', 'in-progress', undefined, undefined, 'done'],
    ]);
    assert.deepEqual(statuses('Title,Progress\nA,1\nB,0.4\nC,3 of 3\n'), ['done', 'in-progress', 'done']);
    assert.deepEqual(statuses('Title,Type,% Complete\nE,Epic,\nA,Task,100\nB,Bug,100\nC,Bug,20\nR,Risk,100\n'), [
      ...[undefined, 'done', 'resolved', 'in-progress', undefined],
    ]);
  });

  it('says what its status says, where it has one, and is over where it has a day on which it was', () => {
    assert.deepEqual(statuses('Title,Status,% Complete\nA,Blocked,60\nB,In Progress,100\nC,Zzz,100\nD,,100\n'), [
      ...['blocked', 'in-progress', undefined, 'done'],
    ]);
    assert.deepEqual(statuses("Title,Status,Resolution,% Complete\nA,,Won't do,100\nB,,,100\n"), ['cancelled', 'done']);
    const { items } = read('Title,Actual Finish,% Complete\nA,2026-11-02,100\nB,2026-11-02,90\nC,NA,90\n').plan;
    assert.deepEqual(
      items.map(({ fields }) => fields),
      [
        { completed: '2026-11-02', progress: '100%', status: 'done' },
        { completed: '2026-11-02', progress: '90%' },
        { progress: '90%', status: 'in-progress' },
      ],
    );
  });

  it('says in an update only what is over: what is under way may be at risk as well', () => {
    assert.deepEqual(statuses('Title,% Complete\nA,100\nB,60\n', { only: new Set(['status']) }), [
      ...['done', undefined],
    ]);
  });

  it('holds up nothing that waits for it', () => {
    const [file] = planFiles(
      read('Title,Due,% Complete,Predecessors\nA,2026-11-02,100,\nB,2026-11-27,0,1\n').plan,
    ).files;
    const snapshot = snapshotOf({ 'README.md': file?.text ?? '' }, { today: '2026-11-22' });
    assert.deepEqual(
      snapshot.findings.filter(({ code }) => ['overdue', 'forecast-late', 'accepted-without-date'].includes(code)),
      [],
    );
  });
});

describe('what is written', () => {
  const file = (text: string, path = 'README.md'): string =>
    planFiles(read(text).plan).files.find((one) => one.path === path)?.text ?? '';

  it('has key results in no cell, and progress as a share of boxes', () => {
    const { plan } = read('Type,Title,Progress,Key results\nobjective,O,,"KR-1, title: Speed"\nmilestone,M,3 of 6,\n');
    assert.deepEqual(
      plan.items.map(({ links, fields }) => [links, fields['progress']]),
      [
        [[], undefined],
        [[], '50%'],
      ],
    );
    assert.equal(read('Title,Progress\nM,7 of 6\n').plan.remarks.length, 1);
  });

  it('links rows by their numbers where nothing else names them, and says so', () => {
    const text = 'Task Name,Predecessors\nDesign,\nBuild,1\nTest,"1SS, 2FS +3d"\n\nLaunch,3\n';
    const { plan } = read(text);
    assert.deepEqual(plan.remarks, [
      { text: '"Predecessors" goes by the numbers of rows: 1 is the first below the headings' },
    ]);
    const [readme] = planFiles(plan).files;
    assert.match(readme?.text ?? '', /id: build\n.*\n {4}depends_on: \[design\]/);
    assert.match(readme?.text ?? '', /id: test\n.*\n {4}depends_on: \[design SS, build FS\+3d\]/);
    // The empty row has a number as well, and 3 is the one before it.
    assert.match(readme?.text ?? '', /id: launch\n.*\n {4}depends_on: \[test\]/);
    assert.deepEqual(
      read('ID,Task Name,Predecessors\n7,Design,\n8,Build,1\n').plan.items.map(({ links }) => links),
      [[], [{ relation: 'waits-for', key: '1' }]],
    );
  });

  it('leaves out what would make items wait for each other, and tells', () => {
    const { files, remarks } = planFiles(read('Id,Title,Depends on\na,A,b\nb,B,c\nc,C,a\nd,D,d\n').plan);
    assert.equal((files[0]?.text.match(/depends_on/g) ?? []).length, 2);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0]?.text ?? '', /would wait for .*, which waits for it: left out/);
  });

  it('puts each link where it can be said', () => {
    const text = file(
      'Id,Title,Type,Blocks,Depends on\nm,M,Milestone,,"D-1, I-1, R-1, G-1"\nD-1,D,Decision,,\nI-1,I,Bug,,\nR-1,R,Risk,,\nG-1,G,Gate,,\n',
    );
    assert.match(text, /id: m\n[\s\S]*depends_on: \[D-1\]/);
    assert.match(text, /id: G-1\n[\s\S]*for: \[m\]/);
  });

  it('tells of each link that nothing but relates_to can say, and why, once', () => {
    const { files, remarks } = planFiles(
      read(
        'Issue key,Issue Type,Summary,Parent,Outward issue link (Blocks),Inward issue link (Blocks),Outward issue link (Relates)\n' +
          'S-1,Epic,Login,,,S-5,\nS-2,Story,Page,S-1,S-3,,S-4\nS-3,Story,API,S-1,S-1,S-2,\nS-4,Task,Release,,,S-3,\nS-5,Risk,Leak,,,,\n',
      ).plan,
    );
    const actions = files.find(({ path }) => path === 'actions.md')?.text ?? '';
    assert.match(actions, /id: S-2\n[\s\S]*relates_to: \[S-3, S-4, login\]/);
    assert.match(actions, /id: S-3\n[\s\S]*blocks: \[login\]/);
    assert.deepEqual(remarks, [
      { place: 'row 2', text: 'it waits for a risk, and no milestone waits for a risk: the link becomes relates_to' },
      { place: 'row 3', text: 'it blocks an action, and only milestones wait for others: the link becomes relates_to' },
      {
        place: 'row 5',
        text: 'it waits for an action, and only milestones wait for others: the link becomes relates_to',
      },
    ]);
  });

  it('is text, whatever stands in cells', () => {
    const text = file(
      'Title,Description\n"# [[x]] | --- {#y}","# one\n---\n- [ ] box\n<!-- milepost status -->\n[[x]] and a_b _c_"\n',
    );
    assert.match(text, /title: "# \[\[x\]\] \| --- \{#y\}"/);
    assert.match(text, /\n\\# one\n\\---\n- \\\[ \] box\n\\<!-- milepost status -->\n\\\[\\\[x\]\] and a_b \\_c\\_\n$/);
  });

  it('has the programs after the first as workstreams', () => {
    const table = 'id,type,title,program\na,program,A,a\nx,milestone,X,a\nb,program,B,b\nz,milestone,Z,b\n';
    const { files, remarks } = planFiles(read(table).plan);
    assert.deepEqual(
      files.map(({ path }) => path),
      ['README.md', 'workstreams/b.md'],
    );
    assert.match(files[1]?.text ?? '', /id: b\n[\s\S]* {2}- id: z\n/);
    assert.deepEqual(remarks, [
      { place: 'row 4', text: 'it is one more program: it becomes a workstream of the first' },
    ]);
  });

  it('goes on in another file where one becomes too large', () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, n) => `Item ${n},Platform,${n === 0 ? 'Workstream' : 'Milestone'},chen`,
    );
    const { files } = planFiles(read(`Title,Team,Type,Owner\n${rows.join('\n')}`).plan);
    assert.ok(files.length > 2);
    for (const { text } of files) assert.ok(text.length < 200_000);
    assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
  });
});

describe('the bytes of a file', () => {
  it('are read by their mark, as UTF-8, else as Windows does it', () => {
    const text = 'Größe €, 移行';
    const both = (unit: 'le' | 'be'): Uint8Array => {
      const little = Buffer.from(`\ufeff${text}`, 'utf16le');
      return unit === 'le' ? little : Buffer.from(little).swap16();
    };
    assert.deepEqual(decode(Buffer.from(text), utf8), { text });
    assert.deepEqual(decode(Buffer.from(`\ufeff${text}`), utf8), { text });
    assert.deepEqual(decode(both('le'), utf8), { text, encoding: 'UTF-16' });
    assert.deepEqual(decode(both('be'), utf8), { text, encoding: 'UTF-16' });
    assert.deepEqual(decode(Uint8Array.of(0x47, 0x72, 0xf6, 0x80), utf8), { text: 'Grö€', encoding: 'Windows-1252' });
  });

  it('may be no text at all', () => {
    assert.match((decode(Buffer.from('PK\u0003\u0004zip'), utf8) as { trouble: string }).trouble, /workbook/);
    assert.match((decode(Buffer.from('a\0b'), utf8) as { trouble: string }).trouble, /no text/);
  });
});

describe('what Jira exports', () => {
  const HEAD =
    'Summary,Issue key,Issue id,Issue Type,Status,Status Category,Resolution,Component/s,Component/s,Project name,Project lead,Parent,Custom field (Epic Link),Description';

  it('has columns of one name, and says more of a status than a word', () => {
    const { plan } = read(
      `${HEAD}\nA,P-1,1,Epic,Zorging,In Progress,,Web,App,Pay,mara,,,\nB,P-2,2,Story,Closed,Done,Won't Do,,,Pay,mara,,P-1,\nC,P-3,3,Sub-task,Open,,,,,Pay,mara,2,,\nD,P-4,4,Story,Zorged,,,,,Pay,mara,,,\n`,
    );
    assert.deepEqual([plan.program.title, plan.program.fields], ['Pay', { owner: 'mara' }]);
    assert.deepEqual(
      plan.items.map(({ key, type, workstream, parent, fields: { status }, ids }) => [
        key,
        type,
        workstream,
        parent,
        status,
        ids,
      ]),
      [
        ['P-1', 'milestone', 'Web', undefined, 'in-progress', []],
        ['P-2', 'action', '', 'P-1', 'cancelled', ['P-2']],
        ['P-3', 'action', '', 'P-2', 'open', ['P-3']],
        ['P-4', 'action', '', undefined, undefined, ['P-4']],
      ],
    );
    assert.deepEqual(plan.remarks, [
      { place: 'row 2', text: 'it is in Web, and not in App too: an item has one workstream' },
      { place: 'row 5', text: 'status "Zorged" is none that Milepost knows: left out' },
    ]);
  });

  it('has projects as workstreams where there are several', () => {
    const { plan } = read('Summary,Issue key,Project name\nA,P-1,Pay\nB,Q-1,Quay\n');
    assert.deepEqual(
      [plan.program.title, plan.items.map(({ workstream }) => workstream)],
      [undefined, ['Pay', 'Quay']],
    );
  });

  it('has markup of its own in texts', () => {
    const text =
      'h2. Why\n*Because* of {{x}}, see [the design|https://e.org/d] and [https://e.org]\n# one\n## two\n** three\n{code:java}\na_b * c\n{code}\n!shot.png|thumbnail!';
    const { plan } = read(`${HEAD}\nA,P-1,1,Epic,To Do,,,,,,,,,"${text}"\n`);
    assert.equal(
      plan.items[0]?.prose,
      'Why\nBecause of x, see the design (https://e.org/d) and https://e.org\n1. one\n1. two\n- three\n\na_b * c\n\n(shot.png)',
    );
  });
});

describe('what people write in a spreadsheet', () => {
  it('is understood as far as it can mean one thing', () => {
    const { plan } = read('Milestone,RAG,Owner\nA,🟡,"Bob Ray, Kim Lee"\nB,Yellow,"Silva, Maria"\nC,On track,\n');
    assert.deepEqual(
      plan.items.map(({ fields: { health, owner } }) => [health, owner]),
      [
        ['amber', 'Bob Ray'],
        ['amber', 'Silva, Maria'],
        ['green', undefined],
      ],
    );
  });
});
