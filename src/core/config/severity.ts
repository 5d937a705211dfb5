/** How much a finding matters; `off` is only for configuration. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Orders severities: the smaller, the worse. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
