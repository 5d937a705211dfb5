import type { FinishesAt } from '../core/history/finish-trend.ts';
import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { buildPlan } from '../core/plan/plan.ts';
import { Calendars } from '../core/schedule/calendars.ts';
import { Schedule } from '../core/schedule/schedule.ts';
import { decode } from '../workspace/decode.ts';
import { readDocument } from '../workspace/read-document.ts';
import type { Slices } from '../workspace/slices.ts';
import { readBlobs } from './blobs.ts';
import { decodeUtf8, type Reading, type ReadingKey } from './facts-by-blob.ts';
import type { PlanStep } from './plan-steps.ts';
import type { Git } from './run-git.ts';

/** The finish of each program, by its id. */
export type Finishes = ReadonlyMap<string, Day>;

/** What to schedule the plan of some commits with. */
export interface FinishesInput {
  readonly git: Git;
  /** All steps of the branch, oldest first. */
  readonly steps: readonly PlanStep[];
  /** The steps that are asked about. */
  readonly samples: ReadonlySet<PlanStep>;
  readonly readings: ReadonlyMap<ReadingKey, Reading>;
  readonly rootName: string;
  readonly slices: Slices;
  readonly signal?: AbortSignal | undefined;
}

/** Forecasts the finish of programs at some commits, each as of the day on which it was made: as people saw it then. */
export async function finishesAt(input: FinishesInput): Promise<readonly FinishesAt[]> {
  const { steps, samples, slices, signal } = input;
  const documents = await readDocuments(input);
  const here = new Map<string, ReadingKey>();
  const found: FinishesAt[] = [];
  for (const step of steps) {
    for (const [path, key] of step.changes) {
      if (key === undefined) here.delete(path);
      else here.set(path, key);
    }
    const { committed } = step.commit;
    if (!samples.has(step) || committed === undefined) continue;
    const there = [...here].flatMap(([path, key]) => documents.get(`${key}\n${path}`) ?? []);
    const finishes = await slices.run(schedule(there, step, committed, input.rootName), () => signal?.aborted ?? false);
    signal?.throwIfAborted();
    if (finishes) found.push({ commit: step.commit, finishes });
  }
  return found;
}

function* schedule(
  documents: readonly ParsedDocument[],
  { configuration }: PlanStep,
  today: Day,
  rootName: string,
): Generator<void, Finishes> {
  // Nobody asks where links in prose lead.
  const hasFile = (): boolean => true;
  const plan = yield* buildPlan({ documents, configuration, rootName, hasFile, hasFileNamed: hasFile, partial: false });
  const computed = yield* Schedule.compute(plan, new Calendars(plan), today);
  return new Map(
    plan.programs.flatMap(({ id }): [string, Day][] => {
      const finish = computed.program(id)?.finish;
      return finish === undefined ? [] : [[id, finish]];
    }),
  );
}

/** Every document that one of the plans is made of, each read once, by its reading and its path. */
async function readDocuments(input: FinishesInput): Promise<ReadonlyMap<string, ParsedDocument>> {
  const { git, steps, samples, readings, slices, signal } = input;
  const here = new Map<string, ReadingKey>();
  const wanted = new Map<string, Map<string, { readonly path: string; readonly key: ReadingKey }>>();
  let fresh = new Map<string, ReadingKey | undefined>();
  for (const step of steps) {
    for (const [path, key] of step.changes) fresh.set(path, key);
    if (!samples.has(step)) continue;
    for (const [path, key] of fresh) {
      if (key === undefined || here.get(path) === key) continue;
      const { blob } = readings.get(key) as Reading;
      const of = wanted.get(blob) ?? new Map();
      wanted.set(blob, of.set(`${key}\n${path}`, { path, key }));
      here.set(path, key);
    }
    fresh = new Map();
  }
  const documents = new Map<string, ParsedDocument>();
  if (wanted.size === 0) return documents;
  for await (const { hash, content } of readBlobs(git, wanted.keys(), signal)) {
    const decoded = decode(content, decodeUtf8);
    for (const [name, { path, key }] of decoded ? (wanted.get(hash) ?? []) : []) {
      const document = decoded && readDocument(path, decoded, (readings.get(key) as Reading).options);
      if (document) documents.set(name, document);
      await slices.pauseIfDue();
    }
  }
  return documents;
}
