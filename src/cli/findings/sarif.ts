import type { Severity } from '../../core/config/severity.ts';
import type { Finding, Related } from '../../core/rules/finding.ts';
import { RULES } from '../../core/rules/registry.ts';
import { visible } from '../../core/text/visible.ts';
import { findingKey } from '../../core/views/finding-key.ts';
import { escapeUnseen } from '../json.ts';
import { VERSION } from '../version.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import { rulePage } from './rule-page.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, for code scanning and for viewers of it: every rule, and each finding with what belongs to it. */
export const formatSarif: Format = ({ findings }, context) => {
  const log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Milepost', semanticVersion: VERSION, rules: RULES.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, context)),
      },
    ],
  };
  return `${escapeUnseen(JSON.stringify(log, undefined, 2))}\n`;
};

const RULE_INDEX = new Map(RULES.map((rule, index) => [rule.code, index]));

function ruleOf({ code, severity }: (typeof RULES)[number]) {
  const words = code.replaceAll('-', ' ');
  const page = rulePage(code);
  return {
    id: code,
    shortDescription: { text: words.charAt(0).toUpperCase() + words.slice(1) },
    ...(page ? { helpUri: page } : {}),
    defaultConfiguration: severity === 'off' ? { enabled: false } : { level: LEVELS[severity] },
  };
}

function resultOf(finding: Finding, context: FormatContext) {
  const { code, severity, message, item, related } = finding;
  const about = item ? { logicalLocations: [{ fullyQualifiedName: item.key, kind: item.type.name }] } : {};
  return {
    ruleId: code,
    ruleIndex: RULE_INDEX.get(code) ?? -1,
    level: LEVELS[severity],
    message: { text: plain(message) },
    locations: [{ physicalLocation: locationOf(finding, context), ...about }],
    ...(related.length > 0
      ? {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: plain(other.message) },
            physicalLocation: locationOf(other, context),
          })),
        }
      : {}),
    // So that a finding is known again when lines move.
    partialFingerprints: { 'milepost/v1': findingKey(finding) },
  };
}

function locationOf(at: Finding | Related, { place }: FormatContext) {
  const { start, end } = spanOf(at);
  return {
    artifactLocation: { uri: uriOf(place.fromRepository(at.source.path)), uriBaseId: '%SRCROOT%' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

const uriOf = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** In a SARIF message brackets make links (§3.11.6): ours are only brackets. */
const plain = (text: string): string => visible(text).replace(/[\\[\]]/g, '\\$&');
