import type { Kind, Zod } from '../kind.ts';
import { anyCase } from '../values/pattern.ts';
import { ok } from '../values/result.ts';
import {
  LEVELS,
  type Level,
  type Probability,
  parseLevel,
  parsePercentage,
  parseProbability,
} from '../values/scale.ts';
import { scalarKind } from './scalar.ts';

const LEVEL_PATTERN = `^(?:${anyCase('(?:very[ _-])?(?:low|high)|medium')}|[1-5])$`;

const levelSchema = (z: Zod) =>
  z.union([z.enum(LEVELS), z.int().min(1).max(5), z.string().regex(new RegExp(LEVEL_PATTERN))]);
const PERCENTAGE_PATTERN = '^(?:100(?:\\.0+)?|\\d{1,2}(?:\\.\\d+)?|\\.\\d+)\\s*%?$';

const percentageSchema = (z: Zod) =>
  z.union([
    z.string().regex(new RegExp(PERCENTAGE_PATTERN)),
    z.number().min(0).lt(1),
    // A bare 1 could be 1 % or 100 %.
    z.number().gt(1).max(100),
  ]);

/** A point on the five-point scale. */
export const level: Kind<Level> = scalarKind({
  name: 'level',
  form: 'a level',
  words: LEVELS,
  parse: parseLevel,
  schema: levelSchema,
});

/** A percentage, or a level. */
export const probability: Kind<Probability> = scalarKind({
  name: 'probability',
  form: 'a probability',
  words: LEVELS,
  parse: parseProbability,
  schema: (z) => z.union([levelSchema(z), percentageSchema(z)]),
});

/** How far something is: a percentage of its work, or the share of the boxes ticked in its prose. */
export type Progress = number | 'checklist';

/** A percentage of work done, or `checklist`. */
export const progress: Kind<Progress> = scalarKind<Progress>({
  name: 'progress',
  form: 'a percentage, or "checklist"',
  words: ['checklist'],
  parse: (written) => (written.toLowerCase() === 'checklist' ? ok('checklist') : parsePercentage(written)),
  schema: (z) => z.union([z.literal('checklist'), z.string().regex(/^[Cc]hecklist$/), percentageSchema(z)]),
});
