import { readFileSync } from 'node:fs';
import { Failure, reasonOf } from '../cli/failure.ts';
import { isHash } from '../git/repository.ts';
import type { Host } from './host.ts';
import { at, type Json, numberAt, textAt } from './json.ts';

/** What the workflow was started by, as far as it matters. Text in it was written by whoever opened a pull request. */
export type Event =
  | { readonly kind: 'pull-request'; readonly number: number; readonly base: string; readonly head: string }
  /** After another workflow, which ran for a pull request: which one, the service has to be asked. */
  | { readonly kind: 'workflow-run'; readonly owner: string; readonly branch: string; readonly head: string }
  | { readonly kind: 'commits'; readonly base: string | undefined; readonly head: string };

/** Reads what the runner has written of the event. Of commits only whole hashes are taken, and no name of a branch. */
export function readEvent({ env }: Host): Event {
  const { GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_SHA } = env;
  const payload = payloadAt(GITHUB_EVENT_PATH);
  const head = hash(GITHUB_SHA) ?? 'HEAD';
  if (at(payload, 'pull_request') !== undefined) return pullRequestIn(payload);
  switch (GITHUB_EVENT_NAME) {
    case 'workflow_run':
      return workflowRunIn(payload);
    case 'merge_group':
      return {
        kind: 'commits',
        base: hash(textAt(payload, 'merge_group', 'base_sha')),
        head: hash(textAt(payload, 'merge_group', 'head_sha')) ?? head,
      };
    case 'push':
      return { kind: 'commits', base: hash(textAt(payload, 'before')), head: hash(textAt(payload, 'after')) ?? head };
    default:
      return { kind: 'commits', base: undefined, head };
  }
}

function payloadAt(path: string | undefined): Json {
  if (path === undefined) return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Failure(`the event at GITHUB_EVENT_PATH cannot be read: ${reasonOf(error)}`);
  }
}

function pullRequestIn(payload: Json): Event {
  const number = numberAt(payload, 'pull_request', 'number');
  const base = hash(textAt(payload, 'pull_request', 'base', 'sha'));
  const head = hash(textAt(payload, 'pull_request', 'head', 'sha'));
  if (number === undefined || base === undefined || head === undefined)
    throw new Failure('the event is about a pull request, and does not say its number and its commits');
  return { kind: 'pull-request', number, base, head };
}

function workflowRunIn(payload: Json): Event {
  const owner = textAt(payload, 'workflow_run', 'head_repository', 'owner', 'login');
  const branch = textAt(payload, 'workflow_run', 'head_branch');
  const head = hash(textAt(payload, 'workflow_run', 'head_sha'));
  if (owner === undefined || branch === undefined || head === undefined)
    throw new Failure('the event is about a run of a workflow, and does not say for which commit it was');
  return { kind: 'workflow-run', owner, branch, head };
}

/** A whole hash; that of no commit, which stands for a branch that was not there before, is none. */
const hash = (text: string | undefined): string | undefined =>
  text !== undefined && isHash(text) && !/^0+$/.test(text) ? text : undefined;
