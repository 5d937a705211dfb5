import { mostFrequent } from '../../text/most-frequent.ts';
import { isSame } from '../edit/reference.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';
import { isOnPrograms } from './choose-program.ts';

const MOST = 3;

/** Says who delivers a dependency: one of those who deliver others in the same program. */
export const setDeliverer: FixMaker = (finding, { plan }) => {
  const { item, range } = finding;
  if (item?.type.name !== 'dependency' || item.field('from')?.value || !isSame(range, item.idRange)) return [];
  if (isOnPrograms(finding, plan)) return [];
  const deliverers = plan
    .ofType('dependency')
    .filter((other) => other.program === item.program)
    .flatMap(({ parsed }) => {
      const value = parsed.values.from && parsed.fields.get('from')?.value;
      return value?.kind === 'scalar' ? [value.text.trim()] : [];
    });
  return mostFrequent(deliverers)
    .slice(0, MOST)
    .flatMap((name) => {
      const edits = setFields(item, [['from', name]]);
      return edits ? [{ title: `Set from to ${shown(name)}`, edits }] : [];
    });
};
