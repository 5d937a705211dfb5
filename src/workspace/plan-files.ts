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
