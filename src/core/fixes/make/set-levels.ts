import { isSame } from '../edit/reference.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { isOnPrograms } from './choose-program.ts';

const LEVELS = ['low', 'medium', 'high'] as const;

/** Says how likely a risk is, how bad it would be, or both: on a level that a person chooses. */
export const setLevels: FixMaker = (finding, { plan }) => {
  const { item, range } = finding;
  if (item?.type.name !== 'risk' || !isSame(range, item.idRange) || isOnPrograms(finding, plan)) return [];
  const missing = (['probability', 'impact'] as const).filter((name) => !item.field(name)?.value);
  if (missing.length === 0) return [];
  return LEVELS.flatMap((level) => {
    const edits = setFields(
      item,
      missing.map((name) => [name, level]),
    );
    return edits ? [{ title: `Set ${missing.join(' and ')} to ${level}`, edits }] : [];
  });
};
