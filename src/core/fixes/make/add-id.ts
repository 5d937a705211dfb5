import { typeNamed } from '../../model/registry.ts';
import { collectionOf } from '../../parse/collections.ts';
import type { YamlMap } from '../../parse/yaml/node.ts';
import { suggestId } from '../../scaffold/suggest-id.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { insertField, insertFirst } from '../edit/insert-field.ts';
import { isEmptyPair, writeValue } from '../edit/set-fields.ts';
import { pairNamed, type Step, stepsTo, treeOf } from '../edit/tree.ts';
import type { FixMaker } from '../fix.ts';
import { programOf } from '../program-of.ts';

/** Gives an entry the id that it lacks: the next number, or one made of its title. */
export const addId: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const root = document && treeOf(document);
  if (!document || !root) return [];
  const steps = stepsTo(root, finding.range.start);
  const map = mapWithoutId(steps, finding.range.start);
  if (!map) return [];
  const holder = steps[1]?.kind === 'entry' ? steps[0] : undefined;
  const type = holder?.kind === 'pair' ? collectionOf(holder.pair)?.type : typeNamed(document.type);
  if (!type) return [];
  const title = pairNamed(map, 'title')?.value;
  const id = suggestId(type, title?.kind === 'scalar' ? title.text : '', programOf(document, plan), plan);
  const written = yamlWord(id);
  const pair = pairNamed(map, 'id');
  const edit = pair
    ? pair.value
      ? { range: pair.value.range, text: written }
      : writeValue(document.text, pair, written)
    : map === root
      ? insertField(document, map, 'id', written)
      : insertFirst(document, map, 'id', written);
  return edit ? [{ title: `Add id: ${id}`, edits: inDocument(document, [edit]), preferred: true }] : [];
};

/** The mapping that a finding on a missing id is about: it stands on its first field, or on the empty `id`. */
function mapWithoutId(steps: readonly Step[], offset: number): YamlMap | undefined {
  const last = steps.at(-1);
  if (last?.kind === 'entry') return last.node.kind === 'map' && last.node.pairs.length === 0 ? last.node : undefined;
  // The first field may hold a mapping or list itself.
  const step = steps.find((one) => one.kind === 'pair' && one.pair.key.range.start === offset);
  if (step?.kind !== 'pair') return undefined;
  const id = pairNamed(step.map, 'id');
  return !id || isEmptyPair(id) ? step.map : undefined;
}
