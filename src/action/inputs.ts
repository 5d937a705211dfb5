import { resolve } from 'node:path';
import { Failure } from '../cli/failure.ts';
import { quoted } from '../core/text/visible.ts';
import type { Host } from './host.ts';

/** What the workflow asks for: the inputs of action.yml. */
export interface Inputs {
  readonly base: string;
  readonly folder: string;
  readonly failOn: string;
  readonly failOnSlip: string;
  readonly comment: boolean;
  readonly token: string;
  /** The folder as the workflow names it. */
  readonly named: string;
}

/** Reads the inputs, which a runner hands over in the environment. */
export function readInputs({ env, cwd }: Host): Inputs {
  const { GITHUB_WORKSPACE } = env;
  const input = (name: string): string => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const named = input('working-directory') || '.';
  return {
    base: input('base'),
    folder: resolve(GITHUB_WORKSPACE ?? cwd(), named),
    failOn: input('fail-on') || 'error',
    failOnSlip: input('fail-on-slip'),
    comment: flag('comment', input('comment') || 'true'),
    token: input('token'),
    named,
  };
}

function flag(name: string, text: string): boolean {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  throw new Failure(`the input ${name} is true or false, not ${quoted(text)}`);
}
