import assert from 'node:assert/strict';
import { placesToProbe } from '../../../../src/core/fixes/edit/heading-id.ts';
import { changedBy, renamedAt } from '../../../support/rename.ts';

const atlas = (milestones: string, more = ''): string =>
  `---\ntype: program\nid: atlas\nmilestones:\n${milestones}${more}---\n`;
const doc = (type: string, more: string, body = ''): string => `---\ntype: ${type}\n${more}---\n${body}`;

describe('renaming an item', () => {
  it('changes its id and every reference, whatever the style, and no other byte', () => {
    const files = {
      'README.md': atlas("  - { id: g⌖a, title: 'ga, the end' }   # ga\n"),
      'a.md': doc(
        'milestone',
        'id: a\r\ndepends_on: [ga, "ga SS+3d", \'atlas/ga FS -2ed\', { id: ga, lag: 2d }]  # ga\r\nnote: ga\r\n',
        'See [[ga]], [[ ga |the end]], [[ga#ga]], [[atlas/ga\\|x]] and `[[ga]]`, ga.\n',
      ),
      'b.md': doc('risk', 'id: R-1\naffects:\n  - ga\n  # ga\n  - "ga"\n'),
      'c.md': doc('decision', 'blocks: ga\nid: D-1\n'),
    };
    assert.deepEqual(changedBy(files, 'go-live'), {
      'README.md': atlas("  - { id: go-live, title: 'ga, the end' }   # ga\n"),
      'a.md': doc(
        'milestone',
        'id: a\r\ndepends_on: [go-live, "go-live SS+3d", \'atlas/go-live FS -2ed\', { id: go-live, lag: 2d }]  # ga\r\nnote: ga\r\n',
        'See [[go-live]], [[ go-live |the end]], [[go-live#ga]], [[atlas/go-live\\|x]] and `[[ga]]`, ga.\n',
      ),
      'b.md': doc('risk', 'id: R-1\naffects:\n  - go-live\n  # ga\n  - "go-live"\n'),
      'c.md': doc('decision', 'blocks: go-live\nid: D-1\n'),
    });
  });

  it('is the same from wherever it is named', () => {
    const files = (a: string, b: string, body: string) => ({
      'README.md': atlas(`  - { id: ${a} }\n`),
      'x.md': doc('milestone', `id: x\ndepends_on: [${b} FF]\n`, body),
    });
    const after = files('end', 'end', '[[end]]\n<!-- milepost graph focus=end -->\n<!-- /milepost -->\n');
    const block = (id: string) => `[[ga]]\n<!-- milepost graph focus=${id} -->\n<!-- /milepost -->\n`;
    assert.deepEqual(renamedAt(files('g⌖a', 'ga', block('ga')), 'end'), after);
    assert.deepEqual(renamedAt(files('ga', 'ga⌖', block('ga')), 'end'), after);
    assert.deepEqual(renamedAt(files('ga', 'ga', block('g⌖a')), 'end'), after);
    assert.deepEqual(renamedAt(files('ga', 'ga', block('ga').replace('[[ga', '[[g⌖a')), 'end'), after);
  });

  it('changes the headings that name it, and the links to them', () => {
    const files = {
      'risks.md': doc(
        'register',
        'risks:\n  - { id: R⌖-1, title: One }\n  - { id: R-2 }\n',
        '## R-1: One\n\n## **R-1** — again\n\n## Vendor {#R-1}\n\n## Slips (R-1)\n\n## R-2: about R-1\n',
      ),
      'x.md': doc(
        'milestone',
        'id: x\n',
        '[a](risks.md#r-1-one) [b](./risks.md#r-1--again) [c](<risks.md#R-1>) [d](risks.md#slips-r-1) [e](risks.md)\n',
      ),
    };
    assert.deepEqual(changedBy(files, 'V-7'), {
      'risks.md': doc(
        'register',
        'risks:\n  - { id: V-7, title: One }\n  - { id: R-2 }\n',
        '## V-7: One\n\n## **V-7** — again\n\n## Vendor {#V-7}\n\n## Slips (V-7)\n\n## R-2: about R-1\n',
      ),
      'x.md': doc(
        'milestone',
        'id: x\n',
        '[a](risks.md#v-7-one) [b](./risks.md#v-7--again) [c](<risks.md#V-7>) [d](risks.md#slips-v-7) [e](risks.md)\n',
      ),
    });
  });

  it('renames the file that names it, and the links to that', () => {
    const files = {
      'm/freeze.md': doc('mile⌖stone', 'title: Freeze\n'),
      'x.md': doc(
        'milestone',
        'id: x\ndepends_on: freeze\n',
        '[it](m/freeze.md), [there](m/freeze.md#top "m/freeze.md")\n',
      ),
      'm/y.md': doc('milestone', '', '[it](./freeze.md) [[freeze]]\n\n[ref]: freeze.md\n'),
    };
    assert.deepEqual(changedBy(files, 'api-freeze'), {
      'm/api-freeze.md': doc('milestone', 'title: Freeze\n'),
      'x.md': doc(
        'milestone',
        'id: x\ndepends_on: api-freeze\n',
        '[it](m/api-freeze.md), [there](m/api-freeze.md#top "m/freeze.md")\n',
      ),
      'm/y.md': doc('milestone', '', '[it](./api-freeze.md) [[api-freeze]]\n\n[ref]: api-freeze.md\n'),
    });
  });

  it('renames the file that names it where a review needs it as a paper', () => {
    const gate = (needs: string): string => `---\ntype: gate\nid: g\nneeds: ${needs}\n---\n`;
    const files = { 'm/b.md': '---\ntype: ⌖milestone\n---\n', 'g.md': gate('[m/b.md, "/m/b.md#x", b, m/bb.md]') };
    assert.deepEqual(changedBy(files, 'c'), {
      'm/c.md': '---\ntype: milestone\n---\n',
      'g.md': gate('[m/c.md, "/m/c.md#x", c, m/bb.md]'),
    });
  });

  it('writes the id where a file cannot have the name: a README, a name that is taken, a pattern that leaves it out', () => {
    const readme = { 'a/README.md': doc('pro⌖gram', 'title: A\n') };
    assert.deepEqual(renamedAt(readme, 'b'), { 'a/README.md': doc('program', 'id: b\ntitle: A\n') });
    const taken = { 'a.md': doc('mile⌖stone', ''), 'B.md': doc('risk', 'id: R-1\n') };
    assert.deepEqual(changedBy(taken, 'b'), { 'a.md': doc('milestone', 'id: b\n') });
    const plain = { 'a.md': doc('mile⌖stone', '') };
    assert.deepEqual(renamedAt(plain, 'aux'), { 'a.md': doc('milestone', 'id: aux\n') });
    assert.deepEqual(renamedAt(plain, 'b', { mayHold: () => false }), { 'a.md': doc('milestone', 'id: b\n') });
  });

  it('writes the program where the name alone would mean another item', () => {
    const files = {
      'atlas/README.md': atlas('  - { id: g⌖a }\n  - { id: b, depends_on: [ga] }\n'),
      'beta/README.md': doc('program', 'id: beta\nmilestones:\n  - { id: end, depends_on: [b] }\n'),
      'gamma/README.md': doc('program', 'id: gamma\nmilestones:\n  - { id: c, depends_on: [ga, end] }\n'),
    };
    assert.deepEqual(changedBy(files, 'end'), {
      'atlas/README.md': atlas('  - { id: end }\n  - { id: b, depends_on: [end] }\n'),
      'gamma/README.md': doc('program', 'id: gamma\nmilestones:\n  - { id: c, depends_on: [atlas/end, beta/end] }\n'),
    });
  });

  it('is refused where the name is no id, or not free', () => {
    const files = (more = '') => ({
      'README.md': atlas('  - { id: g⌖a }\n  - { id: b, title: Beta, workstream: web }\n'),
      'x.md': doc('milestone', `id: x\n${more}`),
    });
    const cases: readonly [string, RegExp][] = [
      ['', /write a name/],
      ['a b', /an id holds letters, digits.*write "a-b"/],
      ['no', /YAML reads no as something else/],
      ['b', /b is the id of milestone "Beta" already/],
      ['web', /web is a workstream of atlas already/],
    ];
    for (const [name, why] of cases) assert.match(renamedAt(files(), name) as string, why);
    assert.match(
      renamedAt(files('depends_on: [later]\n'), 'later') as string,
      /^x\.md:4 names later, which leads nowhere, and would then lead to an item/,
    );
    assert.deepEqual(changedBy(files(), 'ga'), {});
  });

  it('is refused where something could not be written, or may stand in what nobody can read', () => {
    const files = (x: string) => ({ 'README.md': atlas('  - { id: g⌖a }\n'), 'x.md': x });
    const cases: readonly [string, RegExp][] = [
      [doc('milestone', 'id: x\ndepends_on: ga\n', '\ufffd\n'), /^x\.md:4 would change, and holds U\+FFFD/],
      [doc('milestone', 'id: x\ndepends_on: ga\ntitle: "\n'), /^x\.md cannot be read as a whole, and may name ga/],
      [
        doc('milestone', 'id: x\n<<<<<<< HEAD\nnote: b\n=======\nnote: ga\n>>>>>>> b\n'),
        /^x\.md has a merge conflict, and may name ga/,
      ],
      [doc('milestone', 'id: x\ndepends_on: ["\\x67a SS"]\n'), /^x\.md:4: "\\x67a SS" cannot be changed safely/],
      [doc('register', 'milestones: [{ id: ga }]\n'), /2 items have the id ga: renumber all but one first/],
    ];
    for (const [text, why] of cases) assert.match(renamedAt(files(text), 'end') as string, why);
    assert.equal(typeof renamedAt(files(doc('milestone', 'id: x\ntitle: "gate\n')), 'end'), 'object');
  });

  it('is refused where a heading would open the prose of another item', () => {
    const text = doc('register', 'risks: [{ id: R-⌖1 }]\n', '## R-1\n\n## Rest: what is left\n');
    assert.match(
      renamedAt({ 'r.md': text }, 'Rest') as string,
      /the heading "Rest: what is left" would open the prose/,
    );
  });
});

describe('renaming a program', () => {
  const files = (id: string, rest = '') => ({
    'README.md': doc('program', `id: ${id}\nmilestones: [{ id: ga }]\n`, `# ${id.replace('⌖', '')}: The move\n`),
    'b/x.md': doc(
      'milestone',
      'program: beta\ndepends_on: [atlas/ga, ga]\nrelates_to: atlas\nid: x\n',
      `[[atlas/ga]] [[atlas]]${rest}\n`,
    ),
    'r.md': doc(
      'register',
      'program: atlas\nrisks: [{ id: R-1, affects: [ga] }]\n',
      '\n<!-- milepost graph program=atlas -->\n<!-- /milepost -->\n<!-- milepost risks program="atlas" -->\n<!-- /milepost -->\n',
    ),
  });

  it('changes it before every slash, alone, in registers, headings and live blocks', () => {
    assert.deepEqual(renamedAt(files('at⌖las'), 'apollo'), {
      'README.md': doc('program', 'id: apollo\nmilestones: [{ id: ga }]\n', '# apollo: The move\n'),
      'b/x.md': doc(
        'milestone',
        'program: beta\ndepends_on: [apollo/ga, ga]\nrelates_to: apollo\nid: x\n',
        '[[apollo/ga]] [[apollo]]\n',
      ),
      'r.md': doc(
        'register',
        'program: apollo\nrisks: [{ id: R-1, affects: [ga] }]\n',
        '\n<!-- milepost graph program=apollo -->\n<!-- /milepost -->\n<!-- milepost risks program="apollo" -->\n<!-- /milepost -->\n',
      ),
    });
  });

  it('is refused where a name that stands alone would mean an item, or a program has it', () => {
    const plain = { ...files('at⌖las'), 'README.md': doc('program', 'id: at⌖las\nmilestones: [{ id: ga }]\n') };
    assert.match(renamedAt(plain, 'ga') as string, /b\/x\.md:5 means atlas, and no name would lead there/);
    assert.match(renamedAt(files('at⌖las'), 'beta') as string, /beta is the id of a program already/);
  });

  it('works for one that no document describes, but not for that of the folder', () => {
    const named = {
      'a.md': doc('milestone', 'id: a\nprogram: be⌖ta\n'),
      'b.md': doc('risk', 'id: b\nrelates_to: beta/a\n'),
    };
    assert.deepEqual(renamedAt(named, 'gamma'), {
      'a.md': doc('milestone', 'id: a\nprogram: gamma\n'),
      'b.md': doc('risk', 'id: b\nrelates_to: gamma/a\n'),
    });
    const folder = { 'a.md': doc('milestone', 'id: a\nprogram: pl⌖an\n'), 'b.md': doc('risk', 'id: b\n') };
    assert.match(
      renamedAt(folder, 'x') as string,
      /plan is the name of the folder, and nothing else says that b in b\.md belongs to it/,
    );
  });
});

describe('renaming a workstream', () => {
  it('changes it in items, registers and live blocks, described or only named', () => {
    const files = (described: string, id: string) => ({
      'README.md': doc(
        'program',
        `id: atlas\n${described}milestones:\n  - { id: a, workstream: ${id} }\n  - { id: b, workstream: 'atlas/web' }\n`,
      ),
      'r.md': doc(
        'register',
        'workstream: web\nrisks: [{ id: R-1 }]\n',
        '\n<!-- milepost risks program=atlas workstream=web -->\n<!-- /milepost -->\n',
      ),
      'beta/README.md': doc('program', 'id: beta\nmilestones: [{ id: c, workstream: web }]\n'),
    });
    const then = (described: string) => ({
      'README.md': doc(
        'program',
        `id: atlas\n${described}milestones:\n  - { id: a, workstream: ui }\n  - { id: b, workstream: 'atlas/ui' }\n`,
      ),
      'r.md': doc(
        'register',
        'workstream: ui\nrisks: [{ id: R-1 }]\n',
        '\n<!-- milepost risks program=atlas workstream=ui -->\n<!-- /milepost -->\n',
      ),
      'beta/README.md': doc('program', 'id: beta\nmilestones: [{ id: c, workstream: web }]\n'),
    });
    assert.deepEqual(renamedAt(files('', 'w⌖eb'), 'ui'), then(''));
    const described = 'workstreams: [{ id: web, owner: x }]\n';
    assert.deepEqual(renamedAt(files(described, 'w⌖eb'), 'ui'), then(described.replace('web', 'ui')));
    assert.match(renamedAt(files('', 'w⌖eb'), 'b') as string, /b is the id of milestone "b" already/);
  });
});

describe('renaming a person', () => {
  const files = (owner: string) => ({
    'a.md': doc(
      'decision',
      `id: D-1\nowner: ${owner}\ndecision_makers: [maria, "@maria", 'chen']\nconsulted:\n  - Maria\n  - maria <m@x.org>\nnote: maria\n`,
      '@maria\n',
    ),
    'p.md': doc(
      'program',
      'id: p\nstakeholders: [maria, { name: maria, role: maria }]\nworkstreams: [{ id: w, team: [maria, mariana] }]\n',
      '\n<!-- milepost status owner=maria -->\n<!-- /milepost -->\n',
    ),
    'r.md': doc('register', 'owner: maria\ndependencies: [{ id: d, from: maria, to: chen }]\n'),
  });

  it('changes the name in every field that holds people, in registers, and in live blocks', () => {
    const lower = (text: string) => text.replace("'chen']\nconsulted:\n  - Maria\n", "'chen']\nconsulted:\n  - dora\n");
    const before = Object.fromEntries(Object.entries(files('ma⌖ria')).map(([path, text]) => [path, lower(text)]));
    const after = renamedAt(before, 'Maria Silva') as Record<string, string>;
    assert.equal(
      after['a.md'],
      lower(
        doc(
          'decision',
          `id: D-1\nowner: Maria Silva\ndecision_makers: [Maria Silva, "@Maria Silva", 'chen']\nconsulted:\n  - Maria\n  - Maria Silva <m@x.org>\nnote: maria\n`,
          '@maria\n',
        ),
      ),
    );
    assert.equal(
      after['p.md'],
      doc(
        'program',
        'id: p\nstakeholders: [Maria Silva, { name: Maria Silva, role: maria }]\nworkstreams: [{ id: w, team: [Maria Silva, mariana] }]\n',
        '\n<!-- milepost status owner="Maria Silva" -->\n<!-- /milepost -->\n',
      ),
    );
    assert.equal(
      after['r.md'],
      doc('register', 'owner: Maria Silva\ndependencies: [{ id: d, from: Maria Silva, to: chen }]\n'),
    );
  });

  it('is refused where somebody has the name, or it is none', () => {
    const cases: readonly [string, RegExp][] = [
      ['chen', /chen is somebody already/],
      ['MARIA', /Maria is somebody already/],
      ['tbd', /nobody yet/],
      ['sam, li', /several people/],
      ['Maria <m@x.org>', /the name alone/],
      ['a\u200bb', /cannot be seen/],
    ];
    for (const [name, why] of cases) assert.match(renamedAt(files('ma⌖ria'), name) as string, why);
  });

  it('writes no quotes into a line of a decision record, and is refused where that could not hold the name', () => {
    const config = 'adapters: [{ use: adr, files: "adr/*.md" }]\n';
    const path = 'adr/0001-use-kafka.md';
    const rename = (text: string, name: string) => {
      const risk = doc('risk', 'id: R-1\nowner: Ma⌖ria\n');
      const after = renamedAt({ 'milepost.yaml': config, [path]: text, 'r.md': risk }, name);
      return typeof after === 'string' ? after : after[path];
    };
    for (const text of ['# Use Kafka\n\n* Deciders: Maria, Chen\n', '---\ndeciders: Maria, Chen\n---\n# Use Kafka\n']) {
      assert.match(
        rename(text, 'Bob, Jr') as string,
        /adr\/0001-use-kafka\.md:\d: a line .* cannot hold the name Bob, Jr/,
      );
      assert.equal(rename(text, 'Maria Silva'), text.replace('Maria', 'Maria Silva'));
    }
    assert.equal(
      rename('# Use Kafka\n\n* Deciders: Maria, Chen\n', 'Bob #2'),
      '# Use Kafka\n\n* Deciders: Bob #2, Chen\n',
    );
  });
});

describe('renaming a decision record', () => {
  const config = 'adapters: [{ use: adr, files: "adr/*.md" }]\n';
  const files = (nats: string) => ({
    'milepost.yaml': config,
    'adr/0003-kafka.md': '# Kafka\n\n## Status\n\nSuperseded by [4. NATS](0004-nats.md)\n',
    'adr/0004-nats.md': nats,
    'adr/0005-sqs.md': '---\nstatus: superseded by [ADR-0004](0004-nats.md)\n---\n# SQS\n',
    'adr/0006-mq.md': '# MQ\n\n## Status\n\nSuperseded by [[0004-nats]]\n',
    'adr/0007-zmq.md': '# ZeroMQ\n\n## Status\n\nSuperseded by 0004-nats\n',
  });

  it('changes how those that it replaces name it, in front matter and below, once', () => {
    const plan = doc('milestone', 'id: m\nowner: dana\ndepends_on: 0004-na⌖ts\n');
    const after = changedBy({ ...files('# NATS\n'), 'm.md': plan }, '0004-jetstream') as Record<string, string>;
    assert.deepEqual(
      Object.entries(after).map(([path, text]) => [path, /0004-[\w.-]*/.exec(text)?.[0]]),
      [
        ['adr/0003-kafka.md', '0004-jetstream.md'],
        ['adr/0004-jetstream.md', undefined],
        ['adr/0005-sqs.md', '0004-jetstream.md'],
        ['adr/0006-mq.md', '0004-jetstream'],
        ['adr/0007-zmq.md', '0004-jetstream'],
        ['m.md', '0004-jetstream'],
      ],
    );
  });

  it('leaves links to its file alone where it says its id itself', () => {
    const plan = doc('milestone', 'id: m\nowner: dana\ndepends_on: na⌖ts\n');
    const after = changedBy({ ...files('---\nid: nats\n---\n# NATS\n'), 'm.md': plan }, 'jetstream');
    assert.deepEqual(Object.keys(after), ['adr/0004-nats.md', 'm.md']);
  });
});

describe('renaming a tag', () => {
  it('changes it in items, calendars, live blocks and the configuration', () => {
    const files = (tag: string) => ({
      'milepost.yaml':
        'calendar:\n  freezes:\n    - { name: launch, from: 2026-12-14, to: 2027-01-04, tags: [launch, "x"] }  # launch\n',
      'a.md': doc(
        'milestone',
        `id: a\ntags: [${tag}, 'launches']\n`,
        '\n<!-- milepost milestones tags=launch -->\n<!-- /milepost -->\n',
      ),
      'p.md': doc(
        'program',
        'id: p\ntags: launch\ncalendar: { freezes: [{ from: 2026-12-14, to: 2027-01-04, tags: launch }] }\n',
      ),
    });
    const after = renamedAt(files('lau⌖nch'), 'go') as Record<string, string>;
    assert.deepEqual(after, {
      'milepost.yaml':
        'calendar:\n  freezes:\n    - { name: launch, from: 2026-12-14, to: 2027-01-04, tags: [go, "x"] }  # launch\n',
      'a.md': doc(
        'milestone',
        "id: a\ntags: [go, 'launches']\n",
        '\n<!-- milepost milestones tags=go -->\n<!-- /milepost -->\n',
      ),
      'p.md': doc(
        'program',
        'id: p\ntags: go\ncalendar: { freezes: [{ from: 2026-12-14, to: 2027-01-04, tags: go }] }\n',
      ),
    });
    assert.match(renamedAt(files('lau⌖nch'), 'X') as string, /x is a tag already/);
  });
});

describe('what can be renamed', () => {
  it('is neither a field nor a value that names nothing, and not where a link leads', () => {
    assert.match(renamedAt({ 'a.md': doc('milestone', 'ow⌖ner: x\n') }, 'y') as string, /the name of a field/);
    assert.match(renamedAt({ 'a.md': doc('milestone', 'note: x⌖\n') }, 'y') as string, /note holds no name/);
    assert.match(renamedAt({ 'a.md': doc('milestone', 'owner: tb⌖d\n') }, 'y') as string, /owner holds no name/);
    assert.match(renamedAt({ 'a.md': doc('milestone', 'depends_on: nowh⌖ere\n') }, 'y') as string, /leads nowhere/);
    assert.equal(renamedAt({ 'a.md': doc('milestone', '', '[x](a.m⌖d)\n') }, 'y'), 'nothing');
    assert.equal(renamedAt({ 'a.md': doc('milestone', '', 'Wo⌖rds.\n') }, 'y'), 'nothing');
  });
});

describe('a long heading in a rename', () => {
  it('is probed at its ends alone, and changes there', () => {
    const words = 'a '.repeat(20_000);
    const source = `**a**: ${words}(a) {#a}`;
    const probed = placesToProbe(source, 'a');
    assert.ok(probed.length <= 16, String(probed.length));
    assert.deepEqual([probed[0], ...probed.slice(-2)], [2, source.length - 7, source.length - 2]);
    const file = (id: string, heading: string): string => doc('milestone', `id: ${id}\n`, `# ${heading}\n`);
    assert.deepEqual(renamedAt({ 'm.md': file('a⌖', source) }, 'end'), {
      'm.md': file('end', `**end**: ${words}(end) {#end}`),
    });
  });
});

describe('filters of live blocks in a rename', () => {
  const block = (options: string): string => `<!-- milepost milestones ${options} -->\n<!-- /milepost -->\n`;
  /** The options of the only block once something has another name. */
  const optionsAfter = (front: string, options: string, to: string, more: Record<string, string> = {}): string => {
    const after = renamedAt(
      { 'README.md': `---\ntype: program\n${front}---\n`, 'b.md': `${register}${block(options)}`, ...more },
      to,
    );
    return typeof after === 'string' ? after : (/milestones (.*) -->/.exec(after['b.md'] ?? '')?.[1] ?? '');
  };
  const register = '---\ntype: register\nprogram: atlas\n---\n';

  it('take no notice of case', () => {
    const web = 'workstreams: [{ id: we⌖b }]\nmilestones: [{ id: ga, workstream: web }]\n';
    for (const [front, options, to, then] of [
      ['id: atlas\nowner: Maria⌖ Lind\n', 'owner="maria lind"', 'Noor', 'owner="Noor"'],
      ['id: atlas\ntags: [UI⌖]\n', 'tags=ui', 'front', 'tags=front'],
      ['id: at⌖las\n', 'program=Atlas', 'zeta', 'program=zeta'],
      ['id: at⌖las\nmilestones: [{ id: ga }]\n', 'depends_on=Atlas/ga', 'zeta', 'depends_on=zeta/ga'],
      [`id: atlas\n${web}`, 'workstream=Web', 'ui', 'workstream=ui'],
      ['id: atlas\nmilestones: [{ id: g⌖a }]\n', 'id=GA depends_on=ATLAS/Ga', 'end', 'id=end depends_on=ATLAS/end'],
    ] as const) {
      assert.equal(optionsAfter(front, options, to), then);
    }
  });

  it('find by a workstream only that of the programs which the block lets through', () => {
    const beta = (own: string) => ({ 'beta/README.md': `---\ntype: program\nid: beta\n${own}---\n` });
    const other = beta('milestones: [{ id: x, workstream: web }]\n');
    const described = 'id: atlas\nworkstreams: [{ id: we⌖b }]\nmilestones: [{ id: ga, workstream: web }]\n';
    const named = 'id: atlas\nmilestones: [{ id: ga, workstream: we⌖b }]\n';
    for (const front of [described, named]) {
      assert.equal(optionsAfter(front, 'program=Atlas workstream=web', 'ui', other), 'program=Atlas workstream=ui');
      assert.equal(optionsAfter(front, 'program=beta workstream=web', 'ui', other), 'program=beta workstream=web');
      assert.match(
        optionsAfter(front, 'workstream=web', 'ui', other),
        /^b\.md:5: the filter .* finds beta\/web as well/,
      );
      assert.match(
        optionsAfter(front, 'workstream=ui', 'ui', beta('milestones: [{ id: x, workstream: ui }]\n')),
        /finds web as well/,
      );
    }
    // At the option itself, in a document of another program.
    const here = { ...other, 'README.md': doc('program', named.replace('⌖', '')) };
    const option = doc('register', 'program: beta\n', block('program=atlas workstream=we⌖b'));
    const renamed = renamedAt({ ...here, 'b.md': option }, 'ui');
    assert.ok(typeof renamed !== 'string' && /workstream: ui/.test(renamed['README.md'] ?? ''), String(renamed));
    // In a document of another program.
    const files = { 'README.md': `---\ntype: program\n${named}---\n` };
    const block2 = `---\ntype: program\nid: beta\n---\n${block('program=atlas workstream=web')}`;
    const after = renamedAt({ ...files, 'beta/README.md': block2 }, 'ui');
    assert.equal(typeof after === 'string' ? after : after['beta/README.md'], block2.replace('=web', '=ui'));
  });

  it('refuse what would be found with another', () => {
    const two = 'id: atlas\nowner: Maria⌖\nmilestones: [{ id: ga, owner: maria }]\n';
    assert.match(optionsAfter(two, 'owner=maria', 'Noor'), /finds Maria and maria, which differ in case alone/);
    const items = 'id: atlas\nmilestones: [{ id: g⌖a }]\n';
    assert.match(optionsAfter(items, 'id=END', 'end'), /finds atlas\/ga as well/);
    const end = { 'beta/README.md': '---\ntype: program\nid: beta\nmilestones: [{ id: End }]\n---\n' };
    assert.equal(optionsAfter(items, 'id=END', 'end', end), 'id=beta/End');
    assert.equal(optionsAfter(items, 'id=GA', 'end', end), 'id=atlas/end');
  });
});
