import { isEmpty } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import type { Kind } from '../kind.ts';
import type { Day } from '../values/day.ts';
import { endDate } from './time.ts';

/** A finding that is known, and until when it is silent. */
export interface Mute {
  readonly code: string;
  readonly codeRange: Range;
  readonly until: Day;
}

/** Findings that are known: `{ overdue: 2026-12-04 }`. */
export const mute: Kind<readonly Mute[]> = {
  name: 'mute',
  form: 'a rule and the last day on which it is silent, such as { overdue: 2026-12-04 }',
  each: endDate,
  schema: (z) => z.record(z.string(), endDate.schema(z)),
  read(node, report) {
    if (node.kind !== 'map') {
      report(node.range, `write ${mute.form}`);
      return undefined;
    }
    return node.pairs.flatMap(({ key, value }) => {
      if (!value || isEmpty(value)) {
        report(key.range, `say until when: { ${key.text}: 2026-12-04 }`);
        return [];
      }
      const until = endDate.read(value, report);
      return until === undefined ? [] : [{ code: key.text, codeRange: key.range, until }];
    });
  },
};

/** A link to something outside of the plan. */
export interface ExternalLink {
  readonly name?: string;
  readonly url: string;
}

/** URLs, or names with URLs. */
export const links: Kind<readonly ExternalLink[]> = {
  name: 'links',
  form: 'URLs, or { name: url }',
  schema: (z) =>
    z.union([
      z.string(),
      z.record(z.string(), z.string()),
      z.array(z.union([z.string(), z.record(z.string(), z.string())])),
    ]),
  read(node, report) {
    if (node.kind === 'scalar') return [{ url: node.text }];
    if (node.kind === 'list') {
      return node.items.flatMap((item) => (item && !isEmpty(item) ? (links.read(item, report) ?? []) : []));
    }
    return node.pairs.flatMap(({ key, value }) => {
      if (!value || isEmpty(value)) return [];
      if (value.kind === 'scalar') return [{ name: key.text, url: value.text }];
      report(value.range, 'a link is one URL: { name: url }');
      return [];
    });
  },
};

/** Whatever stands there; checked by nobody. */
export const anything: Kind<true> = {
  name: 'anything',
  form: 'anything',
  schema: (z) => z.any(),
  read: () => true,
};
