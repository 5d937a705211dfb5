import { parseDate } from '../model/values/date.ts';
import { meaningsOf } from '../model/values/foreign-date.ts';
import { partRange, type YamlNode, type YamlPair } from '../parse/yaml/node.ts';
import { scalar } from './pairs.ts';

const DAY = /^\d{4}-\d{2}-\d{2}(?!\d)/;

/** The date of a record without what is said of it behind the day; undefined where it begins with none. */
export function dayOf(pair: YamlPair | undefined): YamlPair | undefined {
  const value = pair?.value;
  if (!pair || value?.kind !== 'scalar') return undefined;
  const day = DAY.exec(value.text)?.[0];
  if (day === undefined || day === value.text) return day === undefined ? undefined : pair;
  return { ...pair, value: scalar(day, partRange(value, 0, day.length)) };
}

/** Whether a date is meant as one, and written as a plan does not take it: `14/10/2026`. Of a placeholder nothing is said. */
export const isForeignDay = (value: YamlNode | undefined): boolean =>
  value?.kind === 'scalar' &&
  !DAY.test(value.text) &&
  meaningsOf(value.text).some((meaning) => parseDate(meaning, 'day').ok);
