/** A place as an editor counts: lines and UTF-16 columns from zero, a byte order mark not counted. */
export interface ToldPlace {
  readonly start: readonly [line: number, column: number];
  readonly end: readonly [line: number, column: number];
}

/** A finding as people come upon it, in whatever host. */
export interface ToldFinding {
  readonly file: string;
  readonly range: ToldPlace;
  readonly severity: string;
  readonly code: string;
  /** Where the code leads, below the folder of the extension or of this repository. */
  readonly page: string;
  readonly message: string;
  readonly related: readonly { readonly file: string; readonly range: ToldPlace; readonly message: string }[];
}

/**
 * Findings as one text that can be compared byte by byte: a line each, in the order of their files, and within a file in
 * the order in which the host tells them.
 */
export function findingLines(findings: readonly ToldFinding[]): string {
  const files = [...new Set(findings.map(({ file }) => file))].sort();
  const told = files.flatMap((file) => findings.filter((finding) => finding.file === file));
  return told.map((finding) => `${JSON.stringify(inOrder(finding))}\n`).join('');
}

const inOrder = ({ file, range, severity, code, page, message, related }: ToldFinding) => ({
  at: placed(file, range),
  ...{ severity, code, page, message },
  related: related.map((other) => ({ at: placed(other.file, other.range), message: other.message })),
});

const placed = (file: string, { start, end }: ToldPlace): string => `${file}:${start.join(':')}-${end.join(':')}`;

/** The first line in which two such texts differ, for people; empty where they are the same. */
export function firstDifference(actual: string, expected: string): string {
  if (actual === expected) return '';
  const [a, b] = [actual.split('\n'), expected.split('\n')];
  const at = a.findIndex((line, i) => line !== b[i]);
  return `line ${at + 1} of ${a.length - 1}\n  here:     ${a[at]}\n  expected: ${b[at] ?? 'nothing more'}`;
}
