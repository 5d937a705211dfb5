import * as vscode from 'vscode';
import { formatDay } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Program } from '../../core/plan/program.ts';
import { AUDIENCES, type Audience, TEMPLATES } from '../../core/report/audiences.ts';
import { type Since, sinceWritten, type UsualSince, usualSince, WEEK } from '../../core/report/since.ts';
import { visible } from '../../core/text/visible.ts';
import { longDayLabel } from '../../core/views/day-label.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { withoutIcons } from '../convert.ts';
import { answered } from '../create/questions.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

const TITLE = 'Write a Status Report';
/** Where a plan keeps templates of its own. */
const FOLDER = 'templates';

/** What a report begins with. */
export interface ReportForm {
  /** What its file is called by, after the day; empty of the usual one. */
  readonly name: string;
  readonly template: string;
}

const TOLD: Readonly<Record<Audience, readonly [icon: string, who: string, what: string]>> = {
  executive: [
    'megaphone',
    'Those who steer',
    'Half a page: health and why, what moved, what is needed, what comes next',
  ],
  engineering: ['tools', 'Engineering', 'By workstream: what was done, moved and is blocked; who waits for whom'],
  team: ['organization', 'The team', 'What each person has to do this week'],
};

/** Asks whom a report is for: an audience, or a template of the plan. */
export async function askForm(folder: PlanFolder): Promise<ReportForm> {
  const own = (await templatesOf(folder)).map((name) => ({
    label: `$(file) ${withoutIcons(visible(name.slice(0, -3)))}`,
    description: `${FOLDER}/${withoutIcons(visible(name))}`,
    form: async (): Promise<ReportForm> => {
      const bytes = await vscode.workspace.fs.readFile(folder.uriOf(`${FOLDER}/${name}`));
      return { name: name.slice(0, -3), template: new TextDecoder().decode(bytes) };
    },
  }));
  const usual = AUDIENCES.map((audience) => {
    const [icon, label, detail] = TOLD[audience];
    const form = async () => ({ name: audience === 'executive' ? '' : audience, template: TEMPLATES[audience] });
    return { label: `$(${icon}) ${label}`, description: audience, detail, form };
  });
  const picked = await vscode.window.showQuickPick([...usual, ...own], { title: TITLE, placeHolder: 'Who reads it?' });
  return answered(picked).form();
}

async function templatesOf(folder: PlanFolder): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder.uriOf(FOLDER)).then(
    (found) => found,
    // Few plans have any.
    () => [],
  );
  return entries
    .flatMap(([name, kind]) => (kind === vscode.FileType.File && name.endsWith('.md') ? [name] : []))
    .sort();
}

/** Asks which programs a report is about, where there are several. */
export async function askPrograms(programs: readonly Program[]): Promise<readonly Program[]> {
  if (programs.length < 2) return programs;
  const choices = [
    { label: 'All programs', description: '', programs },
    ...programs.map((program) => ({
      label: withoutIcons(visible(program.item?.title ?? program.id)),
      description: withoutIcons(visible(program.id)),
      programs: [program],
    })),
  ];
  const picked = await vscode.window.showQuickPick(choices, { title: TITLE, placeHolder: 'What is it about?' });
  return answered(picked).programs;
}

/** Asks when the time of a report begins: as is usual, a week ago, or as somebody types. */
export async function askSince(programs: readonly Program[], { plan, today }: Snapshot): Promise<Since> {
  const usual = usualSince(programs, today, plan);
  const week = { usual: today - WEEK, baseline: undefined };
  const on = (since: UsualSince): string => longDayLabel(since.usual, today);
  const choices = [
    ...(usual.baseline === undefined
      ? []
      : [{ label: `$(tag) The baseline ${withoutIcons(visible(usual.baseline))}`, description: '', since: usual }]),
    ...(usual.usual === week.usual
      ? []
      : [{ label: '$(history) The last update', description: on(usual), since: usual }]),
    { label: '$(calendar) A week ago', description: `${on(week)}, or the first commit of the plan`, since: week },
  ];
  const other = { label: '$(git-commit) Another day, or a revision…', description: '', since: undefined };
  const picked = answered(
    await vscode.window.showQuickPick([...choices, other], { title: TITLE, placeHolder: 'Since when?' }),
  );
  if (picked.since) return picked.since;
  const typed = await vscode.window.showInputBox({
    title: TITLE,
    prompt: 'A day, or a branch, a tag or a commit: what has changed since?',
    placeHolder: formatDay(today - WEEK),
    validateInput: (text) => (text.trim() === '' ? 'A day or a revision is needed' : undefined),
  });
  return sinceWritten(answered(typed).trim());
}

/** Whether a report names its program: where the plan has others. */
export const filtersFor = (programs: readonly Program[], plan: Plan): readonly string[] =>
  programs.length === 1 && plan.programs.length > 1 ? [`program=${programs[0]?.id}`] : [];
