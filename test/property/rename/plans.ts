import type { Chance } from '../fixes/chance.ts';

/** Ids that items of several programs share, so that names have to say which is meant. */
const IDS = ['ga', 'api-freeze', 'R-1', 'D-7', 'schema.v2', 'größe', 'x1'];
const PEOPLE = ['maria', 'chen', 'Maria Silva', 'dana'];
const TAGS = ['core', 'prod-change', 'q 4', 'launch'];
const STREAMS = ['web', 'platform'];

/** An item as it is written: where, and how it is named. */
interface Made {
  readonly path: string;
  readonly program: string;
  readonly id: string;
  readonly type: string;
  readonly isEntry: boolean;
}

/**
 * The files of a plan in which every name is said in every way: references of all fields and styles, mentions, links to
 * files and headings, headings, live blocks, registers, calendars and the configuration. Little is wrong in it.
 */
export function aNamedPlan(chance: Chance): Record<string, string> {
  const items = itemsOf(chance);
  const files: Record<string, string> = {
    'milepost.yaml': `calendar:\n  freezes:\n    - { name: x, from: 2026-12-01, to: 2026-12-24, tags: [${chance.few(TAGS, 0.5).concat('never').join(', ')}] }\n`,
  };
  const paths = [...new Set(items.map(({ path }) => path))];
  for (const path of paths) {
    const here = items.filter((item) => item.path === path);
    files[path] = aDocument(chance, path, here, items);
  }
  return files;
}

/** Every item refers to those before it only, so that nothing goes in circles. */
function itemsOf(chance: Chance): readonly Made[] {
  const items: Made[] = [];
  const programs = ['atlas', ...(chance.is(0.6) ? ['beta'] : []), ...(chance.is(0.3) ? ['gamma'] : [])];
  for (const program of programs) {
    const folder = program === 'atlas' ? '' : `${program}/`;
    // One that its folder names, one that its file names, one that says its id.
    const path = program === 'beta' ? 'beta/README.md' : program === 'gamma' ? 'gamma/gamma.md' : 'plan.md';
    items.push({ path, program, id: program, type: 'program', isEntry: false });
    if (chance.is(0.5)) items.push({ path, program, id: 'web', type: 'workstream', isEntry: true });
    for (const id of chance.few(IDS, 0.6)) {
      const type = id === 'R-1' ? 'risk' : id === 'D-7' ? 'decision' : 'milestone';
      const where = chance.below(4);
      if (where === 0) items.push({ path, program, id, type, isEntry: true });
      else if (where === 1) items.push({ path: `${folder}all.md`, program, id, type, isEntry: true });
      else
        items.push({ path: `${folder}${where === 2 ? id : `deep/file-${id}`}.md`, program, id, type, isEntry: false });
    }
  }
  return items;
}

function aDocument(chance: Chance, path: string, here: readonly Made[], all: readonly Made[]): string {
  const own = here.find(({ isEntry }) => !isEntry);
  const entries = here.filter(({ isEntry }) => isEntry);
  const lines = own
    ? [`type: ${own.type}`, ...fields(chance, own, all, idOf(chance, own))]
    : [
        'type: register',
        ...(path.includes('/') ? [] : chance.few(['program: atlas', 'workstream: web', 'owner: chen'], 0.4)),
      ];
  for (const type of ['workstream', 'milestone', 'risk', 'decision']) {
    const held = entries.filter((item) => item.type === type);
    if (held.length === 0) continue;
    lines.push(`${type}s:`);
    for (const item of held) lines.push(...entry(chance, fields(chance, item, all, item.id)));
  }
  const newline = chance.of(['\n', '\n', '\r\n']);
  const text = `---\n${lines.join('\n')}\n---\n${body(chance, path, here, all)}`;
  return (chance.is(0.1) ? '\ufeff' : '') + text.replaceAll('\n', newline);
}

/** The id of a file that says one; some are named by their files and folders. */
function idOf(chance: Chance, { path, id }: Made): string | undefined {
  const isNamed = path === `${id}.md` || path.endsWith(`/${id}.md`) || path === `${id}/README.md`;
  return isNamed && chance.is(0.6) ? undefined : id;
}

function entry(chance: Chance, all: readonly string[]): readonly string[] {
  if (chance.is(0.5) && all.every((line) => !/\n|:$|^ /.test(line))) return [`  - { ${all.join(', ')} }`];
  const [first = '', ...rest] = all.flatMap((line) => line.split('\n'));
  return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
}

function fields(chance: Chance, item: Made, all: readonly Made[], id: string | undefined): readonly string[] {
  const before = all.slice(0, all.indexOf(item));
  const named = (types: readonly string[]): readonly string[] =>
    before.filter(({ type }) => types.includes(type)).map((other) => nameFor(chance, other, item, all));
  const lines: string[] = id === undefined ? [] : [`id: ${quoted(chance, id)}`];
  const isHeld = item.type !== 'program' && item.type !== 'workstream';
  if (isHeld && chance.is(0.5)) lines.push(`workstream: ${quoted(chance, chance.of(STREAMS))}`);
  if (isHeld && chance.is(0.2)) lines.push(`program: ${item.program}`);
  if (chance.is(0.7)) lines.push(`owner: ${aPerson(chance)}`);
  if (chance.is(0.4))
    lines.push(
      `tags: ${list(
        chance,
        chance.few(TAGS, 0.4).map((tag) => quoted(chance, tag)),
      )}`,
    );
  if (chance.is(0.2)) lines.push(`note: ga and maria, chen`.replace(', ', ' or '));
  if (chance.is(0.4))
    lines.push(
      `relates_to: ${list(chance, chance.few(named(['milestone', 'risk', 'decision', 'program', 'workstream']), 0.3))}`,
    );
  if (item.type === 'program' && chance.is(0.5))
    lines.push(`stakeholders: ${list(chance, [aPerson(chance), aPerson(chance)])}`);
  if (item.type === 'workstream') lines.push(`team: ${list(chance, [aPerson(chance)])}`);
  if (item.type === 'milestone') {
    const waits = chance.few(named(['milestone', 'decision']), 0.4).map((name) => link(chance, name));
    lines.push(`depends_on: ${list(chance, waits)}`, 'due: 2026-12-18', 'duration: 3d');
  }
  if (item.type === 'risk')
    lines.push('probability: low', 'impact: low', `affects: ${list(chance, chance.few(named(['milestone']), 0.5))}`);
  if (item.type === 'decision') {
    lines.push('due: 2026-12-01', `decision_makers: ${list(chance, [aPerson(chance), aPerson(chance)])}`);
    lines.push(`informed: ${aPerson(chance)}`);
  }
  return lines;
}

/** A name of an item that leads to it: alone where that is enough, now and then with its program all the same. */
function nameFor(chance: Chance, to: Made, from: Made, all: readonly Made[]): string {
  if (to.type === 'program') return to.id;
  const same = all.filter(({ id }) => id === to.id);
  const isEnough = to.program === from.program || (same.length === 1 && same[0]?.program === to.program);
  return isEnough && chance.is(0.75) ? to.id : `${to.program}/${to.id}`;
}

function link(chance: Chance, name: string): string {
  if (chance.is(0.15)) return `{ id: ${quoted(chance, name)}, type: SS, lag: 1d }`;
  return quoted(chance, chance.is(0.3) ? `${name} ${chance.of(['SS', 'FF +2d', 'fs -1ed'])}` : name);
}

function aPerson(chance: Chance): string {
  const name = chance.of(PEOPLE);
  if (chance.is(0.15)) return `"@${name}"`;
  if (chance.is(0.1)) return `${name} <${name.replace(' ', '.')}@example.org>`;
  return quoted(chance, name);
}

const quoted = (chance: Chance, text: string): string =>
  chance.is(0.75) ? text : chance.is(0.5) ? `"${text}"` : `'${text}'`;

function list(chance: Chance, entries: readonly string[]): string {
  const [first] = entries;
  if (first === undefined) return '[]';
  if (entries.length === 1 && !first.startsWith('{') && chance.is(0.4)) return first;
  if (chance.is(0.2)) return `\n${entries.map((one) => `  - ${one}${chance.is(0.2) ? '   # ga' : ''}`).join('\n')}`;
  return `[${entries.join(', ')}]`;
}

function body(chance: Chance, path: string, here: readonly Made[], all: readonly Made[]): string {
  const parts = here.flatMap((item): readonly string[] => {
    if (!item.isEntry) return chance.is(0.4) ? [`# ${item.id}: The ${item.id} {#${item.id}}\n`] : [];
    return chance.is(0.7) ? [headingOf(chance, item)] : [];
  });
  const from = here[0] as Made;
  for (let count = chance.below(5); count > 0; count--) {
    const to = chance.of(all);
    const name = nameFor(chance, to, from, all);
    parts.push(
      chance.of([
        `See [[${name}]], [[${name}|ga]] and \`[[${name}]]\`.\n`,
        `| [[${name}\\|x]] |\n|---|\n`,
        `[ga](${relative(path, to.path)}) and [it](<${relative(path, to.path)}> "ga")\n`,
        `[there](${relative(path, to.path)}#${slugOf(to)})\n`,
        `<!-- milepost graph focus=${name} -->\nga\n<!-- /milepost -->\n`,
        `<!-- milepost milestones owner="${chance.of(PEOPLE)}" tags="${chance.of(TAGS)}" workstream=web -->\n<!-- /milepost -->\n`,
        `<!-- milepost risks program=${to.program} affects=${to.type === 'milestone' ? `${to.program}/` : ''}${to.id} -->\n<!-- /milepost -->\n`,
      ]),
    );
  }
  return parts.length > 0 ? `\n${parts.join('\n')}` : '';
}

const headingOf = (chance: Chance, { id }: Made): string =>
  chance.of([
    `## ${id}: Cut over\n\nText.\n`,
    `## Vendor {#${id}}\n`,
    `## **${id}** — again\n`,
    `## The thing (${id})\n`,
  ]);

const slugOf = ({ id }: Made): string => `${id.toLowerCase().replaceAll('.', '')}-cut-over`;

function relative(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  const here = from.slice(0, from.lastIndexOf('/') + 1);
  return here !== '' && to.startsWith(here) ? to.slice(here.length) : `${up}${to}`;
}

/** Names that nothing has, for each kind of what is renamed. */
export const NEW_IDS: readonly string[] = ['go-live', 'Z_9', 'ga', 'R-1', 'über.all', 'atlas', 'D-7'];
export const NEW_WORDS: readonly string[] = ['Noor', 'Bo Berg', 'new-one'];
