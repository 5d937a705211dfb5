import fc from 'fast-check';
import type { ItemType } from '../../src/core/model/item-type.ts';
import { fieldNames, fieldOf, ITEM_TYPES } from '../../src/core/model/registry.ts';
import { statusesOf } from '../../src/core/model/status.ts';

/** The ids that items of each type have: few, so that references meet them, and so that some are there twice. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  program: ['atlas', 'beta'],
  workstream: ['core', 'web'],
  milestone: ['a', 'b', 'c', 'd', 'e', 'f'],
  dependency: ['V-1', 'V-2'],
  decision: ['D-1', 'D-2', 'D-3'],
  risk: ['R-1', 'R-2'],
  issue: ['I-1', 'I-2'],
  action: ['A-1', 'A-2'],
};
const EVERY_ID = Object.values(IDS).flat();

const PAST = ['2026-05-01', '2026-10-02', '2026-11-10', '2026-11-20'];
// The fifth and sixth are a weekend: between them nothing is worked.
const DAYS = [...PAST, '2026-11-24', '2026-12-05', '2026-12-06', '2026-12-11', '2027-02-01', '2026-W50'];

/** What is written in fields of each kind. */
const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  date: DAYS,
  day: PAST.concat('2026-12-24'),
  person: ['maria', 'chen', 'tbd'],
  text: ['Launch', 'The move', '"a: b"', 'x'],
  duration: ['3d', '2w', '20d'],
  interval: ['5d', '3ew'],
  progress: ['0', '40', '100', 'checklist'],
  probability: ['10%', '80%'],
  level: ['low', 'high', 'very-high'],
  calendar: ['{ workdays: [mon, tue] }', '{ holidays: [2026-11-20] }'],
  estimate: ['1d / 3d / 9d'],
  mute: [
    '{ overdue: 2026-12-01 }',
    '{ stale: 2026-11-22, missing-owner: 2026-12-01 }',
    '{ forecast-late: 2026-12-01, blocked: 2026-12-01 }',
    '{ blokced: 2026-12-01 }',
  ],
  number: ['40', '41.5', '0'],
  source: ['v.csv', '/atlas/v.csv', '{ file: /atlas/v.csv, value: b }', '../v.csv', '/atlas/w.csv'],
  'list of sample': ['[{ date: 2026-11-10, value: 43 }, { date: 2026-11-20, value: 39 }]'],
  'list of day': ['[2026-12-01..2026-12-24]', '[2026-11-02]'],
  'list of text': ['[x, y]'],
};

/** Fields that few rules look at would be most of what is written. */
const RARE = new Set(['priority', 'phase', 'note', 'description', 'links', 'created', 'stakeholders', 'consulted']);
const SEVERITIES = ['green', 'amber', 'red', 'firm', 'accept', 'mitigate', 'yes'];

/** The values of a field that are tried; what is wrong with some of them is part of it. */
function valuesOf(name: string, type: ItemType): readonly string[] {
  if (name === 'status') return [...statusesOf(type), ...statusesOf(type), 'nearly'];
  const spec = fieldOf(type, name);
  const refersTo = name === 'program' || name === 'workstream' ? [name] : spec?.refersTo;
  if (!spec || !refersTo) return BY_KIND[spec?.kind.name ?? ''] ?? SEVERITIES;
  const ids = refersTo.includes('any') ? EVERY_ID : refersTo.flatMap((other) => IDS[other] ?? []);
  const one = [...ids, ...ids, ...ids.map((id) => `beta/${id}`), 'abb', 'corre', 'gone/a', 'R-1', `${ids[0]} `];
  if (!spec.kind.name.startsWith('list')) return one;
  const links = name === 'depends_on' ? ids.map((id) => `"${id} SS+3d"`) : ids;
  return [...one, ...links].map(
    (id, i) => `[${[id, ids[i % ids.length], ids[(i * 5) % ids.length]].slice(0, 1 + (i % 3)).join(', ')}]`,
  );
}

/** A field that items of a type have, with a value. */
export function arbitraryField(type: ItemType): fc.Arbitrary<readonly [string, string]> {
  const names = fieldNames(type).filter((name) => name !== 'type' && name !== 'id' && !RARE.has(name));
  const common = names.filter((name) =>
    /^(?:status|owner|due|depends_on|blocks|updated|started|relates_to)$/.test(name),
  );
  return fc
    .tuple(fc.constantFrom(...names, ...common, ...common), fc.nat(1000))
    .map(([name, number]) => [name, picked(valuesOf(name, type), number)]);
}

const picked = (values: readonly string[], number: number): string => values[number % values.length] as string;

/** Another value for a field that is written somewhere: most that would fit there, whatever the type. */
export function anotherValue(name: string, number: number): string {
  const types = ITEM_TYPES.filter((type) => name === 'status' || fieldOf(type, name));
  if (name === 'id') return picked(EVERY_ID, number);
  return types.length === 0 ? 'x' : picked(valuesOf(name, picked(types as never, number) as never), number);
}

/** An item: its id, and its fields. */
export function arbitraryItem(type: ItemType): fc.Arbitrary<readonly (readonly [string, string])[]> {
  return fc
    .tuple(
      fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(...(IDS[type.name] ?? EVERY_ID)) },
        fc.constantFrom(...EVERY_ID),
      ),
      fc.uniqueArray(arbitraryField(type), { selector: ([name]) => name, maxLength: 7, size: 'max' }),
      fc.boolean(),
    )
    .map(([id, fields, owned]) => [
      ['id', id],
      ...(owned && !fields.some(([name]) => name === 'owner') ? [['owner', 'noor'] as const] : []),
      ...fields,
    ]);
}
