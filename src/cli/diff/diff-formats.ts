import { toJson } from '../json.ts';
import type { DiffFormat, DiffFormatName } from './diff-format.ts';
import { diffGithub } from './diff-github.ts';
import { diffJson } from './diff-json.ts';
import { diffMarkdown } from './diff-markdown.ts';
import { diffText } from './diff-text.ts';

/** Every form of what a change does to a plan. */
export const DIFF_FORMATS: Readonly<Record<DiffFormatName, DiffFormat>> = {
  text: diffText,
  json: (diff, sides) => toJson(diffJson(diff, sides)),
  markdown: (diff, sides) => diffMarkdown(diff, sides),
  github: diffGithub,
};
