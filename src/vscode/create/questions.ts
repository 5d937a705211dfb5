import * as vscode from 'vscode';
import { parseDate } from '../../core/model/values/date.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import { parseId } from '../../core/model/values/id.ts';
import { isSamePerson } from '../../core/model/values/person.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { textProblem } from '../../core/scaffold/text-problem.ts';
import { visible } from '../../core/text/visible.ts';
import { itemLabel } from '../../core/views/item-label.ts';
import { ownersOf } from '../../core/views/owners.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Cancelled } from '../commands/refused.ts';
import { withoutIcons } from '../convert.ts';

/** Asks for a text that must not be empty: the title of what `prompt` names. */
export async function askTitle(title: string, prompt: string, placeHolder: string): Promise<string> {
  const validateInput = (text: string) => (text.trim() === '' ? 'A name is needed' : textProblem(text));
  return answered(await vscode.window.showInputBox({ title, prompt, placeHolder, validateInput })).trim();
}

/** Asks for an id that is free in a program. */
export async function askId(title: string, suggestion: string, program: string, plan: Plan): Promise<string> {
  const validateInput = (text: string) => idProblem(text, program, plan);
  const prompt = 'Its id, by which others refer to it';
  return answered(await vscode.window.showInputBox({ title, prompt, value: suggestion, validateInput })).normalize();
}

/** Why an id cannot be that of a new item. */
export function idProblem(text: string, program: string, plan: Plan): string | undefined {
  const id = parseId(text);
  if (!id.ok) return id.why;
  const other = plan.lookup.member(program, id.value);
  return other && `${id.value} is the id of ${other.type.name} "${visible(other.title)}"`;
}

/** Asks for a person: one of those that the plan knows, another, or nobody yet. */
export async function askPerson(title: string, question: string, plan: Plan): Promise<string | undefined> {
  const known = ownersOf(plan);
  const later = { label: 'Nobody yet', name: '' };
  const picker = vscode.window.createQuickPick<vscode.QuickPickItem & { name: string }>();
  const offer = (): void => {
    const typed = picker.value.trim();
    const people = known.map((name) => ({ label: `$(account) ${withoutIcons(visible(name))}`, name }));
    const isNew = typed !== '' && !known.some((name) => isSamePerson(name, typed));
    picker.items = [
      ...(isNew ? [{ label: withoutIcons(typed), alwaysShow: true, name: typed }] : []),
      ...people,
      later,
    ];
  };
  picker.title = title;
  picker.placeholder = question;
  picker.onDidChangeValue(offer);
  offer();
  const name = await new Promise<string | undefined>((resolve) => {
    // Who types faster than the list follows has typed a name nevertheless.
    picker.onDidAccept(() => resolve(picker.selectedItems[0]?.name || plan.people.spellingOf(picker.value.trim())));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  picker.dispose();
  return answered(name) || undefined;
}

/** Asks which of some milestones waits for what is new; none, where nobody knows yet, or there are none. */
export async function askMilestone(
  title: string,
  milestones: readonly Item[],
  snapshot: Snapshot,
): Promise<string | undefined> {
  if (milestones.length === 0) return undefined;
  const choices = [
    ...milestones.map((one) => {
      const { title: name, description, icon } = itemLabel(one, snapshot);
      return {
        label: `$(${icon}) ${withoutIcons(name)}`,
        description: withoutIcons(visible(one.key)),
        detail: withoutIcons(description),
        key: one.key,
      };
    }),
    { label: 'None yet', key: '' },
  ];
  const placeHolder = 'Which milestone is not done before it?';
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true };
  return answered(await vscode.window.showQuickPick(choices, options)).key || undefined;
}

/** Asks for a date or period, or none. */
export async function askDate(title: string, question: string, today: Day): Promise<string | undefined> {
  const validateInput = (text: string) => (text.trim() === '' ? undefined : dateProblem(text.trim()));
  const prompt = `${question} Leave it empty if nobody knows yet.`;
  const placeHolder = `A day such as ${formatDay(today + 14)}, or a period such as ${formatDay(today).slice(0, 4)}-Q4`;
  return answered(await vscode.window.showInputBox({ title, prompt, placeHolder, validateInput })).trim() || undefined;
}

/** Why a text is no date. */
export function dateProblem(text: string): string | undefined {
  const date = parseDate(text, 'last');
  return date.ok ? undefined : date.why;
}

/** An answer, which there must be. */
export function answered<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Cancelled();
  return answer;
}
