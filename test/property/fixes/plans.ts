import type { Chance } from './chance.ts';
import { anId, fieldsOf, HELD, type WrittenField } from './items.ts';
import { EVERY_ID, IDS } from './values.ts';

const PLURALS: Readonly<Record<string, string>> = {
  milestone: 'milestones',
  risk: 'risks',
  decision: 'decisions',
  issue: 'issues',
  dependency: 'dependencies',
  action: 'actions',
  metric: 'metrics',
};

/** The files of a plan in which much is wrong, written in all the ways in which people write. */
export function aPlan(chance: Chance): Record<string, string> {
  const files: Record<string, string> = {};
  chance.isRelated = chance.is(0.25);
  const paths = ['README.md', 'risks.md', 'm/one.md', 'm/two.md', 'm/api-freeze.md', 'deep/er/log.md'];
  for (const path of chance.few(paths, 0.15)) files[path] = aDocument(chance);
  files['plan.md'] = aDocument(chance);
  if (chance.is(0.2)) Object.assign(files, TWO_PROGRAMS, { 'two/more.md': aDocument(chance) });
  if (chance.is(0.05)) files['held/README.md'] = aHeldUpPlan(chance);
  if (chance.is(0.05)) files['named/README.md'] = aMisspeltPlan(chance);
  return files;
}

/** A program in which one item names somebody a slip away from whom all others name. */
function aMisspeltPlan(chance: Chance): string {
  const slip = chance.of([
    'mraia',
    '"mraia"',
    "'@Mariia'",
    'Mraia <maria@example.org>',
    '"m\\u0072aia"',
    'má-ria  # who?',
  ]);
  const owner = chance.of(['maria', '"@maria"', 'Maria <maria@example.org>']);
  const own = chance.of([`owner: ${slip}`, `owner: dana, from: ${slip}`, `from: ${slip}, owner: ${owner}`]);
  const many = ['a', 'b', 'c', 'd'].map((id) => `  - { id: ${id}, owner: ${owner} }\n`).join('');
  const one = chance.is(0.5)
    ? `  - { ${own.replace(/ +#.*/, '')} , id: E }`
    : `  - id: E\n    ${own.replaceAll(', ', '\n    ')}`;
  return `---\ntype: program\nid: theta\nowner: chen\nmilestones:\n${many}dependencies:\n${one}\n---\n`;
}

/** A program whose critical path an issue has held up, and whose risks nobody looked at: chance alone seldom makes one. */
function aHeldUpPlan(chance: Chance): string {
  const owner = chance.of(['maria', 'Maria Silva', '"M, S: x"']);
  const fields = ['id: I-1', 'opened: 2026-11-02', 'blocks: [ga]', 'owner: dana'];
  const issue = chance.is(0.5) ? `  - { ${fields.join(', ')} }` : `- ${fields.join('\n  ')}`;
  return `---\ntype: program\nid: zeta\nowner: ${owner}\ngoal: ga\nrisks_reviewed: 2026-10-30\ncadence: { risk_review: 2w }\nmilestones:\n  - { id: ga, duration: 10d, status: in-progress }\nissues:\n${issue}\n---\n`;
}

/** Two programs in one folder: both have an item of one id, and it is not clear whose what lies beside them is. */
const TWO_PROGRAMS: Readonly<Record<string, string>> = Object.fromEntries(
  ['beta', 'gamma'].map((id) => [
    `two/${id}.md`,
    `---\ntype: program\nid: ${id}\nmilestones:\n  - { id: ledger, owner: maria }\n---\n`,
  ]),
);

function aDocument(chance: Chance): string {
  chance.isOdd = chance.is(0.4);
  const isHolder = chance.isRelated || chance.is(0.6);
  const type = isHolder
    ? chance.of(['program', 'register', 'workstream', 'regster'])
    : chance.of([...HELD, 'milestoen']);
  const newline = chance.of(chance.isOdd ? ['\n', '\r\n', '\r'] : ['\n', '\n', '\r\n']);
  const lines = [...header(chance, type), ...(isHolder ? collections(chance) : [])];
  const bom = chance.is(0.1) ? '\ufeff' : '';
  const marked = chance.is(0.04) ? withConflict(chance, lines) : lines;
  const end = chance.is(0.02) ? '' : `---${chance.is(0.1) ? '  ' : ''}\n`;
  const fields = marked.map((line) => `${line}\n`).join('');
  const text = `${misfenced(`---\n${fields}${end}`)}${end === '' ? '\n' : ''}${body(chance)}`;
  const whole = chance.is(0.1) ? text.replace(/\n$/, '') : text;
  return bom + whole.replaceAll('\n', newline);
}

/** What stands in the place of the first line, and of the last. */
const OPENINGS = ['', '—\n', '--\n', '----\n', '\n---\n', '  \n—\n', '\\---\n', '* * *\n'];
const CLOSINGS = ['—\n', '--\n', '----\n', ' ---\n', ''];

/**
 * Of a few front matters one whose first or last line is not what it should be, or with a tab. The length of the text decides, so that
 * seeds of what was found before go on meaning the same.
 */
function misfenced(text: string): string {
  const turn = text.length % 61;
  if (turn === 7) return text.replace(/^---\n/, OPENINGS[text.length % OPENINGS.length] as string);
  if (turn === 8) return text.replace(/(?<=\n)--- *\n$/, CLOSINGS[text.length % CLOSINGS.length] as string);
  if (turn === 9) return text.replace(/(?<=\n) +(?=\S)/, '\t');
  return text;
}

function header(chance: Chance, type: string): readonly string[] {
  const isHolder = /^reg/.test(type);
  const real = type === 'milestoen' ? 'milestone' : type;
  const fields = isHolder ? [] : fieldsOf(chance, real, chance.is(0.8) ? anId(chance, real) : undefined);
  const all: readonly WrittenField[] = [{ key: 'type', value: { text: type, fitsBraces: true } }, ...fields];
  if (!isHolder && chance.is(0.04) && fitBraces(all)) return [inBraces(chance, all)];
  const lines = inLines(chance, all, 0);
  if (chance.is(0.01)) lines.push('...');
  return lines;
}

const fitBraces = (fields: readonly WrittenField[]): boolean => fields.every(({ value }) => value.fitsBraces);

/** Fields in lines of their own, or of the first that of a dash. */
function inLines(chance: Chance, fields: readonly WrittenField[], indent: number): string[] {
  const space = ' '.repeat(indent);
  return fields.flatMap(({ key, value }) => {
    const comment =
      chance.isOddly(0.16) && !/#|^[|>]|\n/.test(value.text) ? chance.of(['   # why', ' # x: y', '\t# tab']) : '';
    const gap = value.text === '' ? '' : chance.of([' ', ' ', ' ', '  ']);
    const first = `${space}${key}${chance.isOddly(0.05) ? ' ' : ''}:${gap}${value.text.replaceAll('\n', `\n${space}`)}`;
    const listIndent = chance.of(['', '  ', '    ']);
    const below = (value.lines ?? []).map((line) =>
      line.startsWith('-') ? `${space}${listIndent}${line}` : line === '' ? '' : `${space}${line}`,
    );
    const lines = [`${first}${value.lines ? '' : comment}`, ...below];
    if (chance.is(0.04)) lines.push(`${space}# a comment`);
    if (chance.is(0.02)) lines.push('');
    return lines.flatMap((line) => line.split('\n'));
  });
}

function inBraces(chance: Chance, fields: readonly WrittenField[]): string {
  const comma = chance.of([', ', ', ', ',  ']);
  const written = fields.map(({ key, value }) => `${key}: ${value.text}`).join(comma);
  const stray = chance.isOddly(0.1) ? `${comma}and more` : '';
  return chance.is(0.2) ? `{${written}${stray}}` : `{ ${written}${stray}${chance.isOddly(0.1) ? ',' : ''} }`;
}

/** Types of items that wait for each other. */
const RELATED = ['milestone', 'decision', 'dependency', 'issue'];

function collections(chance: Chance): readonly string[] {
  const held = chance.isRelated ? RELATED.filter(() => chance.is(0.7)) : chance.few(HELD, 0.22);
  return held.flatMap((type) => {
    const name = chance.is(0.94)
      ? (PLURALS[type] as string)
      : chance.of([type, (PLURALS[type] as string).replace(/.s$/, 's')]);
    const ids = chance.isRelated
      ? (IDS[type] ?? [])
      : Array.from({ length: 1 + chance.below(2) }, () => anId(chance, type));
    const entries = ids.map((id) => fieldsOf(chance, type, id));
    const indent = chance.of([0, 2, 2, 4]);
    if (chance.is(0.05)) return [`${name}:${chance.of(['', ' []', ' ~'])}`];
    if (chance.is(0.08) && entries.every(fitBraces))
      return [`${name}: [${entries.map((e) => inBraces(chance, e)).join(', ')}]`];
    if (chance.isOddly(0.12) && entries.every(fitBraces)) {
      return [`${name}: [`, ...entries.map((e) => `  ${inBraces(chance, e)},${chance.is(0.2) ? ' # why' : ''}`), ']'];
    }
    return [
      `${name}:`,
      ...entries.flatMap((fields) => entry(chance, fields, indent)),
      ...(chance.is(0.05) ? ['# after'] : []),
    ];
  });
}

function entry(chance: Chance, fields: readonly WrittenField[], indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  if (chance.is(0.03)) return [`${space}- ${chance.of(EVERY_ID)}`];
  if (fields.length > 0 && fitBraces(fields) && chance.is(0.4)) return [`${space}- ${inBraces(chance, fields)}`];
  const gap = chance.of([1, 1, 1, 3]);
  const [first = '', ...rest] = inLines(chance, fields, indent + 1 + gap);
  if (first.trim() === '' || first.trim().startsWith('#')) return [];
  if (chance.is(0.03)) return [`${space}-`, first, ...rest];
  return [`${space}-${first.slice(indent + 1)}`, ...rest];
}

/** Two sides of a conflict, of whole lines that stand by themselves. */
function withConflict(chance: Chance, lines: readonly string[]): readonly string[] {
  const at = 1 + chance.below(Math.max(1, Math.min(lines.length, 2)));
  const side = (word: string): readonly string[] => (chance.is(0.8) ? [`x-side: ${word}`] : []);
  if (chance.is(0.3))
    return [...lines.slice(0, at), chance.of(['<<<<<<< HEAD', '=======', '>>>>>>> b']), ...lines.slice(at)];
  const base = chance.is(0.3) ? ['||||||| base', 'x-side: base'] : [];
  const conflict = ['<<<<<<< HEAD', ...side('ours'), ...base, '=======', ...side('theirs'), '>>>>>>> feature/dates'];
  return [...lines.slice(0, at), ...conflict, ...lines.slice(at)];
}

function body(chance: Chance): string {
  const parts = Array.from({ length: chance.below(5) }, () => {
    const id = chance.of(EVERY_ID);
    return chance.of([
      `## ${id}: Auth cut over\n\nText.\n`,
      `## Vendor {#${id}}\n`,
      `## The thing (${id})\n`,
      `- [ ] open\n- [x] done\n`,
      `See [[${id}]] and [[${chance.of(['auth-cutver', 'nowhere', 'atlas/ledgr'])}|words]].\n`,
      `[here](#${id.toLowerCase()}-auth-cut-over) and [there](risks.md#${id.toLowerCase()}-auth-cut-ove)\n`,
      `[old](old/one.md) and \`[[code]]\`\n`,
      `<!-- milepost graph -->\n[[${id}]]\n<!-- /milepost 2026-11-01 -->\n`,
      aBlock(chance),
      'Text\n<!-- /milepost 2026-11-01 -->\n',
      '# A heading\n',
      '```\n[[in-a-fence]]\n```\n',
    ]);
  });
  return parts.length > 0 ? `\n${parts.join('\n')}` : '';
}

/** A live block as somebody writes it, or as it was written some time ago. */
export function aBlock(chance: Chance): string {
  const view = chance.of(['timeline', 'milestones', 'risks', 'decisions', 'status', 'milestone', 'risk', 'bugs']);
  const option = chance.of([
    ...['', '', ' show=open', ' owner=maria', ' owner="Maria Silva"', ' status=planned'],
    ...[' shw=open', ' ownr=maria', ' status=nowhere', ' words'],
  ]);
  const date = chance.of(['', ' 2026-11-21', ' 2026-11-01', ' 2027-02-01', ' soon']);
  const content = chance.of(['', '\n', 'No risks.\n', '\n| Risk |\n|---|\n\n']);
  const indent = chance.is(0.1) ? '  ' : '';
  const lead = indent === '' ? '' : '- In a list\n\n';
  const close = chance.is(0.95) ? `${indent}<!-- /milepost${date} -->\n` : '';
  return `${lead}${indent}<!-- milepost ${view}${option} -->\n${content}${close}`;
}
