import { type Day, dayExists, dayFrom, FIRST_DAY, LAST_DAY } from '../../model/values/day.ts';
import type { XmlElement } from './read-xml.ts';

/** The elements of a name in an element; none where there are none. */
export const all = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.get(name) ?? [];

export const first = (element: XmlElement | undefined, name: string): XmlElement | undefined => all(element, name)[0];

/** The elements of a name in a group: `Task` in `Tasks`. */
export const listed = (element: XmlElement | undefined, group: string, name: string): readonly XmlElement[] =>
  all(element, group).flatMap((each) => all(each, name));

export const textOf = (element: XmlElement | undefined, name: string): string =>
  first(element, name)?.text.trim() ?? '';

/** A number; undefined where there is none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = textOf(element, name);
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? undefined : number;
}

export const isSet = (element: XmlElement | undefined, name: string): boolean =>
  /^(?:1|true)$/i.test(textOf(element, name));

/** The day of a date and time, as it is written; undefined where it is none, or none that a plan may name. */
export function dayOf(element: XmlElement | undefined, name: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|T)/.exec(textOf(element, name));
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!dayExists(year, month, day)) return undefined;
  const at = dayFrom(year, month, day);
  return at >= FIRST_DAY && at <= LAST_DAY ? at : undefined;
}

/** The minutes of a duration such as `PT16H30M0S`; undefined where it is none. */
export function minutesOf(element: XmlElement | undefined, name: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(textOf(element, name));
  if (!match) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return days * 24 * 60 + hours * 60 + minutes + seconds / 60;
}

/** Formats of durations and lags that count elapsed time, or a share; with a question mark they are 32 more. */
export const isElapsedFormat = (format: number | undefined): boolean => [4, 6, 8, 10, 12].includes(plainFormat(format));
export const isShareFormat = (format: number | undefined): boolean => [19, 20].includes(plainFormat(format));
const plainFormat = (format = 0): number => (format >= 35 ? format - 32 : format);
