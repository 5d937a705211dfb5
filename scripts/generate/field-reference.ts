import { configKeys } from '../../src/core/config/read-config.ts';
import { COMMON_FIELDS, type Fields, type ItemType } from '../../src/core/model/item-type.ts';
import type { FieldSpec, Kind } from '../../src/core/model/kind.ts';
import { ITEM_TYPES } from '../../src/core/model/registry.ts';
import { COMMON_STATUS_WORDS, readStatus } from '../../src/core/model/status.ts';
import { statusEffect, statusMeaning } from '../../src/core/model/status-meaning.ts';
import { RULE_CODES } from '../../src/core/rules/registry.ts';
import { escaped, generatedFrom, oneOf, page, table } from './markdown.ts';

/** The reference of every type, field and status, and of the keys of `milepost.yaml`. */
export function fieldReference(): Record<string, string> {
  return {
    'docs/fields.md': page([
      generatedFrom('the types in src/core/model'),
      '# Fields',
      [
        'Every type of item with its statuses and fields, and every key of `milepost.yaml`. [The plan format](format.md)',
        'says how items and values are written.',
      ].join('\n'),
      '## Every item',
      table(
        ['Field', 'Value', 'Meaning'],
        [
          ['`type`', 'the name of a type', 'In a file: what it is. An entry of a collection needs none.'],
          ['`id`', '[id](format.md#ids)', 'Its name in references.'],
          ['`status`', 'a [status](format.md#status) of its type', 'How it stands.'],
          ...rows(COMMON_FIELDS),
        ],
      ),
      ...ITEM_TYPES.flatMap(typeSection),
      '## register',
      [
        'A document that holds items and is none: `risks.md`, `decisions.md`. Its `program` and `workstream` are those of',
        'its entries, unless an entry says otherwise.',
      ].join('\n'),
      '## milepost.yaml',
      table(
        ['Key', 'Value', 'Meaning'],
        Object.entries(configKeys(RULE_CODES)).map(([key, { kind, doc }]) => [
          `\`${key}\``,
          nameOf(kind),
          escaped(doc),
        ]),
      ),
    ]),
  };
}

function typeSection(type: ItemType): string[] {
  const { open, closed } = type.statuses;
  return [
    `## ${type.name}`,
    [type.doc, held(type)].join(' '),
    table(
      ['Status', 'Means', 'Also read as it'],
      [...open, ...closed].map((status) => [
        `\`${status}\``,
        `${statusMeaning(type, status)}: ${statusEffect(type, status)}`,
        aliases(type, status)
          .map((word) => `\`${word}\``)
          .join(', '),
      ]),
    ),
    `Without \`status\`, ${closingDate(type)}.`,
    table(['Field', 'Value', 'Meaning'], rows(type.fields)),
  ];
}

const held = ({ collection, plural }: ItemType): string =>
  collection
    ? `A document holds several under \`${plural}\`.`
    : 'It has a document of its own, which can hold items of every other type.';

function closingDate({ closedOn, statuses, name }: ItemType): string {
  const dates = closedOn === 'completed' ? '`completed`' : `\`${closedOn}\` or \`completed\``;
  const occurred = name === 'risk' ? ', and `occurred_on` makes it `occurred`' : '';
  return `a date in ${dates} makes it \`${statuses.byDate}\`${occurred}`;
}

const aliases = (type: ItemType, status: string): readonly string[] =>
  COMMON_STATUS_WORDS.filter((word) => word !== status && readStatus(type, word, new Map()) === status);

const rows = (fields: Fields): string[][] =>
  Object.entries(fields).map(([name, spec]) => [`\`${name}\``, fieldValue(spec), escaped(spec.doc)]);

function fieldValue({ kind, refersTo }: FieldSpec<unknown>): string {
  if (!refersTo) return nameOf(kind);
  const to = refersTo.includes('any') ? 'any item' : withArticle(oneOf(refersTo));
  const [single, list] = nameOf(kind).split(', or a list');
  return `${single} to ${to}${list === undefined ? '' : ', or a list'}`;
}

const withArticle = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;

/** What the value of a kind is called, and where its form is told. */
const KINDS: Readonly<Record<string, string>> = {
  text: 'text',
  glob: 'glob pattern',
  person: '[person](format.md#people)',
  flag: '`true` or `false`',
  date: '[date or period](format.md#dates-and-periods)',
  day: '[day](format.md#dates-and-periods)',
  days: '[date, period or range](format.md#dates-and-periods)',
  duration: '[duration](format.md#durations)',
  interval: '[duration, working or elapsed](format.md#durations)',
  estimate: '[estimate](format.md#estimates)',
  level: '[level](format.md#percentages-and-levels)',
  probability: '[percentage or level](format.md#percentages-and-levels)',
  progress: '[percentage](format.md#percentages-and-levels), or `checklist`',
  reference: '[reference](format.md#references)',
  dependency: '[dependency](format.md#dependencies)',
  number: 'number',
  amount: '[amount](format.md#amounts)',
  stakeholder: '[stakeholder](format.md#stakeholders-and-cadence)',
  cadence: '[cadence](format.md#stakeholders-and-cadence)',
  escalation: '[escalation](format.md#escalations)',
  'key result': '[key result](format.md#objectives)',
  sample: '[sample](format.md#metrics)',
  source: '[CSV file](format.md#files-of-values)',
  paper: '[paper](format.md#papers)',
  calendar: '[calendar](format.md#calendars)',
  links: '[links](format.md#links)',
  mute: '[rules and dates](format.md#silencing-a-finding)',
  anything: 'anything',
  severities: '[severities](format.md#severities)',
  'stale limits': '[durations by type](format.md#staleness)',
  'status words': '[words by type and status](format.md#status-words-and-fields-of-your-own)',
  adapter: '[files and their convention](format.md#decision-records)',
  fields: '[kinds by field](format.md#status-words-and-fields-of-your-own)',
};

function nameOf({ name, form }: Kind<unknown>): string {
  if (name === 'choice') return form.replace(/[a-z-]+/g, (word) => (word === 'or' ? word : `\`${word}\``));
  const entry = /^list of (.+)$/.exec(name)?.[1];
  const label = KINDS[entry ?? name];
  if (label === undefined) throw new Error(`scripts/generate/field-reference.ts has no words for the kind “${name}”`);
  return entry === undefined || entry === 'anything' ? label : `${label}, or a list`;
}
