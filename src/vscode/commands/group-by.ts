import * as vscode from 'vscode';
import { GROUPINGS, type GroupBy } from '../../core/views/program-tree-groups.ts';
import type { StoredTreeOptions } from '../views/tree-options.ts';
import { wordArgument } from './arguments.ts';

const LABELS: Readonly<Record<GroupBy, string>> = {
  workstream: '$(git-merge) Workstream',
  owner: '$(account) Owner',
  status: '$(circle-outline) Status',
  due: '$(calendar) Due Month',
  type: '$(symbol-class) Type',
  float: '$(flame) Float, What Is Critical First',
};

/** Groups the program tree by what was given, else by what is chosen; this workspace remembers it. */
export async function groupBy(argument: unknown, options: StoredTreeOptions): Promise<void> {
  const given = typeof argument === 'string' ? argument : undefined;
  const grouping = wordArgument(given, GROUPINGS, 'what to group by') ?? (await pick(options.groupBy));
  if (grouping) await options.setGroupBy(grouping);
}

async function pick(current: GroupBy): Promise<GroupBy | undefined> {
  const choices = GROUPINGS.map((value) => ({
    label: LABELS[value],
    description: value === current ? 'as now' : '',
    value,
  }));
  const picked = await vscode.window.showQuickPick(choices, { title: 'Group the Program Tree by' });
  return picked?.value;
}
