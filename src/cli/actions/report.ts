import { writtenInText } from '../../core/blocks/trouble-text.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { parseDocument } from '../../core/parse/parse-document.ts';
import { type WrittenReport, writeReport } from '../../core/report/write-report.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { patchOf } from '../fixes/patch.ts';
import { shownPatch } from '../fixes/shown-patch.ts';
import { noteUnknownOwners } from '../items/read-filters.ts';
import { failIfUnreadable } from '../plan/open-plan.ts';
import { openSince } from '../plan/open-since.ts';
import { Place } from '../plan/place.ts';
import { writeAll } from '../plan/write-all.ts';
import { writeNew } from '../plan/write-new.ts';
import { askedReport } from '../report/asked-report.ts';
import { reportDocument } from '../report/report-document.ts';
import { REPORT_FORMATS, type ReportFormatName } from '../report/report-formats.ts';
import { reportSince } from '../report/report-since.ts';
import { note } from '../terminal/note.ts';

/** Prints a status report, or writes it into a file: a new one, or the generated parts of one that is there. */
export async function printReport(call: Call): Promise<ExitStatus> {
  const place = new Place(call.cwd);
  const asked = askedReport(call, place);
  const opened = await openSince(call, place, (now) => reportSince(asked, now));
  failIfUnreadable(opened);
  if (opened.now.plan.documents.length === 0) {
    throw new Failure(`there is no plan in ${place.root} yet: "milepost init" writes a first one`);
  }
  const { document, isNew } = reportDocument(asked, opened);
  if (isNew) noteUnknownOwners(call, asked.filters, opened.now);
  const written = atOnce(writeReport(document, { ...opened.now, change: opened.change }));
  for (const { message } of written.faults) note(call, `a part of the report is left as it is: ${message}`);
  const format = call.option('format') as ReportFormatName;
  const isFile = asked.path !== undefined && format === 'markdown';
  const lines = isFile && call.option('dry-run') === undefined ? new LineIndex(written.after) : undefined;
  for (const { block, at } of written.kept) {
    const { line } = lines?.positionAt(at) ?? document.lines.positionAt(block.open.start);
    note(call, `${place.fromHere(document.path)}:${line + 1}: ${writtenInText(block)}`);
  }
  if (isFile) {
    save(call, place, written, isNew);
  } else {
    const whole = parseDocument(document.path, written.after, opened.now.plan.config) as ParsedDocument;
    call.shell.stdout.write(REPORT_FORMATS[format](whole, opened));
  }
  return isWhole(written) ? EXIT.ok : EXIT.findings;
}

/** Whether each of its parts says what the plan gives. */
const isWhole = ({ faults, kept }: WrittenReport): boolean => faults.length === 0 && kept.length === 0;

/** Writes a report into its file, or shows what would change. */
function save(call: Call, place: Place, written: WrittenReport, isNew: boolean): void {
  const { shell, style, option } = call;
  const { before, after, document } = written;
  const { path } = document;
  if (option('dry-run') !== undefined) {
    if (before !== after || isNew) {
      const patch = patchOf({ path, before: isNew ? '' : before, after }, place);
      shell.stdout.write(shownPatch(patch, shell.stdout, style));
    }
    note(call, 'nothing is written');
    return;
  }
  if (isNew) {
    writeNew(place.root, [{ path, text: after }]);
    note(call, `${quoted(place.fromHere(path))} is written: read it, and add what you want to say`);
    return;
  }
  if (before === after) {
    if (isWhole(written)) note(call, `${quoted(place.fromHere(path))} is up to date`);
    return;
  }
  const { outdated, failed } = writeAll(place.root, [{ path, before, after }]);
  const [first] = failed;
  if (first) throw first.failure;
  if (outdated.length > 0) throw new Failure(`${quoted(path)} was changed meanwhile: nothing is written, try again`);
  const parts = isWhole(written) ? 'the generated parts' : 'the other generated parts';
  note(call, `${parts} of ${quoted(place.fromHere(path))} are up to date`);
}
