import { configurationOf, NO_CONFIGURATION } from '../../src/core/config/configuration.ts';
import { sourcesIn } from '../../src/core/metrics/source/value-files.ts';
import { parseDay } from '../../src/core/model/values/day.ts';
import type { ParsedDocument } from '../../src/core/parse/document.ts';
import { parseDocument } from '../../src/core/parse/parse-document.ts';
import { RULE_CODES } from '../../src/core/rules/registry.ts';
import type { BaselineGiven } from '../../src/core/state/baseline.ts';
import type { TouchedByGit } from '../../src/core/state/stale.ts';
import { buildSnapshot } from '../../src/workspace/build.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { isValueFile } from '../../src/workspace/value-file.ts';
import { ValueFileStore } from '../../src/workspace/value-file-store.ts';

export interface PlanOptions {
  /** `YYYY-MM-DD`; the day on which the design of the project was written, where left out. */
  readonly today?: string;
  readonly rootName?: string;
  /** What git says of when items were changed. */
  readonly touched?: TouchedByGit;
  /** What git says of the baseline. */
  readonly baseline?: BaselineGiven;
}

/** The snapshot of a plan whose files are given: Markdown by path, and `milepost.yaml` where there is one. */
export function snapshotOf(files: Readonly<Record<string, string>>, options: PlanOptions = {}): Snapshot {
  const yaml = files['milepost.yaml'];
  const configuration = yaml === undefined ? NO_CONFIGURATION : configurationOf('milepost.yaml', yaml, RULE_CODES);
  const paths = Object.keys(files).filter((path) => path !== 'milepost.yaml');
  const documents = paths.flatMap(
    (path) =>
      parseDocument(path, files[path] as string, { ...configuration.config, rootName: options.rootName ?? 'plan' }) ??
      [],
  );
  return run(
    buildSnapshot({
      revision: 1,
      complete: true,
      touched: options.touched,
      baseline: options.baseline,
      today: parseDay(options.today ?? '2026-11-21') as number,
      documents,
      listFiles: () => paths.filter((path) => path.endsWith('.md')),
      valueFiles: valueFilesIn(files, documents),
      configuration,
      rootName: options.rootName ?? 'plan',
      hasFile: (path) => paths.includes(path),
      partial: false,
      hasFileNamed: (name) => paths.some((path) => path.replace(/^.*\//, '').replace(/\.md$/, '') === name),
    }),
  );
}

/** The CSV files among some files, as metrics have their values in them. */
function valueFilesIn(files: Readonly<Record<string, string>>, documents: readonly ParsedDocument[]) {
  const store = new ValueFileStore();
  store.setPresent(Object.keys(files).filter(isValueFile));
  for (const document of documents) store.setNamed(document.path, sourcesIn(document));
  for (const path of store.unread) store.set(path, files[path]);
  return store.files;
}

/** The findings of a plan, short: `code file:line:column "marked text"`. */
export function findingsOf(files: Readonly<Record<string, string>>, options: PlanOptions = {}): string[] {
  return snapshotOf(files, options).findings.map(({ code, source, range }) => {
    const { line, column } = source.lines.positionAt(range.start);
    return `${code} ${source.path}:${line + 1}:${column + 1} ${JSON.stringify(source.text.slice(range.start, range.end))}`;
  });
}

/** Runs steps to their end at a stretch. */
export function run<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
