import fc from 'fast-check';
import { ITEM_TYPES, REGISTER } from '../../src/core/model/registry.ts';
import { arbitraryItem } from './arbitrary-items.ts';

/** Everything that a plan is made of: its files, and the day. */
export interface Texts {
  readonly files: ReadonlyMap<string, string>;
  readonly today: number;
}

const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);

/** Front matter of a file: one field a line. */
const lines = (fields: readonly (readonly [string, string])[]): string =>
  fields.map((field) => `${field.join(': ')}\n`).join('');

/** An entry of a collection, as it stands in front matter. */
export const arbitraryEntry = (type: (typeof ITEM_TYPES)[number]): fc.Arbitrary<string> =>
  arbitraryItem(type).map((fields) => `  - { ${fields.map((field) => field.join(': ')).join(', ')} }\n`);

const collections = fc
  .tuple(
    ...ITEM_TYPES.filter((type) => type.collection).map((type) =>
      fc
        .array(arbitraryEntry(type), { maxLength: type.name === 'milestone' ? 5 : 2, size: 'max' })
        .map((entries) => (entries.length > 0 ? `${type.plural}:\n${entries.join('')}` : '')),
    ),
  )
  .map((parts) => parts.join(''));

const PROSE = [
  ...['# a\n', '## b: the second\n', '## R-1\n', '### Notes\n', 'text\n', '- [ ] open\n', '- [x] done\n'],
  ...['see [[a]]\n', 'see [[D-1]] and [[D-2]]\n', 'see [[nothing]]\n', 'see [[atlas/c]]\n', '[n](n.md)\n'],
  // The names of files, which come and go more often than those of items.
  ...['see [[q]]\n', 'see [[S]] and [[readme]]\n'],
  ...['<!-- milepost milestones -->\n\nNo milestones.\n\n<!-- /milepost 2026-11-21 -->\n'],
  ...['<!-- milepost status owner=maria -->\n\nNo programs.\n\n<!-- /milepost 2026-10-01 -->\n'],
  // What these hold becomes right and wrong again as items come and go.
  ...['<!-- milepost risks show=open -->\n\nNo risks.\n\n<!-- /milepost 2026-11-20 -->\n'],
  ...['<!-- milepost decisions owner=maria -->\n\nNo decisions.\n\n<!-- /milepost 2026-10-01 -->\n'],
  ...['<!-- milepost decisions status=rejected -->\n\nNo decisions.\n\n<!-- /milepost 2026-10-01 -->\n'],
  ...['<!-- milepost timeline status=done -->\n\nNo milestones with a forecast.\n\n<!-- /milepost 2026-12-24 -->\n'],
  ...['[p](p.md#a)\n', '[q](../atlas/q.md#notes)\n', '[r](/beta/r.md#nots)\n', '[README](/atlas/README.md)\n'],
];

/** A few lines of a body. */
export const arbitraryProse = fc.array(oneOf(...PROSE), { maxLength: 5 }).map((parts) => parts.join(''));

const item = (type: (typeof ITEM_TYPES)[number]) =>
  arbitraryItem(type).map((fields) => `type: ${type.name}\n${lines(fields)}`);
const holder = fc.oneof(
  fc.constant(`type: ${REGISTER}\n`),
  oneOf('atlas', 'beta', 'betta').map((id) => `type: ${REGISTER}\nprogram: ${id}\n`),
  ...ITEM_TYPES.filter(({ name }) => name === 'program' || name === 'workstream').map(item),
);

/** A file of a plan: one item, or a program, a workstream or a register with what it holds. */
export const arbitraryFile = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...ITEM_TYPES).chain(item),
      fc.tuple(holder, collections).map((parts) => parts.join('')),
    ),
    arbitraryProse,
  )
  .map(([matter, prose]) => `---\n${matter}---\n${prose}`);

/** The configuration by which the files of a folder are decision records. */
export const RECORDS_READ = 'adapters: [{ use: adr, files: "adr/*.md" }]\n';

/** What a record says of its status, in the ways of several tools. */
export const arbitraryStatus: fc.Arbitrary<string> = oneOf(
  ...['## Status\n\nRejected\n', '## Status\n\nProposed\n', '* Status: accepted\n* Date: 2026-11-03\n'],
  ...['## Status\n\nSuperseded by [1](D-1.md)\n', '## Status\n\nAccepted\n\nSupersedes ADR-1, 2026-11-03\n'],
  ...['## Status\n\nSuperseded by [[D-1]]\n', '* Status: proposed\n* Deciders: maria, chen\n', '## Context\n', ''],
);

/** An architecture decision record. */
export const arbitraryRecord = fc
  .tuple(
    oneOf(
      ...['', '---\nstatus: superseded by [a](a.md)\ndate: 14/10/2026\ndecision-makers: [chen, maria]\n---\n'],
      ...['---\nstatus: rejected\n---\n', '---\ndue: 2026-12-01\nowner: maria\n---\n'],
    ),
    arbitraryStatus,
    arbitraryProse,
  )
  .map(([matter, status, prose]) => `${matter}# Use it\n\n${status}\n${prose}`);

/** Where files of a plan lie. */
export const arbitraryPath = fc
  .tuple(oneOf('', 'atlas/', 'beta/', 'beta/deep/'), oneOf('README', 'p', 'q', 'r', 's', 'n'))
  .map(([folder, name]) => `${folder}${name}.md`);

/** Where the files of values lie that metrics name. */
export const VALUE_FILES: readonly string[] = ['v.csv', 'atlas/v.csv', 'beta/v.csv'];

/** What is in them; undefined of one that is not there. */
export const arbitraryValues = fc.constantFrom(
  ...['2026-11-10,44\n2026-11-12,43\n2026-11-16,41\n2026-11-20,39\n', 'date;b\r\n20.11.2026;41,5\r\n', ''],
  ...['date,a,b\n2026-11-20,1,2\nx,2,3\n', '2026-11-20,many\n', '"', undefined],
);

/** A plan with a program, mentions, duplicates and circles, in which much is wrong. */
export const arbitraryTexts: fc.Arbitrary<Texts> = fc
  .record({
    held: collections,
    more: fc.dictionary(arbitraryPath, arbitraryFile, { minKeys: 2, maxKeys: 9, size: 'max' }),
    records: fc.dictionary(oneOf('adr/a.md', 'adr/D-1.md', 'adr/1-b.md'), arbitraryRecord),
    values: fc.tuple(...VALUE_FILES.map(() => arbitraryValues)),
    today: fc.constantFrom(20_778, 20_800),
  })
  .map(({ held, more, records, values, today }) => ({
    files: new Map([
      ...Object.entries(more),
      ...Object.entries(records),
      ['milepost.yaml', RECORDS_READ] as const,
      ...VALUE_FILES.flatMap((path, at) => (values[at] === undefined ? [] : [[path, values[at]] as const])),
      ['atlas/README.md', `---\ntype: program\nid: atlas\nowner: maria\n${held}---\n`],
    ]),
    today,
  }));
