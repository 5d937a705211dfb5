import * as vscode from 'vscode';
import type { ItemType } from '../../core/model/item-type.ts';
import { ITEM_TYPES, typeNamed } from '../../core/model/registry.ts';
import type { Item } from '../../core/plan/item.ts';
import { healthToTell, newItemText } from '../../core/scaffold/new-item.ts';
import { placeFor } from '../../core/scaffold/place.ts';
import { suggestId } from '../../core/scaffold/suggest-id.ts';
import { textProblem } from '../../core/scaffold/text-problem.ts';
import { isForSomething, mayBeFor, whatFor } from '../../core/scaffold/what-for.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import type { Clock } from '../clock.ts';
import { textsArgument, wordArgument } from '../commands/arguments.ts';
import { itemAtCursor } from '../commands/go-to.ts';
import { Refused, WrongArgument } from '../commands/refused.ts';
import { withoutIcons } from '../convert.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { ProgramElement } from '../views/elements.ts';
import { createFiles } from './create-files.ts';
import { answered, askDate, askId, askMilestone, askPerson, askTitle, dateProblem, idProblem } from './questions.ts';

/** Where a new item belongs. */
interface Home {
  readonly folder: PlanFolder;
  /** The id of its program; empty where the plan has none yet. */
  readonly program: string;
  readonly workstream?: string | undefined;
}

/** What a call may say of a new item, so that nobody is asked; with a title, what is left out is not asked either. */
const GIVEN = ['type', 'title', 'id', 'owner', 'from', 'for', 'due', 'program'] as const;
type Given = Partial<Record<(typeof GIVEN)[number], string>>;

/** Asks what a new item is, creates a file for it beside its program, and opens that. */
export async function newItem(argument: unknown, plans: Plans, clock: Clock): Promise<vscode.Uri> {
  const given = textsArgument(argument, GIVEN);
  const home = argument instanceof ProgramElement ? homeOf(argument) : await chooseHome(given, plans);
  const snapshot = await home.folder.service.settled();
  const { plan } = snapshot;
  const typeName = wordArgument(given.type, ITEM_TYPES.map(({ name }) => name) as string[], 'the type of an item');
  const type = typeName === undefined ? await askType() : (typeNamed(typeName) as ItemType);
  const heading = `New ${type.name}`;
  const asks = given.title === undefined;
  const title = given.title?.trim() || (await askTitle(heading, 'Its title', EXAMPLES[type.name] ?? ''));
  const suggestion = suggestId(type, title, home.program, plan);
  const id = given.id ?? (asks ? await askId(heading, suggestion, home.program, plan) : suggestion);
  const owner = given.owner ?? (asks ? await askPerson(heading, 'Who answers for it?', plan) : undefined);
  const from =
    given.from ?? (asks && type.name === 'dependency' ? await askPerson(heading, 'Who delivers it?', plan) : undefined);
  const held = isForSomething(type)
    ? (given.for ?? (asks ? await askMilestone(heading, mayBeFor(type, home.program, plan), snapshot) : undefined))
    : undefined;
  const reference = held === undefined ? undefined : whatFor(held, type, home.program, plan);
  const due =
    given.due ?? (asks && DATES[type.name] ? await askDate(heading, DATES[type.name] ?? '', clock.today) : undefined);
  const wrong =
    textProblem([title, owner, from].join(' ')) ??
    idProblem(id, home.program, plan) ??
    (reference && !reference.ok ? reference.why : undefined) ??
    (due === undefined ? undefined : dateProblem(due));
  if (wrong) throw new WrongArgument(wrong);
  const place = placeFor(type, id, home.program, plan);
  const text = newItemText({
    ...{ type, id, title, owner, from, due, today: clock.today },
    for: reference?.ok ? [reference.value] : undefined,
    health: healthToTell(type, home.program, snapshot),
    program: place.needsProgram && type.name !== 'program' ? home.program : undefined,
    workstream: type.name === 'program' || type.name === 'workstream' ? undefined : home.workstream,
  });
  const path = place.folder === '' ? place.name : `${place.folder}/${place.name}`;
  const [uri] = await createFiles(home.folder.uri, [{ path, text }]);
  await openAtEnd(uri as vscode.Uri);
  return uri as vscode.Uri;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  program: 'Atlas migration',
  workstream: 'Platform',
  milestone: 'Public API frozen',
  dependency: 'Fraud scores as events',
  decision: 'Format of the tokens',
  risk: 'The certification slips',
  issue: 'The sandbox drops connections',
  action: 'Ask the assessor for a date',
};

const DATES: Readonly<Record<string, string>> = {
  program: 'By when does it end?',
  milestone: 'By when is it to be reached?',
  dependency: 'By when is it needed?',
  decision: 'By when is it to be decided?',
  issue: 'By when is it to be put right?',
  action: 'By when is it to be done?',
};

/** The program, and the workstream, of what was clicked in the tree. */
function homeOf(element: ProgramElement): Home {
  const { node, folder } = element;
  const program = node.item?.program ?? node.items[0]?.program ?? '';
  const isWorkstream = (item: Item | undefined): boolean => item?.type.name === 'workstream';
  return { folder, program, workstream: isWorkstream(node.item) ? node.item?.id : node.item?.workstream };
}

async function chooseHome(given: Given, plans: Plans): Promise<Home> {
  await plans.settled();
  const homes = plans.folders.flatMap((folder): Home[] => {
    const programs = folder.snapshot?.plan.programs ?? [];
    return programs.map(({ id }) => ({ folder, program: id }));
  });
  const matching = given.program === undefined ? homes : homes.filter(({ program }) => program === given.program);
  if (given.program !== undefined && matching.length === 0) {
    throw new WrongArgument(`there is no program ${quoted(given.program)}: write the id of one, or nothing`);
  }
  // A folder without a plan can still get its first item.
  const [first, ...others] = matching.length > 0 ? matching : plans.folders.map((folder) => ({ folder, program: '' }));
  if (!first) throw new Refused('open a folder first: a plan is a folder of Markdown files');
  if (others.length === 0) return first;
  const here = itemAtCursor(plans);
  const current = [first, ...others].find(
    ({ folder, program }) => folder === here?.folder && program === here.item.program,
  );
  if (current) return current;
  return given.title === undefined ? askHome([first, ...others]) : first;
}

async function askHome(homes: readonly Home[]): Promise<Home> {
  const choices = homes.map((home) => {
    const title = home.folder.snapshot?.plan.lookup.program(home.program)?.title ?? (home.program || home.folder.name);
    return { label: `$(project) ${withoutIcons(visible(title))}`, description: home.folder.name, home };
  });
  return answered(await vscode.window.showQuickPick(choices, { title: 'New Item', placeHolder: 'In which program?' }))
    .home;
}

async function askType(): Promise<ItemType> {
  // What people add most often comes first; a program is founded once.
  const types: readonly ItemType[] = [...ITEM_TYPES.slice(2), ...ITEM_TYPES.slice(0, 2).reverse()];
  const choices = types.map((type) => ({ label: `$(${type.icon}) ${type.name}`, description: type.doc, type }));
  return answered(await vscode.window.showQuickPick(choices, { title: 'New Item', placeHolder: 'What is it?' })).type;
}

async function openAtEnd(uri: vscode.Uri): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
}
