import { fieldOf, ITEM_TYPES } from '../../model/registry.ts';
import { LINK_TYPES, type LinkType } from '../../model/values/reference.ts';
import type { IncomingLink } from '../incoming.ts';
import { durationText } from '../values/durations.ts';
import type { Column } from './columns.ts';
import type { Row } from './read-table.ts';

/** The key of the item of a name; undefined where no row has it. */
type KeyOf = (name: string) => string | undefined;

/** Fields that name items, and relations. */
const RELATIONS: ReadonlySet<string> = new Set([
  'waits-for',
  ...ITEM_TYPES.flatMap((type) =>
    Object.keys(type.fields).filter((name) => {
      const spec = fieldOf(type, name);
      // A key result has a metric among other things: no cell can say it as a name.
      return name !== 'key_results' && spec?.refersTo !== undefined && spec.kind.references !== undefined;
    }),
  ),
  'relates_to',
]);

/** Whether a column names other items. */
export const isRelation = (target: string | undefined): boolean => target !== undefined && RELATIONS.has(target);

/** What a row says of its relations to other items. */
export function linksIn({ cells }: Row, columns: readonly Column[], keyOf: KeyOf): readonly IncomingLink[] {
  return columns.flatMap(({ index, target }) => {
    const cell = cells[index]?.trim() ?? '';
    if (cell === '' || target === undefined || !isRelation(target)) return [];
    return linksOf(cell, target === 'depends_on' ? 'waits-for' : target, keyOf);
  });
}

function linksOf(cell: string, relation: string, keyOf: KeyOf): readonly IncomingLink[] {
  const whole = keyOf(cell);
  if (whole !== undefined) return [{ relation, key: whole }];
  const links: IncomingLink[] = [];
  for (const part of cell.split(/[,;\n]/).map((text) => text.trim())) {
    // A dependency that is written as a mapping: `id: api-draft, type: SF, lag: 1w`.
    const [, name, value = ''] = /^(id|type|lag): (.+)$/.exec(part) ?? [];
    const last = links.at(-1);
    if (name === 'type' && last && isLinkType(value)) links[links.length - 1] = { ...last, type: value };
    else if (name === 'lag' && last) links[links.length - 1] = { ...last, lag: value };
    else if (part !== '') links.push({ relation, ...linkOf(name === 'id' ? value : part, keyOf) });
  }
  return links;
}

/** `api-freeze`, `schema SS+5d`, and as MS Project writes it `12FS+2 days`. */
const WITH_TYPE = /^(?:(\d+)\s*|(\S.*?)\s+)(FS|SS|FF|SF)?\s*([+-]\s*\d.*)?$/i;

function linkOf(text: string, keyOf: KeyOf): Omit<IncomingLink, 'relation'> {
  const whole = keyOf(text);
  if (whole !== undefined) return { key: whole };
  const [, numbered, named, type, lag] = WITH_TYPE.exec(text) ?? [];
  const name = named ?? numbered;
  if (name === undefined || (type === undefined && lag === undefined)) return { key: withoutProgram(text, keyOf) };
  const upper = type?.toUpperCase();
  const length = lag === undefined ? undefined : durationText(lag.replace(/\s+/g, ''));
  return {
    key: withoutProgram(name, keyOf),
    ...(upper !== undefined && isLinkType(upper) && { type: upper }),
    ...(length !== undefined && { lag: length }),
  };
}

/** The key of a name, of which a program may stand before an id. */
function withoutProgram(name: string, keyOf: KeyOf): string {
  return keyOf(name) ?? keyOf(name.slice(name.indexOf('/') + 1)) ?? name;
}

const isLinkType = (text: string): text is LinkType => (LINK_TYPES as readonly string[]).includes(text);
