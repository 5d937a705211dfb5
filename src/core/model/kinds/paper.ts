import { partRange } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind } from '../kind.ts';
import { parseReference } from '../values/reference.ts';
import type { WrittenReference } from './reference.ts';
import { asScalar } from './scalar.ts';
import { reportSurprise } from './text.ts';

/** A document that somebody has to hand in: a file of the repository, a page elsewhere, or an item of the plan. */
export interface Paper {
  readonly text: string;
  readonly range: Range;
  /** Of a file: the path as it is written. */
  readonly path: string | undefined;
  /** Of an item. */
  readonly reference: WrittenReference | undefined;
}

const FORM = 'a path such as docs/threat-model.md, an address, or an id';

/** What ends in a dot and a short word is a file, as is what begins like a path. */
const PATH = /^(?:\.{0,2}\/)|\.[A-Za-z][A-Za-z0-9]{0,9}(?:#.*)?$/;

/** Whether a paper is a file, and no item. */
export const isPath = (text: string): boolean => PATH.test(text);

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A document by its path, its address, or the item that it is. */
export const paper: Kind<Paper> = {
  name: 'paper',
  form: FORM,
  references: ({ reference }) => (reference ? [reference] : []),
  schema: (z) => z.union([z.string(), z.number()]),
  read(node, report) {
    const scalar = asScalar(node, FORM, report);
    if (!scalar) return undefined;
    reportSurprise(scalar, report);
    const text = scalar.text.trim();
    const range = partRange(scalar, scalar.text.indexOf(text), text.length);
    if (ADDRESS.test(text)) return { text, range, path: undefined, reference: undefined };
    if (isPath(text)) return { text, range, path: text, reference: undefined };
    const name = parseReference(text);
    if (name.ok) return { text, range, path: undefined, reference: { name: name.value, text, range } };
    report(scalar.range, `${quoted(scalar.text)} is not ${FORM}`);
    return undefined;
  },
};
