import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Host } from './host.ts';

/** Adds to the page of the job, where the runner gives one. */
export function writeSummary({ env: { GITHUB_STEP_SUMMARY } }: Host, markdown: string): void {
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${markdown}\n`);
}

/** Hands a value to later steps. What ends it nobody can guess, so that no text in it becomes another output. */
export function writeOutput({ env: { GITHUB_OUTPUT } }: Host, name: string, value: string): void {
  const end = `end-${randomUUID()}`;
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}
