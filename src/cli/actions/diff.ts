import { diffPlans } from '../../core/diff/diff-plans.ts';
import type { PlanDiff } from '../../core/diff/plan-diff.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import type { DiffFormatName } from '../diff/diff-format.ts';
import { DIFF_FORMATS } from '../diff/diff-formats.ts';
import { Failure } from '../failure.ts';
import { type FailOn, fails } from '../findings/report.ts';
import { failIfUnreadable } from '../plan/open-plan.ts';
import { type OpenedSides, openSides, type Revisions } from '../plan/open-sides.ts';
import { isThere, sayNoPlan } from '../plan/say-no-plan.ts';

/** Tells what a change does to the plan: from one revision to another, or to the working tree. */
export async function printDiff(call: Call): Promise<ExitStatus> {
  const { diff, sides, status } = await compareSides(call);
  if (!isThere(sides.base.snapshot)) await sayNoPlan(call, { place: sides.place, snapshot: sides.head.snapshot });
  const format = DIFF_FORMATS[call.option('format') as DiffFormatName];
  call.shell.stdout.write(format(diff, sides, call.style));
  failIfUnreadable(sides);
  return status;
}

/** Two sides, what makes the difference, and what that means for a check. */
export interface Comparison {
  readonly diff: PlanDiff;
  readonly sides: OpenedSides;
  readonly status: ExitStatus;
}

/** Does the work of `milepost diff`. */
export async function compareSides(call: Call): Promise<Comparison> {
  const mostDays = slipOf(call.option('fail-on-slip'));
  const sides = await openSides(call, revisionsOf(call));
  const diff = atOnce(diffPlans(sides.base.snapshot, sides.head.snapshot));
  const isBad = hasNewFindings(diff, call.option('fail-on') as FailOn) || slips(diff, mostDays);
  return { diff, sides, status: isBad ? EXIT.findings : EXIT.ok };
}

/** Which revisions somebody has named. What is staged stands on what is checked out. */
function revisionsOf({ operands, option }: Call): Revisions {
  const isStaged = option('staged') !== undefined;
  const [base = isStaged ? 'HEAD' : undefined, head, ...rest] = operands;
  if (base === undefined) throw new Failure('name what to compare with: milepost diff BASE, a branch, a tag or a hash');
  const [third] = isStaged && head !== undefined ? [head] : rest;
  if (third !== undefined) {
    const others = isStaged ? 'what is staged can be compared with one revision' : 'two revisions can be compared';
    throw new Failure(`${others}, and ${quoted(third)} is ${isStaged ? 'another' : 'a third'}`);
  }
  const fromMergeBase = option('merge-base') !== undefined;
  return { base, head: isStaged ? 'index' : head === undefined ? 'worktree' : { name: head }, fromMergeBase };
}

function slipOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,5}$/.test(text))
    throw new Failure(`--fail-on-slip takes a number of working days, and ${quoted(text)} is none`);
  return Number(text);
}

const hasNewFindings = ({ findings }: PlanDiff, failOn: FailOn): boolean =>
  findings.new.some((finding) => fails(finding, failOn));

const slips = ({ programs }: PlanDiff, most: number | undefined): boolean =>
  most !== undefined && programs.some(({ workingDaysMoved }) => (workingDaysMoved ?? 0) > most);
