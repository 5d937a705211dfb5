import { type Comparison, compareSides } from '../cli/actions/diff.ts';
import { EXIT } from '../cli/command.ts';
import { diffGithub } from '../cli/diff/diff-github.ts';
import { diffMarkdown, WHOLE } from '../cli/diff/diff-markdown.ts';
import { Failure } from '../cli/failure.ts';
import { escapeData } from '../cli/findings/github.ts';
import { failIfUnreadable, plansBelow } from '../cli/plan/open-plan.ts';
import type { OpenedSides } from '../cli/plan/open-sides.ts';
import { isThere } from '../cli/plan/say-no-plan.ts';
import { callOf } from '../cli/run.ts';
import { PLAIN } from '../cli/terminal/style.ts';
import type { PlanDiff } from '../core/diff/plan-diff.ts';
import { quoted, visible } from '../core/text/visible.ts';
import { verdict, verdictClauses } from '../core/views/diff/verdict.ts';
import { type Event, readEvent } from './event.ts';
import { ApiFailure, GithubApi } from './github-api.ts';
import type { Host } from './host.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { writeOutput, writeSummary } from './outputs.ts';
import { markerOf, writeComment } from './own-comment.ts';

/** Does what action.yml promises. Gives the status of the step: 0, or 1 where the check fails. */
export async function runAction(host: Host): Promise<0 | 1> {
  try {
    return await check(host);
  } catch (error) {
    if (!(error instanceof Failure) && !(error instanceof ApiFailure)) throw error;
    say(host, 'error', error.message);
    return 1;
  }
}

/** Which commits to compare, and where to say so. */
interface Target {
  readonly base: string;
  readonly head: string;
  readonly pull: number | undefined;
}

async function check(host: Host): Promise<0 | 1> {
  const inputs = readInputs(host);
  const api = apiOf(host, inputs);
  const target = await targetOf(readEvent(host), inputs, api);
  if (!target) {
    say(host, 'notice', 'the run was for no open pull request, or for an older commit of it: nothing to say');
    return 0;
  }
  const { diff, sides, status } = await compare(host, inputs, target);
  host.stdout.write(diffGithub(diff, sides, PLAIN));
  await sayWhereElse(host, sides);
  const comment = diffMarkdown(diff, sides);
  const whole = diffMarkdown(diff, sides, WHOLE);
  writeSummary(host, whole);
  writeOutput(host, 'verdict', visible(verdict(diff)));
  writeOutput(host, 'working-days-moved', String(furthest(diff)));
  if (inputs.comment && target.pull !== undefined) {
    const text = comment === whole ? comment : `${comment}\n${wholeAt(host)}`;
    await tryToComment(host, api, target.pull, markerOf(inputs.named), text, verdictClauses(diff).length > 0);
  }
  failIfUnreadable(sides);
  return status === EXIT.ok ? 0 : 1;
}

/** What the workflow names, else what the event is about; undefined where there is nothing left to compare. */
async function targetOf(event: Event, { base }: Inputs, api: GithubApi | undefined): Promise<Target | undefined> {
  if (event.kind === 'pull-request') return { base: base || event.base, head: event.head, pull: event.number };
  if (event.kind === 'workflow-run') {
    if (!api) throw new Failure('after a run of a workflow the input token is needed, to find its pull request');
    const pull = await api.pullRequestOf(event.owner, event.branch, event.head);
    return pull && { base: base || pull.base, head: pull.head, pull: pull.number };
  }
  const from = base || event.base;
  if (from === undefined) throw new Failure('the event says nothing to compare with: name a branch in the input base');
  return { base: from, head: event.head, pull: undefined };
}

async function compare(
  host: Host,
  { folder, failOn, failOnSlip }: Inputs,
  { base, head }: Target,
): Promise<Comparison> {
  const options = ['--merge-base', `--cwd=${folder}`, `--fail-on=${failOn}`];
  if (failOnSlip !== '') options.push(`--fail-on-slip=${failOnSlip}`);
  try {
    return await compareSides(callOf(['diff', ...options, '--', base, head], host));
  } catch (error) {
    if (
      error instanceof Failure &&
      /^there is no commit|have no commit in common$|the clone is shallow/.test(error.message)
    )
      throw new Failure(`${error.message} (has the checkout "fetch-depth: 0"?)`);
    throw error;
  }
}

/** Where neither side has a plan, the folder is most likely the wrong one, and nothing would ever be said. */
async function sayWhereElse(host: Host, { base, head, place }: OpenedSides): Promise<void> {
  if (isThere(base.snapshot) || isThere(head.snapshot)) return;
  const [other] = await plansBelow(place);
  if (other === undefined) return;
  say(host, 'warning', `there is no plan here, but one in ${quoted(other)}: name its folder in working-directory`);
}

/** A comment is a courtesy: that it could not be written is said, and fails nothing. The summary has it anyway. */
async function tryToComment(
  host: Host,
  api: GithubApi | undefined,
  pull: number,
  marker: string,
  text: string,
  isNeeded: boolean,
): Promise<void> {
  if (!api) return say(host, 'notice', 'no comment: the input token is empty. What it would say is in the summary.');
  try {
    await writeComment(api, pull, marker, text, isNeeded);
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const isRefused = error.status === 401 || error.status === 403 || error.status === 404;
    const why = isRefused ? 'the token may not write one, as for a pull request from a fork' : error.message;
    say(host, isRefused ? 'notice' : 'warning', `no comment: ${why}. What it would say is in the summary.`);
  }
}

function apiOf({ env, fetch: fetch_ }: Host, { token }: Inputs): GithubApi | undefined {
  const { GITHUB_API_URL, GITHUB_REPOSITORY } = env;
  if (token === '') return undefined;
  if (!GITHUB_API_URL || !GITHUB_REPOSITORY)
    throw new Failure('GITHUB_API_URL and GITHUB_REPOSITORY are missing: is this a runner of GitHub Actions?');
  return new GithubApi(GITHUB_API_URL, GITHUB_REPOSITORY, token, fetch_);
}

/** Where the whole of a comment is that had to be cut. */
function wholeAt({ env: { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } }: Host): string {
  const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
  return `<sub>This is cut: [the summary of the check](${encodeURI(run)}) has all of it.</sub>\n`;
}

/** The move of the program that moves furthest. */
const furthest = ({ programs }: PlanDiff): number =>
  programs.reduce((most, { workingDaysMoved: days = 0 }) => (Math.abs(days) > Math.abs(most) ? days : most), 0);

/** Says something beside the annotations; the runner sees one command, whatever is in it. */
function say({ stdout }: Host, kind: 'error' | 'warning' | 'notice', text: string): void {
  stdout.write(`::${kind} title=Milepost::${escapeData(visible(text))}\n`);
}
