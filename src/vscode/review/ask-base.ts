import * as vscode from 'vscode';
import { visible } from '../../core/text/visible.ts';
import type { NamedCommit } from '../../git/branches.ts';
import type { Revisions } from '../../git/revisions.ts';
import { Cancelled } from '../commands/refused.ts';
import { withoutIcons } from '../convert.ts';
import { shortHash, type WantedBase } from './find-base.ts';

type Choice = vscode.QuickPickItem & { readonly wanted?: WantedBase };

const ICONS: Readonly<Record<NamedCommit['kind'], string>> = {
  branch: 'git-branch',
  remote: 'cloud',
  tag: 'tag',
};

const GROUPS = [
  ['branch', 'Branches'],
  ['remote', 'Remote branches'],
  ['tag', 'Tags'],
] as const;

/** Asks what to compare a plan with: what a branch began with, the last commit, a branch, a tag, or whatever is typed. */
export async function askBase(revisions: Revisions): Promise<WantedBase> {
  const { all, trunk } = await revisions.names();
  const known: Choice[] = [
    ...(trunk ? [trunkChoice(trunk)] : []),
    {
      label: '$(git-commit) The last commit',
      description: shortHash(revisions.head),
      detail: 'What is not committed yet',
      wanted: { kind: 'head' },
    },
    ...GROUPS.flatMap(([kind, label]) => {
      const found = all.filter((each) => each.kind === kind && !each.isCurrent);
      return found.length === 0 ? [] : [separator(label), ...found.map(namedChoice)];
    }),
  ];
  const picker = vscode.window.createQuickPick<Choice>();
  picker.title = 'Review Plan Changes';
  picker.placeholder = 'Compare the plan with a branch, a tag, or a commit that you type';
  picker.matchOnDescription = true;
  picker.items = known;
  picker.onDidChangeValue((typed) => {
    const name = typed.trim();
    const isKnown = name === '' || all.some((each) => each.name === name);
    picker.items = isKnown ? known : [...known, separator('Commit'), typedChoice(name)];
  });
  try {
    return await new Promise<WantedBase>((resolve, reject) => {
      picker.onDidAccept(() => {
        const [chosen] = picker.selectedItems;
        if (chosen?.wanted) resolve(chosen.wanted);
      });
      picker.onDidHide(() => reject(new Cancelled()));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });

const trunkChoice = ({ name }: NamedCommit): Choice => ({
  label: `$(git-merge) Where this branch left ${withoutIcons(visible(name))}`,
  description: 'merge base',
  detail: `What this branch changes, committed or not, as a pull request to ${withoutIcons(visible(name))} would`,
  wanted: { kind: 'trunk' },
});

const namedChoice = ({ kind, name, ref, commit, subject }: NamedCommit): Choice => ({
  label: `$(${ICONS[kind]}) ${withoutIcons(visible(name))}`,
  description: withoutIcons(`${shortHash(commit)} ${visible(subject)}`),
  wanted: { kind: 'revision', name, ref },
});

const typedChoice = (name: string): Choice => ({
  label: `$(git-commit) ${withoutIcons(visible(name))}`,
  description: 'as git understands it: a hash, HEAD~3, main@{yesterday}',
  alwaysShow: true,
  wanted: { kind: 'revision', name },
});
