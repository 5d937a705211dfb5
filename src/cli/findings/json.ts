import { formatDay } from '../../core/model/values/day.ts';
import type { Finding, Related } from '../../core/rules/finding.ts';
import { toJson } from '../json.ts';
import type { Format } from './format.ts';
import { spanOf } from './position.ts';

/** For programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export const formatJson: Format = ({ today, documents, items, counts, findings }) =>
  toJson({
    today: formatDay(today),
    summary: { documents, items, errors: counts.error, warnings: counts.warning, infos: counts.info },
    findings: findings.map(findingJson),
  });

/** A finding as every JSON document tells it. */
export function findingJson(finding: Finding) {
  const { code, severity, message, item, source, related } = finding;
  return {
    code,
    severity,
    message,
    item: item?.key ?? null,
    file: source.path,
    range: spanOf(finding),
    related: related.map(relatedJson),
  };
}

function relatedJson(related: Related) {
  return { message: related.message, file: related.source.path, range: spanOf(related) };
}
