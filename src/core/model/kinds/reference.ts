import { isEmpty, partRange, valueAt, type YamlMap, type YamlScalar } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import { quoted } from '../../text/visible.ts';
import type { Form, Kind, ReportValue } from '../kind.ts';
import { type Duration, LAG_PATTERN } from '../values/duration.ts';
import {
  DEPENDENCY_PATTERN,
  LINK_PATTERN,
  LINK_TYPES,
  type LinkType,
  parseDependency,
  parseLag,
  parseLinkType,
  parseReference,
  REFERENCE_PATTERN,
  type ReferenceName,
} from '../values/reference.ts';
import { asScalar, reportUnknownKey } from './scalar.ts';
import { reportSurprise } from './text.ts';

/** A reference as written, before anything is looked up. */
export interface WrittenReference {
  readonly name: ReferenceName;
  /** The reference alone, as it stands in the source. */
  readonly text: string;
  /** The reference alone: without quotes, link type and lag. */
  readonly range: Range;
}

/** A dependency as written: a reference with its link type and lag. */
export interface WrittenDependency extends WrittenReference {
  readonly link: LinkType;
  readonly lag: Duration | undefined;
  /** Where the lag stands. */
  readonly lagRange: Range | undefined;
}

/** The name of an item. */
export const reference: Kind<WrittenReference> = {
  name: 'reference',
  form: 'an id such as api-freeze, or payments/ledger-export',
  references: (value) => [value],
  schema: (z) => z.union([z.string().regex(new RegExp(REFERENCE_PATTERN, 'u')), z.number()]),
  read(node, report) {
    const scalar = asScalar(node, reference.form, report);
    return scalar && readReference(scalar, report);
  },
};

const linkType: Form = { name: 'link type', form: 'FS, SS, FF or SF', words: LINK_TYPES };
const lag: Form = { name: 'lag', form: 'a lag such as 3d, -1w or 2ed' };

/** A reference with an optional link type and lag, as one line of text or as a mapping. */
export const dependency: Kind<WrittenDependency> = {
  name: 'dependency',
  form: 'a dependency such as api-freeze, api-freeze SS+3d, or { id: api-freeze, type: SS, lag: 3d }',
  keys: { id: reference, type: linkType, lag },
  references: (value) => [value],
  schema: (z) =>
    z.union([
      z.string().regex(new RegExp(DEPENDENCY_PATTERN, 'u')),
      z.number(),
      z.strictObject({
        id: reference.schema(z),
        type: z.union([z.enum(LINK_TYPES), z.string().regex(new RegExp(`^${LINK_PATTERN}$`)), z.null()]).optional(),
        lag: z.union([z.string().regex(new RegExp(`^${LAG_PATTERN}$`)), z.number(), z.null()]).optional(),
      }),
    ]),
  read(node, report) {
    if (node.kind === 'map') return readDependencyMap(node, report);
    const scalar = asScalar(node, dependency.form, report);
    if (!scalar) return undefined;
    reportSurprise(scalar, report);
    const text = scalar.text.trim();
    const read = parseDependency(text);
    if (!read.ok) {
      // YAML takes an entry that is indented deeper than the one above it for more of its text.
      const why = / - /.test(text) ? 'line up the dashes of the list' : read.why;
      report(scalar.range, `${quoted(scalar.text)} is not a dependency: ${why}`, 'invalid-value', undefined, text);
      return undefined;
    }
    const { name, length, link, lag, lagLength } = read.value;
    const start = scalar.text.indexOf(text);
    return {
      name,
      text: text.slice(0, length),
      range: partRange(scalar, start, length),
      link,
      lag,
      lagRange: lag && partRange(scalar, start + text.length - lagLength, lagLength),
    };
  },
};

function readReference(scalar: YamlScalar, report: ReportValue): WrittenReference | undefined {
  reportSurprise(scalar, report);
  const text = scalar.text.trim();
  const name = parseReference(text);
  if (name.ok) return { name: name.value, text, range: partRange(scalar, scalar.text.indexOf(text), text.length) };
  report(scalar.range, `${quoted(scalar.text)} is not a reference: ${name.why}`, 'invalid-value', undefined, text);
  return undefined;
}

function readDependencyMap(map: YamlMap, report: ReportValue): WrittenDependency | undefined {
  const id = valueAt(map, 'id');
  if (!id || isEmpty(id) || id.kind !== 'scalar') {
    report(map.range, 'this dependency names no item: write { id: api-freeze, type: SS, lag: 3d }');
    return undefined;
  }
  const read = readReference(id, report);
  let link: LinkType = 'FS';
  let lag: Duration | undefined;
  let lagRange: Range | undefined;
  for (const { key, value } of map.pairs) {
    if (!value || isEmpty(value) || key.text === 'id') continue;
    if (key.text !== 'type' && key.text !== 'lag') {
      reportUnknownKey(key, 'a dependency', ['id', 'type', 'lag'], report);
      continue;
    }
    const scalar = asScalar(value, 'one value', report);
    if (!scalar) continue;
    if (key.text === 'type') {
      const parsed = parseLinkType(scalar.text);
      if (parsed.ok) link = parsed.value;
      else report(scalar.range, `${quoted(scalar.text)} is not a link type: ${parsed.why}`);
    } else {
      const parsed = parseLag(scalar.text);
      if (parsed.ok) [lag, lagRange] = [parsed.value, scalar.range];
      else report(scalar.range, `${quoted(scalar.text)} is not a lag: ${parsed.why}`);
    }
  }
  return read && { ...read, link, lag, lagRange };
}
