import { partRange } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind } from '../kind.ts';
import { asScalar } from './scalar.ts';
import { reportSurprise } from './text.ts';

/** A CSV file of the repository, as a field names it. */
export interface WrittenFile {
  /** As it is written: from the document, or from the root where it begins with a slash. */
  readonly path: string;
  readonly range: Range;
}

const FORM = 'the path of a CSV file, such as metrics/velocity.csv';

const IS_CSV = /\.csv$/i;

const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A CSV file by its path. */
export const valueFile: Kind<WrittenFile> = {
  name: 'CSV file',
  form: FORM,
  schema: (z) => z.string().regex(/^(?![A-Za-z][A-Za-z0-9+.-]*:\/\/).*\.[cC][sS][vV]\s*$/),
  read(node, report) {
    const scalar = asScalar(node, FORM, report);
    if (!scalar) return undefined;
    reportSurprise(scalar, report);
    const path = scalar.text.trim();
    const range = partRange(scalar, scalar.text.indexOf(path), path.length);
    if (IS_CSV.test(path) && !ADDRESS.test(path)) return { path, range };
    const why = ADDRESS.test(path) ? 'nothing is ever fetched; put the file into the repository' : `write ${FORM}`;
    report(scalar.range, `${quoted(scalar.text)} is not ${FORM}: ${why}`);
    return undefined;
  },
};
