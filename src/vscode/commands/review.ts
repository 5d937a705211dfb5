import * as vscode from 'vscode';
import type { Revisions } from '../../git/revisions.ts';
import { gitOf } from '../plans/git-of.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import type { PlatformGit } from '../platform.ts';
import { askBase } from '../review/ask-base.ts';
import { findBase, refusal } from '../review/find-base.ts';
import type { Base, PlanReview } from '../review/plan-review.ts';
import { CHANGE_VIEW, type ChangeView } from '../views/change-view.ts';
import { ProgramElement } from '../views/elements.ts';
import { askFolder } from './ask-folder.ts';
import { Refused, WrongArgument } from './refused.ts';

const TITLE = 'Review Plan Changes';

/** What the commands of a review work with. */
export interface ReviewParts {
  readonly plans: Plans;
  /** Only where there is git. */
  readonly git: PlatformGit | undefined;
  readonly review: PlanReview;
  readonly changeView: ChangeView;
}

/**
 * Reviews what has changed in a plan since a revision: the one that was given, else one that is chosen. From the menu of the
 * program tree comes what is selected there: its plan is meant.
 */
export async function reviewChanges(argument: unknown, parts: ReviewParts): Promise<void> {
  const folder = argument instanceof ProgramElement ? argument.folder : undefined;
  const name = folder ? undefined : (argument ?? undefined);
  if (name !== undefined && typeof name !== 'string')
    throw new WrongArgument('this takes the name of a revision, such as "main"');
  await reviewAgainst(parts, folder ?? (await askFolder(parts.plans, TITLE)), async (revisions) =>
    findBase(name === undefined ? await askBase(revisions) : { kind: 'revision', name }, revisions),
  );
}

/** Reviews what this branch changes: against where it left the branch that it is for. Asks nothing. */
export const reviewBranch = async (parts: ReviewParts): Promise<void> =>
  reviewAgainst(parts, await askFolder(parts.plans, TITLE), (revisions) => findBase({ kind: 'trunk' }, revisions));

/** Compares the plan of the review with something else. */
export async function changeBase(parts: ReviewParts): Promise<void> {
  const subject = subjectOf(parts);
  await reviewAgainst(parts, subject.folder, async (revisions) => findBase(await askBase(revisions), revisions));
}

/** Reads the base of the review again: what it is called by may be another commit by now. */
export async function refreshReview(parts: ReviewParts): Promise<void> {
  const { folder, base } = subjectOf(parts);
  await reviewAgainst(parts, folder, base.again);
}

/** @param find asks, where there is something to be asked */
async function reviewAgainst(
  parts: ReviewParts,
  folder: PlanFolder,
  find: (revisions: Revisions) => Promise<Base>,
): Promise<void> {
  try {
    const revisions = await open(parts, folder);
    await begin(parts, folder, await find(revisions), revisions);
  } catch (error) {
    throw isGitFailure(error) ? new Refused(`git says: ${error.message.split('\n')[0]}`) : error;
  }
}

async function begin(
  { review, changeView }: ReviewParts,
  folder: PlanFolder,
  base: Base,
  revisions: Revisions,
): Promise<void> {
  await changeView.show();
  const title = `Milepost: comparing ${folder.name} with ${base.name}`;
  await vscode.window.withProgress({ location: { viewId: CHANGE_VIEW }, title }, () =>
    review.begin(folder, base, revisions),
  );
}

/** The repository of a plan; throws where there is none, or git must not be asked. */
async function open(parts: ReviewParts, folder: PlanFolder): Promise<Revisions> {
  const git = gitOf(folder, parts.git);
  if ('reason' in git) throw refusal(git);
  const revisions = await git.openRevisions(folder.uri.fsPath);
  if ('reason' in revisions) throw refusal(revisions);
  return revisions;
}

function subjectOf({ review }: ReviewParts): { readonly folder: PlanFolder; readonly base: Base } {
  const { subject } = review;
  if (!subject) throw new Refused('nothing is being reviewed: begin with Review Plan Changes');
  return subject;
}

const isGitFailure = (error: unknown): error is Error => error instanceof Error && error.name === 'GitFailure';
