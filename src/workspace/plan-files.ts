import picomatch from 'picomatch/posix.js';
import type { PlanConfig } from '../core/config/config.ts';

/** Which of the files below a root may be part of its plan, as its configuration says. */
export function planFileFilter({ include, exclude }: PlanConfig): (path: string) => boolean {
  // What nearly everybody has needs no pattern.
  const all = include.length === 1 && include[0] === '**/*.md';
  const included = all ? (path: string) => path.endsWith('.md') : picomatch([...include]);
  if (exclude.length === 0) return included;
  const excluded = picomatch([...exclude]);
  return (path) => included(path) && !excluded(path);
}

/** Whether a plan may be read from a file of that path; of other files, links ask only whether they are there. */
export const isReadByPlans = (path: string): boolean =>
  /(?:\.(?:md|markdown|mdx)|(?:^|\/)(?:milepost\.yaml|\.gitignore))$/i.test(path);
