import type { ParsedDocument } from '../../core/parse/document.ts';
import { plainReport } from '../../core/report/plain-report.ts';

/** The forms of a report, by name. */
export const REPORT_FORMATS = {
  markdown: plainReport,
} satisfies Readonly<Record<string, (report: ParsedDocument) => string>>;
export type ReportFormatName = keyof typeof REPORT_FORMATS;
