import { type FileSamples, samplesIn } from '../metrics/source/samples-in.ts';
import { fileOf } from '../metrics/source/value-files.ts';
import type { ValueTable } from '../metrics/source/value-table.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { relativePath } from '../text/relative-path.ts';
import type { Source } from '../text/source.ts';
import { quoted, visible } from '../text/visible.ts';
import { counted } from '../text/words.ts';
import type { Related } from './finding.ts';
import { isHidden } from './missing-paper.ts';
import type { Rule } from './rule.ts';

/**
 * A metric whose file of values is not there, or cannot be read.
 *
 * The `source` of a metric is a CSV file in the repository, by its path from the document, or from the root where it begins
 * with `/`. Each line has a date and a value; a first line may name the columns, and where there are several of values,
 * `source: { file: metrics/team.csv, value: velocity }` says which is meant. Lines that cannot be read are named, with what
 * would be right, and cost no more than themselves.
 *
 * @notOk
 * ```md
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * source: metrics/velocity.csv
 *         ~~~~~~~~~~~~~~~~~~~~ metric-source
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: metric
 * id: velocity
 * owner: dana
 * samples:
 *   - { date: 2026-11-20, value: 41 }
 * ---
 * ```
 */
export const metricSource: Rule = {
  code: 'metric-source',
  severity: 'warning',
  check({ plan }, report) {
    for (const item of plan.ofType('metric')) {
      const { source, samples } = item.values;
      if (!item.open || !source) continue;
      const range = source.at('file');
      if (samples && samples.length > 0) {
        const message = `${item.id} has values here and in ${named(item)}: keep them in one place`;
        report({ item, range: item.at('samples'), message });
      }
      const path = fileOf(source, item.document.path);
      const table = path === undefined ? undefined : plan.valueFiles?.at(path);
      if (table) {
        const found = troubleIn(table, samplesIn(table, source.values), item);
        if (found) report({ item, range, ...found });
      } else {
        const message = whyMissing(path, item, plan);
        if (message !== undefined) report({ item, range, ...message });
      }
    }
  },
};

const named = ({ values: { source } }: Item): string => quoted(source?.values.file?.path ?? '');

/** Why there is no such file, as far as anybody can tell. */
function whyMissing(path: string | undefined, item: Item, plan: Plan) {
  if (path === undefined) {
    return {
      message: `${named(item)} leads out of the plan: nothing outside of its folder is read, so put the file there`,
    };
  }
  const paths = plan.valueFiles?.paths ?? [];
  // One that is there could not be read for now.
  if (plan.partial || paths.includes(path)) return undefined;
  if (isHidden(path))
    return { message: `${named(item)} is in a hidden folder, and these are not read: put it elsewhere` };
  const near = nearest(path, paths);
  const suggestion = near === undefined ? undefined : pathAs(item, near);
  const advice = suggestion === undefined ? 'add it, or correct the path' : `did you mean ${visible(suggestion)}?`;
  return { message: `${item.id} has its values in ${named(item)}, and there is no such file: ${advice}`, suggestion };
}

/** A path as the source of an item would say it. */
function pathAs({ values: { source }, document }: Item, path: string): string {
  const isFromRoot = source?.values.file?.path.startsWith('/');
  return (isFromRoot ? `/${path}` : relativePath(document.path, path)).replace(/[%#?]/g, encodeURIComponent);
}

/** What is wrong with a file that is there. */
function troubleIn(
  { source }: ValueTable,
  { samples, faults, faulty, trouble }: FileSamples,
  item: Item,
): { readonly message: string; readonly related?: readonly Related[] } | undefined {
  if (trouble !== undefined) return { message: `${named(item)} cannot be read: ${trouble}` };
  const [first] = faults;
  if (!first) {
    if (samples.length > 0) return undefined;
    return { message: `${named(item)} has no values: write a date and a value on each line, such as 2026-11-20,41` };
  }
  const more = faulty > 1 ? `, and ${counted(faulty - 1, 'more line')} cannot be read` : '';
  return {
    message: `line ${first.line} of ${named(item)}: ${first.message}${more}`,
    related: faults.map(({ line, message }) => ({ message, source, range: rangeOfLine(line, source) })),
  };
}

/** What stands on a line, from one; of a cell over several lines the last. */
function rangeOfLine(line: number, { lines, text }: Source): Range {
  const start = lines.lineStart(line - 1);
  return { start, end: start + text.slice(start, lines.lineStart(line)).trimEnd().length };
}
