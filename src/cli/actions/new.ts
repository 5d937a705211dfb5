import { basename } from 'node:path';
import { typeNamedBy } from '../../core/filter/type-named-by.ts';
import type { ItemType } from '../../core/model/item-type.ts';
import { fieldOf, ITEM_TYPES } from '../../core/model/registry.ts';
import { parseSpan } from '../../core/model/values/date.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { idFromName, parseId } from '../../core/model/values/id.ts';
import type { Result } from '../../core/model/values/result.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { healthToTell, newItemText } from '../../core/scaffold/new-item.ts';
import { placeFor } from '../../core/scaffold/place.ts';
import { suggestId } from '../../core/scaffold/suggest-id.ts';
import { isForSomething, whatFor } from '../../core/scaffold/what-for.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import { withArticle } from '../../core/text/words.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { failIfUnreadable, type OpenedPlan, openPlan } from '../plan/open-plan.ts';
import { writeNew } from '../plan/write-new.ts';
import { note } from '../terminal/note.ts';
import { anyOf } from '../words.ts';
import { checkTexts } from './check-texts.ts';
import { printCreated } from './print-created.ts';

/** The fields that `--due` is written into, whichever of them a type has. */
const DUE_FIELDS = ['due', 'target', 'needed_by'];

/** Writes the file of a new item into the plan around the folder of a call. */
export async function createItem(call: Call): Promise<ExitStatus> {
  const { operands, option, today } = call;
  const type = typeOf(operands);
  checkTexts(call, ['title', 'owner', 'from']);
  const due = dueOf(call, type);
  const opened = await openPlan(call);
  // What could not be read may hold the id.
  failIfUnreadable(opened);
  const { place, snapshot } = opened;
  const program = type.name === 'program' ? '' : programFor(call, opened);
  const { id, title } = nameOf(call, type, program, snapshot.plan);
  const held = forOf(call, type, program, snapshot.plan);
  const { folder, name, needsProgram } = placeFor(type, id, program, snapshot.plan);
  const path = folder === '' ? name : `${folder}/${name}`;
  const text = newItemText({
    type,
    id,
    title,
    owner: option('owner'),
    from: option('from'),
    due,
    program: needsProgram && !isImplied(program, opened) ? program : undefined,
    workstream: workstreamOf(call),
    for: held,
    health: healthToTell(type, program, snapshot),
    today,
  });
  writeNew(place.root, [{ path, text }]);
  const key = type.name === 'program' ? id : `${program}/${id}`;
  printCreated(call, [place.fromHere(path)], { id: key, type: type.name, file: path });
  if (isForSomething(type) && held.length === 0)
    note(call, `${id} holds nothing yet: write into it for: [ID] with the milestones that wait for it; --for does so`);
  return EXIT.ok;
}

function typeOf(operands: readonly string[]): ItemType {
  const [written, extra] = operands;
  const types = ITEM_TYPES.map(({ name }) => name);
  if (written === undefined) throw new Failure(`new needs a type: ${anyOf(types)}`);
  if (extra !== undefined)
    throw new Failure(`new takes one type, and not ${quoted(extra)} too: put a title in quotes, after --title`);
  const type = typeNamedBy(written);
  if (type) return type;
  const near = nearest(written, types);
  throw new Failure(`there is no type ${quoted(written)}: ${near ? `did you mean ${near}?` : `write ${anyOf(types)}`}`);
}

/** What `--due` says, as it will stand in the file. */
function dueOf({ option }: Call, type: ItemType): string | undefined {
  const written = option('due');
  if (written === undefined) return undefined;
  if (!DUE_FIELDS.some((name) => fieldOf(type, name)))
    throw new Failure(`${withArticle(type.name)} has no date to be due by`);
  const { first, last } = readValue(`--due ${quoted(written)}`, parseSpan(written));
  return first === last ? formatDay(first) : written;
}

/** What `--for` says, as references of the new item. */
function forOf({ values }: Call, type: ItemType, program: string, plan: Plan): readonly string[] {
  const written = values('for');
  if (written.length > 0 && !isForSomething(type)) throw new Failure(`${withArticle(type.name)} is for no milestone`);
  return [...new Set(written.map((one) => readValue(`--for ${quoted(one)}`, whatFor(one, type, program, plan))))];
}

function workstreamOf({ option }: Call): string | undefined {
  const written = option('workstream');
  return written === undefined ? undefined : readValue(`--workstream ${quoted(written)}`, parseId(written));
}

/** The program of a new item: the one that is named, the one whose folder this is, or the only one. */
function programFor({ option }: Call, { place, snapshot: { plan } }: OpenedPlan): string {
  const named = option('program');
  if (named !== undefined) {
    const program = readValue(`--program ${quoted(named)}`, parseId(named));
    const known = [...plan.lookup.programIds];
    const near = known.includes(program) ? undefined : nearest(program, known);
    if (near !== undefined) throw new Failure(`there is no program ${quoted(program)}: did you mean ${near}?`);
    return program;
  }
  const here = place.belowRoot(place.cwd);
  for (let folder: string | undefined = here; folder !== undefined; folder = parentOf(folder)) {
    const beside = plan.programs.filter(({ item }) => item && parentOf(item.document.path) === folder);
    if (beside.length === 1) return (beside[0] as (typeof beside)[0]).id;
  }
  const ids = plan.programs.map(({ id }) => id);
  if (ids.length > 1) throw new Failure(`say which program it belongs to, with --program: ${anyOf(ids.slice(0, 10))}`);
  return ids[0] ?? rootProgram(place.root);
}

/** Whether an item belongs to a program without a word: where there is no other. */
function isImplied(program: string, { place, snapshot: { plan } }: OpenedPlan): boolean {
  return plan.programs.length === 0 && program === rootProgram(place.root);
}

const rootProgram = (root: string): string => idFromName(basename(root)) || 'plan';

function nameOf({ option }: Call, type: ItemType, program: string, plan: Plan): { id: string; title: string } {
  const written = option('id');
  const title = option('title')?.trim() || written;
  if (title === undefined) throw new Failure(`${withArticle(type.name)} needs a title: --title "…"`);
  const id =
    written === undefined
      ? suggestId(type, title, program, plan)
      : readValue(`--id ${quoted(written)}`, parseId(written));
  const taken = type.name === 'program' ? plan.lookup.program(id) : plan.lookup.member(program, id);
  if (taken)
    throw new Failure(
      `there is ${withArticle(taken.type.name)} ${quoted(id)} already, in ${quoted(taken.document.path)}: choose another with --id`,
    );
  return { id, title };
}

function readValue<T>(what: string, result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Failure(`${what}: ${result.why}`);
}

const parentOf = (path: string): string | undefined =>
  path === '' ? undefined : path.slice(0, Math.max(0, path.lastIndexOf('/')));
