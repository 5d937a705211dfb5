// What reads the Markdown of a report, and writes its HTML: much code, which is loaded once a report is shown.
export { reportBody } from '../../../core/report/html/report-body.ts';
export { plainReport } from '../../../core/report/plain-report.ts';
export { saveReport } from './save-report.ts';
