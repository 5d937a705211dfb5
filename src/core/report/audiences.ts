import { engineering } from './templates/engineering.ts';
import { executive } from './templates/executive.ts';
import { team } from './templates/team.ts';

/** Whom a report is for. */
export const AUDIENCES = ['executive', 'engineering', 'team'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What each reads, as Markdown with live blocks: a team can write its own in the same way. */
export const TEMPLATES: Readonly<Record<Audience, string>> = { executive, engineering, team };
