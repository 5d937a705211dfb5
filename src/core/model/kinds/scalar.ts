import type { YamlNode, YamlScalar } from '../../parse/yaml/node.ts';
import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind, ReportValue } from '../kind.ts';
import type { Result } from '../values/result.ts';

/** Words that mean: not yet known. In dates, durations and persons they are no error, and no value. */
export const UNKNOWN = /^tbd$/i;

interface ScalarKind<T> {
  readonly name: string;
  readonly form: string;
  readonly parse: (text: string) => Result<T>;
  readonly schema: Kind<T>['schema'];
  /** Whether `tbd` is allowed. */
  readonly tbd?: boolean;
  readonly words?: readonly string[];
}

/** A kind that is read from one piece of text; the finding on it covers that text and names what it found. */
export function scalarKind<T>({ name, form, parse, schema, tbd, words }: ScalarKind<T>): Kind<T> {
  return {
    name,
    form,
    ...(words && { words }),
    schema,
    read(node, report) {
      const scalar = asScalar(node, form, report);
      if (!scalar || (tbd && UNKNOWN.test(scalar.text))) return undefined;
      const result = parse(scalar.text.trim());
      if (result.ok) return result.value;
      const message = `${quoted(scalar.text)} is not ${form}: ${result.why}`;
      report(scalar.range, message, 'invalid-value', result.suggestion);
      return undefined;
    },
  };
}

/** The scalar that a node is; a list or mapping is reported where one piece of text belongs. */
export function asScalar(node: YamlNode, form: string, report: ReportValue): YamlScalar | undefined {
  if (node.kind === 'scalar') return node;
  report(node.range, `a ${node.kind === 'list' ? 'list' : 'mapping'} stands here: write ${form}`);
  return undefined;
}

/** Reports a key that a mapping within a value does not have, with the one that is near. */
export function reportUnknownKey(key: YamlScalar, what: string, known: readonly string[], report: ReportValue): void {
  const near = nearest(key.text, known);
  const advice = near
    ? `did you mean ${near}?`
    : `it has ${known.slice(0, -1).join(', ')} and ${known[known.length - 1]}`;
  report(key.range, `${what} has no ${quoted(key.text)}: ${advice}`, 'invalid-value', near);
}
