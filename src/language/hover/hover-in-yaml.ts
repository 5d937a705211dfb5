import { canonicalFieldName } from '../../core/model/field-name.ts';
import type { Form } from '../../core/model/kind.ts';
import { parseReference } from '../../core/model/values/reference.ts';
import { MAX_LENGTH } from '../../core/parse/yaml/limits.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';
import { visible } from '../../core/text/visible.ts';
import { documentKeys, fieldKeys, formKeys } from '../completion/keys/fields.ts';
import type { Key } from '../completion/keys/key.ts';
import { askerOf } from '../loose/asker.ts';
import { type Expected, entryOf, expectedAt, expectedIn } from '../loose/expected.ts';
import { frontMatterAt } from '../loose/front-matter-at.ts';
import { looseYaml } from '../loose/loose-block.ts';
import type { KeySpot, LooseScalar, ValueSpot } from '../loose/loose-node.ts';
import type { TextNow } from '../request.ts';
import type { Hover } from './hover.ts';
import { itemSection } from './item-section.ts';

/** What is said of a place in the configuration: what its keys mean, and how they are written. */
export function hoverInConfiguration(asked: TextNow): Hover | undefined {
  const { text } = asked;
  if (text.length > MAX_LENGTH) return undefined;
  return hoverInYaml(asked, { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length }, true);
}

/**
 * What is said of a place in front matter that is no field of an item, nor its value: the keys of registers, of
 * collections and of mappings within values, and the references in what is half written.
 */
export function hoverInFrontMatter(asked: TextNow): Hover | undefined {
  const content = frontMatterAt(asked.text, asked.offset);
  return content && hoverInYaml(asked, content, false);
}

function hoverInYaml(asked: TextNow, content: Range, isConfiguration: boolean): Hover | undefined {
  const { text, offset } = asked;
  // Before a word something else could be written; what is said is said of the word.
  const within = offset < content.end && /\S/.test(text[offset] as string) ? offset + 1 : offset;
  const { spot } = looseYaml(text, content.start, content.end, within);
  const known = { isConfiguration, ownFields: asked.plan.config.ownFields };
  switch (spot?.kind) {
    case 'key':
      return spot.map && keyHover(spot, expectedIn(spot.map, known), asked);
    case 'value':
      return referenceHover(spot, expectedAt(spot.slot, known), asked);
    default:
      return undefined;
  }
}

function keyHover({ pair }: KeySpot, expected: Expected | undefined, { plan }: TextNow): Hover | undefined {
  if (!pair || !expected) return undefined;
  const { key } = pair;
  const name = canonicalFieldName(key.text);
  const found = keysIn(expected, plan).find((each) => each.name === name || each.name === key.text);
  if (!found) return undefined;
  const { doc, form, kind } = found;
  const title = key.text === found.name ? found.name : `${found.name}, written as ${visible(key.text)}`;
  const lines = [doc, kind === 'collection' ? `Holds ${form.form}` : form.form === '' ? '' : `Form: ${form.form}`];
  return { range: rangeOf(key), sections: [{ title, lines: lines.filter((line) => line !== '') }] };
}

const NONE: ReadonlySet<string> = new Set();

/** Every key that a mapping can have. */
function keysIn(expected: Expected, plan: TextNow['plan']): readonly Key[] {
  switch (expected.kind) {
    case 'document':
      return expected.type === undefined ? [] : documentKeys(expected.type, NONE, plan);
    case 'items':
    case 'item':
      return fieldKeys(expected.type, NONE, 'entry', plan);
    case 'value':
      return formKeys(mappingOf(expected.form), NONE);
    default:
      return [];
  }
}

/** A list of mappings may be a single one. */
const mappingOf = (form: Form): Form => (form.keys || form.each ? form : (form.of ?? form));

function referenceHover({ scalar }: ValueSpot, expected: Expected | undefined, asked: TextNow): Hover | undefined {
  if (!scalar || expected?.kind !== 'value') return undefined;
  const { field } = expected;
  const one = expected.form.of ? (entryOf(expected) as typeof expected) : expected;
  if (!field || (one.form.name !== 'reference' && one.form.name !== 'dependency')) return undefined;
  const [written = ''] = scalar.text.trim().split(/\s/);
  const name = parseReference(written);
  const { program } = askerOf(asked, field.map, field.type);
  const target = name.ok
    ? asked.plan.lookup.find(name.value, program, field.spec.refersTo ?? ['any']).target
    : undefined;
  return target && itemHover(target, rangeOf(scalar), asked);
}

const itemHover = (item: Item, range: Range, asked: TextNow): Hover => ({
  range,
  sections: [itemSection(item, asked)],
});

const rangeOf = ({ start, end }: LooseScalar): Range => ({ start, end });
