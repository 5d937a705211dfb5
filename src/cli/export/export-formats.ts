import { exportCsv } from './export-csv.ts';
import type { ExportFormat, ExportFormatName } from './export-format.ts';
import { exportIcs } from './export-ics.ts';
import { exportJson } from './export-json.ts';
import { exportMspdi } from './export-mspdi.ts';

/** Every form of items for other tools. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormatName, ExportFormat>> = {
  csv: exportCsv,
  ics: exportIcs,
  json: exportJson,
  mspdi: exportMspdi,
};
