#!/usr/bin/env node
// Writes a synthetic plan in the format of format.md, for benchmarks and stress tests.
//   make-plan.mjs OUT [--items N=1000] [--seed S=1] [--per-program 200] [--lists 0.2] [--start 2026-01-05]
//                     [--prose 9] [--network FILE.json] [--history COMMITS=0] [--faults 0]
// The same arguments always write the same bytes. --network also writes the milestones' network as JSON
// ({items: [{id, duration, depends_on}]}), for a second scheduler to work on. --history commits the plan
// and then changes dates and statuses in that many further commits. --faults breaks that many documents.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: Object.fromEntries(
    ['items', 'seed', 'per-program', 'lists', 'start', 'prose', 'network', 'history', 'faults'].map((name) => [
      name,
      { type: 'string' },
    ]),
  ),
});
const out = positionals[0];
if (!out) {
  console.error('usage: make-plan.mjs OUT [--items N] [--seed S] …');
  process.exit(2);
}
const number = (name, fallback) => (values[name] === undefined ? fallback : Number(values[name]));
const itemCount = number('items', 1000);
const perProgram = number('per-program', 200);
const inLists = number('lists', 0.2);
const proseParagraphs = number('prose', 9);
const start = values.start ?? '2026-01-05';

// mulberry32: small, fast, and the same on every machine
let state = number('seed', 1) >>> 0;
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = state;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const date = (days) => new Date(Date.parse(start) + days * 86400000).toISOString().slice(0, 10);

const verbs = [
  'Migrate',
  'Launch',
  'Harden',
  'Decommission',
  'Certify',
  'Document',
  'Shard',
  'Automate',
  'Localise',
  'Review',
];
const nouns = [
  'billing ledger',
  'auth gateway',
  'search index',
  'mobile client',
  'data pipeline',
  'edge cache',
  'audit log',
  'partner API',
  'release train',
  'capacity model',
];
const people = ['maria', 'chen', 'dana', 'okafor', 'lindqvist', 'priya', 'tomás', 'yuki', 'amara', 'noor', 'felix'];
const teams = ['platform', 'payments', 'mobile', 'security', 'data', 'sre', 'legal'];
const sentences = [
  'The team agreed on the interface in the design review and published the draft.',
  'Load tests run every night against the *staging* cell; results are on the dashboard.',
  'The vendor promised a fix, see [the thread](https://example.org/thread/4711) for details.',
  'Rollback is a `feature flag` away, and was rehearsed in week **32**.',
  'Security review needs the threat model two weeks before the date, not the day before.',
  'Nothing here depends on the reorganisation; the owners stay as they are.',
];
const quote = (text) => (/[:#[\]{}"']|^[&*!|>%@`]/.test(text) ? JSON.stringify(text) : text);

const programs = [];
const items = [];
for (let i = 0; i < itemCount; i++) {
  const p = Math.floor(i / perProgram);
  if (!programs[p])
    programs[p] = {
      id: `program-${p + 1}`,
      title: `${pick(verbs)} the ${pick(nouns)}`,
      owner: pick(people),
      milestones: [],
    };
  const program = programs[p];
  const roll = random();
  const type =
    program.milestones.length < 3 || roll < 0.72
      ? 'milestone'
      : roll < 0.84
        ? 'risk'
        : roll < 0.92
          ? 'decision'
          : roll < 0.96
            ? 'issue'
            : 'action';
  const common = {
    type,
    id: `${type[0]}-${i + 1}`,
    title: `${pick(verbs)} the ${pick(nouns)} (${i + 1})`,
    program,
    owner: pick(people),
    updated: date(below(320)),
  };
  const target = () => pick(program.milestones).id;
  if (type === 'milestone') {
    const depends_on = [];
    for (let k = below(4); k > 0 && program.milestones.length; k--) {
      const id = program.milestones[Math.max(0, program.milestones.length - 1 - below(30))].id;
      if (!depends_on.includes(id)) depends_on.push(id);
    }
    if (p > 0 && random() < 0.03) {
      const other = programs[below(p)];
      depends_on.push(`${other.id}/${pick(other.milestones).id}`);
    }
    const duration = 1 + below(15);
    const status = pick(['planned', 'planned', 'planned', 'in-progress', 'at-risk', 'blocked', 'done']);
    Object.assign(common, { status, workstream: pick(teams), duration, depends_on, due: date(60 + below(900)) });
    program.milestones.push(common);
  } else if (type === 'risk') {
    Object.assign(common, {
      status: pick(['open', 'mitigating', 'closed']),
      probability: `${5 + below(90)}%`,
      impact: pick(['low', 'medium', 'high', 'very-high']),
      impact_days: `${1 + below(20)}d`,
      affects: [target()],
    });
    if (random() < 0.7) common.mitigation = pick(sentences);
  } else if (type === 'decision') {
    Object.assign(common, {
      status: pick(['proposed', 'accepted', 'accepted', 'rejected']),
      due: date(below(500)),
      blocks: [target()],
    });
  } else if (type === 'issue') {
    Object.assign(common, {
      status: pick(['open', 'in-progress', 'resolved']),
      severity: pick(['medium', 'high']),
      blocks: [target()],
    });
  } else {
    Object.assign(common, { status: pick(['open', 'in-progress', 'done']), due: date(below(500)), blocks: [target()] });
  }
  common.inList = random() < inLists;
  items.push(common);
}

const scalarFields = [
  'title',
  'status',
  'owner',
  'workstream',
  'due',
  'probability',
  'impact',
  'impact_days',
  'severity',
  'mitigation',
  'updated',
];
const fields = (item) => [
  ...scalarFields.filter((name) => item[name] !== undefined).map((name) => `${name}: ${quote(item[name])}`),
  ...(item.duration ? [`duration: ${item.duration}d`] : []),
  ...['depends_on', 'affects', 'blocks']
    .filter((name) => item[name]?.length)
    .map((name) => `${name}: [${item[name].join(', ')}]`),
];
const prose = (item) => {
  const lines = [`- [x] scope agreed`, `- [${item.status === 'done' ? 'x' : ' '}] accepted by ${item.owner}`, ''];
  for (let n = 0; n < proseParagraphs; n++) lines.push(`${pick(sentences)} ${pick(sentences)}`, pick(sentences), '');
  return lines;
};

rmSync(out, { recursive: true, force: true });
const written = new Map();
const put = (path, text) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
  written.set(path, text);
};
for (const program of programs) {
  const lines = [
    '---',
    'type: program',
    `id: ${program.id}`,
    `title: ${quote(program.title)}`,
    `owner: ${program.owner}`,
    `start: ${start}`,
    'workstreams:',
    ...teams.map((id) => `  - { id: ${id}, title: ${id[0].toUpperCase() + id.slice(1)} }`),
  ];
  const listed = items.filter((item) => item.program === program && item.inList);
  for (const type of ['milestone', 'risk', 'decision', 'issue', 'action']) {
    const ofType = listed.filter((item) => item.type === type);
    if (ofType.length) lines.push(`${type}s:`);
    for (const item of ofType) lines.push(`  - id: ${item.id}`, ...fields(item).map((line) => `    ${line}`));
  }
  lines.push('---', '', `# ${program.title}`, '');
  for (const item of listed.slice(0, 20)) lines.push(`## ${item.id}: ${item.title}`, '', ...prose(item));
  put(`${program.id}/README.md`, lines.join('\n'));
}
for (const item of items) {
  if (item.inList) continue;
  put(
    `${item.program.id}/${item.type}s/${item.id}.md`,
    [
      '---',
      `type: ${item.type}`,
      `id: ${item.id}`,
      ...fields(item),
      '---',
      '',
      `# ${item.title}`,
      '',
      ...prose(item),
    ].join('\n'),
  );
}

const faults = [
  (text) => text.replace(/^title: .*$/m, 'title: "unclosed'),
  (text) => text.replace(/depends_on: \[/, 'depends_on: [no-such-item, '),
  (text) => text.replace(/^status: .*$/m, 'status: nearly'),
  (text) => text.replace(/^due: .*$/m, 'due: 2026-13-45'),
  (text) => text.replace(/^owner: (.*)$/m, '<<<<<<< HEAD\nowner: $1\n=======\nowner: other\n>>>>>>> branch'),
];
const itemPaths = [...written.keys()].filter((path) => !path.endsWith('README.md'));
for (let n = 0; n < number('faults', 0) && itemPaths.length; n++) {
  const path = itemPaths[below(itemPaths.length)];
  put(path, faults[n % faults.length](written.get(path)));
}

if (values.network) {
  const network = items
    .filter((item) => item.type === 'milestone')
    .map((item) => ({
      id: `${item.program.id}/${item.id}`,
      duration: item.duration,
      depends_on: item.depends_on.map((ref) => (ref.includes('/') ? ref : `${item.program.id}/${ref}`)),
    }));
  writeFileSync(values.network, JSON.stringify({ start, items: network }));
}

const history = number('history', 0);
if (history) {
  const git = (...args) =>
    execFileSync('git', ['-C', out, '-c', 'user.name=Plan', '-c', 'user.email=plan@example.org', ...args], {
      stdio: 'ignore',
      env: { ...process.env, GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
    });
  let when = `${start}T09:00:00Z`;
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'The plan');
  for (let n = 0; n < history; n++) {
    when = `${date(1 + Math.floor((n * 300) / history))}T09:00:00Z`;
    for (let k = 1 + below(4); k > 0; k--) {
      const path = itemPaths[below(itemPaths.length)];
      const text = readFileSync(join(out, path), 'utf8');
      const changed =
        random() < 0.6
          ? text.replace(
              /^due: (\S+)$/m,
              (_, due) =>
                `due: ${new Date(Date.parse(due) + (random() < 0.8 ? 1 : -1) * (1 + below(30)) * 86400000).toISOString().slice(0, 10)}`,
            )
          : text.replace(/^status: \S+$/m, (line) =>
              path.includes('/milestones/') ? `status: ${pick(['planned', 'in-progress', 'at-risk', 'done'])}` : line,
            );
      writeFileSync(join(out, path), changed);
    }
    git('commit', '-q', '-a', '--allow-empty', '-m', `Change ${n + 1}`);
  }
}
console.log(`${items.length} items, ${written.size} documents, ${programs.length} programs`);
