import type { Item } from '../plan/item.ts';
import type { Finding } from '../rules/finding.ts';
import { inSteps } from '../text/in-steps.ts';
import type { FindingChanges } from './plan-diff.ts';

/**
 * The findings that only one side has. A finding is known again by its rule, its item and the words that it stands on;
 * neither by its line, which moves, nor by its message, which may count days. Where the words are others, one that is no
 * error is the same all the same, if it stands in the same field of its item: a date that was moved and is still late.
 * In steps.
 * @param formerly what an item was on the base side
 */
export function* findingChanges(
  base: readonly Finding[],
  head: readonly Finding[],
  formerly: (item: Item) => Item | undefined,
): Generator<void, FindingChanges> {
  const known = new Map<string, Finding[]>();
  yield* inSteps(
    base,
    (finding) => {
      const key = keyOf(finding, finding.item);
      const same = known.get(key);
      if (same) same.push(finding);
      else known.set(key, [finding]);
    },
    AT_ONCE,
  );
  const isNew = (finding: Finding): boolean => {
    const { item } = finding;
    return known.get(keyOf(finding, item && (formerly(item) ?? item)))?.shift() === undefined;
  };
  const added: Finding[] = [];
  yield* inSteps(head, (finding) => isNew(finding) && added.push(finding), AT_ONCE);
  const left = new Set([...known.values()].flat());
  const standing = new Map<string, Finding[]>();
  for (const finding of left) {
    const place = placeOf(finding, finding.item);
    if (place !== undefined) standing.set(place, [...(standing.get(place) ?? []), finding]);
  }
  const still = added.filter((finding) => {
    const { item } = finding;
    const place = placeOf(finding, item && (formerly(item) ?? item));
    const same = place === undefined ? undefined : standing.get(place)?.shift();
    return same !== undefined && left.delete(same);
  });
  const isStill = new Set(still);
  return {
    new: added.filter((finding) => !isStill.has(finding)),
    resolved: base.filter((finding) => left.has(finding)),
  };
}

/** The rule, the item and the field that a finding stands in, where that is all there is to it; of an error the words count. */
function placeOf({ code, severity, range, item }: Finding, known: Item | undefined): string | undefined {
  if (!item || !known || severity === 'error') return undefined;
  for (const { name, value } of item.parsed.fields.values()) {
    if (value && value.range.start <= range.start && range.end <= value.range.end)
      return `${code}\n${known.key}\n${name}`;
  }
  return undefined;
}

/** After so many findings a host may do something else. */
const AT_ONCE = 500;

/** @param known the item of the finding, as the base side calls it */
function keyOf({ code, source, range, item }: Finding, known: Item | undefined): string {
  const words = source.text.slice(range.start, Math.min(range.end, range.start + 200));
  if (!known) return `${code}\n${source.path}\n${words}`;
  // A finding on an id is the same on the id that it was renamed to.
  return `${code}\n${known.key}\n${words === item?.id ? '' : words}`;
}
