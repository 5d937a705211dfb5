import { HOMEPAGE } from '../version.ts';

/** Where the page of a rule can be read; undefined while the project has no home on the web. */
export function rulePage(code: string): string | undefined {
  return HOMEPAGE && new URL(`docs/rules/${code}.md`, HOMEPAGE.replace(/\/*$/, '/')).href;
}
