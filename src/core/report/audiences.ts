import { engineering } from './templates/engineering.ts';
import { executive } from './templates/executive.ts';
import { team } from './templates/team.ts';

/** Whom a report is for. */
export const AUDIENCES = ['executive', 'engineering', 'team'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What people call them as well. */
export const AUDIENCE_WORDS: Readonly<Record<string, Audience>> = Object.fromEntries([
  ...[
    'exec',
    'execs',
    'executives',
    'steerco',
    'steering',
    'board',
    'management',
    'leadership',
    'sponsor',
    'sponsors',
  ].map((word) => [word, 'executive']),
  ...['eng', 'engineers', 'dev', 'devs', 'developers', 'tech'].map((word) => [word, 'engineering']),
  ...['squad', 'members', 'everybody', 'everyone'].map((word) => [word, 'team']),
]);

/** What each reads, as Markdown with live blocks: a team can write its own in the same way. */
export const TEMPLATES: Readonly<Record<Audience, string>> = { executive, engineering, team };
