import type { Finding } from '../../core/rules/finding.ts';

/** Findings in the order of their places, divided by the file they stand in. */
export function byFile(findings: readonly Finding[]): readonly { path: string; findings: readonly Finding[] }[] {
  const groups: { path: string; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const { path } = finding.source;
    const last = groups.at(-1);
    if (last?.path === path) last.findings.push(finding);
    else groups.push({ path, findings: [finding] });
  }
  return groups;
}
