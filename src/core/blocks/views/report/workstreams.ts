import type { Item } from '../../../plan/item.ts';
import { reasonSentence } from '../../../report/reason-sentence.ts';
import { isUndivided, restTitle, type Standing, standingsOf } from '../../../report/standing.ts';
import { toldFinish } from '../../../report/told-finish.ts';
import { healthMark, quotedSentence, sayDay, titled, titledWithOwner, workingDays } from '../../../report/words.ts';
import type { Missed } from '../../../state/late.ts';
import { plural } from '../../../views/summary.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { cellsLine, nothing, shownText } from '../markdown.ts';

/** More causes than these are told elsewhere. */
const MOST_ROOTS = 2;

/** A row for each workstream: how it stands, the latest word on it, and what brings it back. */
export const workstreams: BlockView = {
  name: 'workstreams',
  doc: 'A row for each workstream: its health, a note, and its path to green; its owner’s words where there are some.',
  options: {},
  *lines(request) {
    const { plan, state } = request;
    const rows = plan.programs
      .filter(({ item }) => item?.open !== false)
      .flatMap((program) => standingsOf(program, plan, state))
      .filter((standing) => isShown(standing, request));
    if (rows.length === 0) return nothing('workstreams');
    yield;
    return linesOf(rows, request);
  },
};

/** What belongs to no workstream has a row where it has something to say, or where there is nothing else. */
function isShown({ program, id, item, members, value, roots, reasons }: Standing, { accepts }: ViewRequest): boolean {
  if (!((item && accepts(item)) || members.some(accepts))) return false;
  if (id !== undefined || !program.items.some(({ type }) => type.name === 'workstream')) return true;
  return value !== 'green' && (reasons.length > 0 || roots.some((root) => members.includes(root)));
}

const HEAD = ['Health', 'Note', 'Path to green'];

function* linesOf(rows: readonly Standing[], request: ViewRequest): Generator<string> {
  const areWhole = rows.every(({ program }) => isUndivided(program));
  const head = [areWhole ? (request.plan.programs.length > 1 ? 'Program' : '') : 'Workstream', ...HEAD];
  yield cellsLine(head);
  yield cellsLine(head.map(() => '---'));
  for (const row of rows) {
    yield cellsLine([nameOf(row, request), healthOf(row), noteOf(row, request), pathOf(row, request)]);
  }
}

function nameOf({ item, id, program }: Standing, request: ViewRequest): string {
  // As bad as the worst date in it, which the program need not be.
  if (isUndivided(program)) return request.plan.programs.length > 1 ? shownText(restTitle(program)) : 'All items';
  const of = request.plan.programs.length > 1 ? `${shownText(program.item?.title ?? program.id)}: ` : '';
  const name = item ? titledWithOwner(item, request) : shownText(id ?? restTitle(program));
  return `${of}${name}`;
}

const healthOf = ({ value, said }: Standing): string =>
  said === undefined ? healthMark(value) : `${healthMark(value)}, its owner says ${said}`;

/** The owner's own word; else what the plan says of it. */
function noteOf(standing: Standing, request: ViewRequest): string {
  const note = standing.item?.values.note;
  return note ? quotedSentence(note) : computedNote(standing, request);
}

function computedNote(standing: Standing, request: ViewRequest): string {
  const { late, through, reasons, members, value } = standing;
  const own = rootsInside(standing).slice(0, MOST_ROOTS);
  if (own.length > 0) {
    const notes = own.map((root) => rootNote(root, request)).join(' ');
    const rest = restNote(standing, request);
    return (isRestWorse(standing, request) ? [rest, notes] : [notes, rest]).filter((part) => part !== '').join(' ');
  }
  const [worst] = late;
  if (worst && late.length > 1)
    return `${plural(late.length, 'milestone')} are late, by up to ${workingDays(worst.days)}.`;
  if (worst) return `${titled(worst.item, request)} is ${workingDays(worst.days)} late.`;
  const [missed] = through;
  if (missed) return `${titled(missed.item, request)} waits for it, and is ${workingDays(missed.days)} late.`;
  const [reason] = reasons;
  if (value !== 'green' && reason) return reasonSentence(reason, request);
  if (members.length === 0) return 'Nothing is planned in it.';
  const next = nextOf(members, request);
  const finish = next && toldFinish(next, request);
  if (next && finish !== undefined) return `On track; next is ${titled(next, request)} on ${sayDay(finish, request)}.`;
  return members.some(({ open }) => open) ? 'On track.' : 'Done.';
}

/** What of a workstream drives what is late. */
const rootsInside = ({ roots, members }: Standing): readonly Item[] => roots.filter((root) => members.includes(root));

/** What is late of a workstream, or by way of it, and is not told with what drives it: the worst first. */
function restOf(standing: Standing): readonly Missed[] {
  const told = new Set(rootsInside(standing).slice(0, MOST_ROOTS));
  const rest = [...standing.late, ...standing.through].filter(({ root }) => !told.has(root));
  return rest.sort((a, b) => b.days - a.days);
}

/** Whether what is not told with what drives it is later than that: who reads one sentence is to read of that. */
function isRestWorse(standing: Standing, { state: { late } }: ViewRequest): boolean {
  const [worst] = restOf(standing);
  const told = rootsInside(standing).slice(0, MOST_ROOTS);
  return worst !== undefined && told.every((root) => late.drivenBy(root).every(({ days }) => days < worst.days));
}

/** `Checkout built is 11 working days late, because of Signed contract; 1 more milestone is late.` */
function restNote(standing: Standing, request: ViewRequest): string {
  const [worst, ...others] = restOf(standing);
  if (!worst) return '';
  const { item, days, root } = worst;
  const isOwn = standing.members.includes(item);
  const what = `${titled(item, request)} ${isOwn ? '' : 'waits for it, and '}is ${workingDays(days)} late`;
  const because = root === item ? '' : `, because of ${titled(root, request)}`;
  const more = others.filter((one) => standing.late.includes(one)).length;
  const also = more === 0 ? '' : `; ${plural(more, 'more milestone')} ${more === 1 ? 'is' : 'are'} late`;
  return `${what}${because}${also}.`;
}

/** `Ledger schema v2 is 3 working days late, and makes 5 more dates late, go-live among them.` */
function rootNote(root: Item, request: ViewRequest): string {
  const { late } = request.state;
  const missed = late.missed(root);
  const others = late.drivenBy(root).filter(({ item }) => item !== root);
  const [hardest] = others;
  const itself = missed ? `is ${workingDays(missed.days)} late` : '';
  const rest = !hardest
    ? ''
    : others.length === 1
      ? `makes ${titled(hardest.item, request)} ${workingDays(hardest.days)} late`
      : `makes ${plural(others.length, missed ? 'more date' : 'date')} late, ${titled(hardest.item, request)} among them`;
  return `${titled(root, request)} ${[itself, rest].filter((part) => part !== '').join(', and ')}.`;
}

/** The open milestone of a workstream that is forecast first. */
function nextOf(members: readonly Item[], request: ViewRequest): Item | undefined {
  const open = members.filter((item) => item.open && item.type.name === 'milestone');
  const when = new Map(open.map((item) => [item, toldFinish(item, request) ?? Infinity]));
  return [...when].sort(([, a], [, b]) => (a === b ? 0 : a - b))[0]?.[0];
}

/** The owner's own plan; else what would have to become of what makes it late. */
function pathOf(standing: Standing, request: ViewRequest): string {
  const { item, value, roots, reasons } = standing;
  if (value === 'green') return '';
  const own = item?.values.path_to_green;
  if (own) return quotedSentence(own);
  const inside = rootsInside(standing).slice(0, MOST_ROOTS);
  if (inside.length > 0) {
    const acts = inside.map((root) => actText(root, standing, request));
    const [rest] = restOf(standing);
    const way = rest && wayOf(rest.root, standing, request);
    return [...new Set(isRestWorse(standing, request) ? [way, ...acts] : [...acts, way])].filter(Boolean).join(' ');
  }
  const [root] = roots;
  if (root) return wayOf(root, standing, request);
  const [reason] = reasons;
  if (!reason) return '';
  return reason.item.type.name === 'risk'
    ? `Mitigate ${titledWithOwner(reason.item, request)}.`
    : reason.item.type.name === 'decision'
      ? `Decide ${titledWithOwner(reason.item, request)}.`
      : '';
}

/** What has to become of a root: of one elsewhere, what it takes to wait for it. */
const wayOf = (root: Item, standing: Standing, request: ViewRequest): string =>
  standing.members.includes(root)
    ? actText(root, standing, request)
    : `Follows ${titled(root, request)}${workstreamName(root, request)}.`;

/** What has to become of something that makes others late. */
function actText(root: Item, { late, through }: Standing, request: ViewRequest): string {
  const said = root.values.path_to_green;
  if (said) return quotedSentence(said);
  const act = ACTS[root.type.name];
  if (act !== undefined) return `${act} ${titledWithOwner(root, request)}.`;
  const days = request.state.late.missed(root)?.days ?? [...late, ...through][0]?.days ?? 0;
  return `Win back ${workingDays(days)} on ${titledWithOwner(root, request)}.`;
}

const ACTS: Readonly<Record<string, string>> = {
  decision: 'Decide',
  gate: 'Pass',
  dependency: 'Get',
  issue: 'Resolve',
  action: 'Do',
};

function workstreamName(item: Item, { plan }: ViewRequest): string {
  const workstream = plan.workstreamOf(item);
  return workstream ? ` in ${shownText(workstream.title)}` : '';
}
