import { type Duration, LAG_PATTERN, parseDuration } from './duration.ts';
import { ID_PATTERN } from './id.ts';
import { fail, ok, type Result } from './result.ts';

/** How a dependency links two items: finish to start, start to start, finish to finish, start to finish. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** The name of an item as written: `api-freeze`, or with its program `payments/ledger-export`. In NFC. */
export interface ReferenceName {
  readonly program?: string;
  readonly id: string;
}

/** A dependency as written on one line; `length` is that of the reference at its beginning. */
export interface DependencyText {
  readonly name: ReferenceName;
  readonly length: number;
  readonly link: LinkType;
  readonly lag: Duration | undefined;
  /** How many characters at the end are the lag. */
  readonly lagLength: number;
}

const ID = ID_PATTERN.slice(1, -1);
const REFERENCE = new RegExp(`^(?:(${ID})/)?(${ID})$`, 'u');

/** The JSON Schema patterns of a reference and of a dependency. */
export const REFERENCE_PATTERN = `^(?:${ID}/)?${ID}$`;
export const LINK_PATTERN = '[FfSs][FfSs]';
export const DEPENDENCY_PATTERN = `^(?:${ID}/)?${ID}(?:\\s+(?:${LINK_PATTERN}\\s*)?(?:${LAG_PATTERN})?)?$`;

/** Reads a reference: an id, or `program/id`. */
export function parseReference(text: string): Result<ReferenceName> {
  const match = REFERENCE.exec(text.normalize('NFC'));
  if (!match) return fail('write an id such as api-freeze, or payments/ledger-export');
  return ok(match[1] === undefined ? { id: match[2] as string } : { program: match[1], id: match[2] as string });
}

/** Reads a link type, in any case. */
export function parseLinkType(text: string): Result<LinkType> {
  const upper = text.trim().toUpperCase();
  return (LINK_TYPES as readonly string[]).includes(upper)
    ? ok(upper as LinkType)
    : fail(`write ${LINK_TYPES.slice(0, 3).join(', ')} or SF`);
}

/** Reads a lag: a duration in working or elapsed time that may be negative. */
export function parseLag(text: string): Result<Duration> {
  const lag = parseDuration(text.replace(/^([+-])\s+/, '$1'), { elapsed: true, sign: true });
  return lag.ok || lag.why.includes('at most') ? lag : fail('write a lag such as +3d, -1w or +2ed');
}

/** Reads a dependency: `id`, `id SS+3d`, `id FS -2ed`. Linear: words are taken apart at spaces first. */
export function parseDependency(text: string): Result<DependencyText> {
  const [written, ...words] = text.split(/\s+/) as [string, ...string[]];
  const name = parseReference(written);
  if (!name.ok) return fail(adviceOn(text) ?? name.why);
  const link = /^(FS|SS|FF|SF)? ?(.*)$/is.exec(words.join(' ')) as RegExpExecArray;
  const [, type, lagText] = link as unknown as [string, string | undefined, string];
  if (lagText !== '' && !LAG.test(lagText)) {
    return fail(adviceOn(text) ?? 'after the id write a link type and a lag, such as api-freeze SS+3d');
  }
  const lag = lagText === '' ? undefined : parseLag(lagText);
  if (lag && !lag.ok) return lag;
  return ok({
    name: name.value,
    length: written.length,
    link: (type?.toUpperCase() ?? 'FS') as LinkType,
    lag: lag?.value,
    lagLength: lagText.length,
  });
}

const LAG = /^[+-]? ?[\d.]+ ?[a-z]*(?: (?:days?|weeks?))?$/i;

/** What somebody meant who wrote several ids, or a mention, where one id belongs. */
function adviceOn(text: string): string | undefined {
  const mention = /^\[\[([^[\]]+)\]\]$/.exec(text);
  if (mention) return `write ${mention[1]}, without brackets`;
  const ids = text.split(',').map((part) => part.trim());
  return ids.length > 1 && ids.every((id) => parseReference(id).ok) ? `write a list: [${ids.join(', ')}]` : undefined;
}
