import type { ParsedDocument } from '../../core/parse/document.ts';
import { reportBody } from '../../core/report/html/report-body.ts';
import { reportPage } from '../../core/report/html/report-page.ts';
import { plainReport } from '../../core/report/plain-report.ts';
import type { OpenedSince } from '../plan/open-since.ts';
import { embeddedImages } from './embedded-images.ts';

type ReportFormat = (report: ParsedDocument, opened: OpenedSince) => string;

/** The forms of a report, by name. */
export const REPORT_FORMATS = {
  markdown: plainReport,
  html: (report, { now, change, place }) => {
    const resolve = embeddedImages(place.root, report.path);
    const title = report.items[0]?.title ?? report.body.headings[0]?.text ?? 'Status report';
    return reportPage(title, reportBody(report, { ...now, change }, { pictures: true, resolve }));
  },
} satisfies Readonly<Record<string, ReportFormat>>;
export type ReportFormatName = keyof typeof REPORT_FORMATS;
