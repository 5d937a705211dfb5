import { COMMON_FIELDS } from '../../core/model/item-type.ts';
import type { Kind } from '../../core/model/kind.ts';
import { statusesOf } from '../../core/model/status.ts';
import type { Field } from '../../core/parse/document.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { oneOf, withArticle } from '../../core/text/words.ts';
import type { HoverSection } from './hover.ts';

/** What a field means, and what may stand in it. */
export function fieldSection({ name, spec, key }: Field, item: Item, plan: Plan): HoverSection {
  const title = key.text === name ? name : `${name}, written as ${key.text}`;
  return { title, lines: linesOf(name, spec, item, plan).filter((line) => line !== '') };
}

function linesOf(name: string, spec: Field['spec'], { type }: Item, { config }: Plan): readonly string[] {
  if (name === 'type') return ['What it is. An entry of a collection needs none.'];
  if (name === 'id') return ['Its name in references.', 'Form: letters, digits, ".", "_" and "-"'];
  if (name === 'status') {
    return [
      'How it stands.',
      `One of: ${statusesOf(type).join(', ')}`,
      `Where none is written: ${type.statuses.open[0]}`,
    ];
  }
  if (!spec) return [];
  const isOwn = config.ownFields.get(name) === spec.kind && !Object.hasOwn(COMMON_FIELDS, name);
  const to = spec.refersTo && !spec.refersTo.includes('any') ? `Refers to ${withArticle(oneOf(spec.refersTo))}` : '';
  return [
    isOwn ? 'A field of this project, from milepost.yaml.' : spec.doc,
    `Form: ${formOf(spec.kind)}`,
    to,
    name in DEFAULTS ? `Where it is not written: ${DEFAULTS[name]}` : '',
  ];
}

/** What holds where a field is left out, as far as that is not plain. */
const DEFAULTS: Readonly<Record<string, string>> = {
  title: 'the first heading of the document, else the id',
  owner: 'the owner of its workstream',
  program: 'that of the document, else of its folder',
  workstream: 'that of the document, where it describes one',
  calendar: 'that of its workstream, over that of its program, over that of milepost.yaml',
  commitment: 'target; firm, where key says so',
  duration: 'the likely value of its estimate, else none',
  progress: 'none, until it is done',
};

/** What the forms of dates and lengths look like, where their kinds name them in a word. */
const FORMS: Readonly<Record<string, string>> = {
  date: 'a day such as 2026-12-11, or a period such as 2026-W50, 2026-12, 2026-Q4 or 2026; tbd while nobody knows',
  day: 'a day such as 2026-12-11',
  duration: 'working time such as 3d, 2w or 0.5d',
  interval: 'working time such as 3d or 2w, or elapsed time such as 10ed',
  level: 'very-low, low, medium, high, very-high, or 1 to 5',
  probability: 'a percentage such as 40%, or a level from very-low to very-high',
};

const formOf = ({ name, form }: Kind<unknown>): string => FORMS[name] ?? form;
