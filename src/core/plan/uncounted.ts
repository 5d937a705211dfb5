import type { Problem } from '../parse/problem.ts';

/** The fields whose references dates hang on. */
const LINKS: ReadonlySet<string> = new Set(['depends_on', 'blocks']);

/** Whether dates hang on what a field names. */
export const isLinking = (field: string): boolean => LINKS.has(field);

/** Whether a value cannot be what its field takes, so that dates are computed without it. */
export const isUncounted = ({ code, severity, titled }: Problem): boolean =>
  code === 'invalid-value' && severity === undefined && (titled === undefined || isLinking(titled.field));

/** Whether a field is not read, and dates are computed without what it says. */
export const isDropped = ({ isDating }: Problem): boolean => isDating === true;
