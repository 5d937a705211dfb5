import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { beginReport } from '../../core/report/begin-report.ts';
import { sinceFor, TemplateProblem } from '../../core/report/fill-template.ts';
import { programsOf } from '../../core/report/programs-of.ts';
import { quoted } from '../../core/text/visible.ts';
import { Failure } from '../failure.ts';
import { filtersOf } from '../items/read-filters.ts';
import type { OpenedSince } from '../plan/open-since.ts';
import type { AskedReport } from './asked-report.ts';

/** A report as it stands before its parts are written: the file that is there, else a new one from its template. */
export interface ReportDocument {
  readonly document: ParsedDocument;
  readonly isNew: boolean;
}

/** What is only printed is no document of the plan, and takes the place of none. */
const freePath = (path: string, plan: Plan): string =>
  plan.documentAt(path) ? freePath(path.replace(/[^/]*$/, '_$&'), plan) : path;

/** Finds or begins the report that somebody asks for; fails where a file of that name is something else. */
export function reportDocument(asked: AskedReport, { now, change, place }: OpenedSince): ReportDocument {
  const { path, from, filters, template, since } = asked;
  const { plan, state, today } = now;
  const known = path === undefined ? undefined : plan.documentAt(path);
  if (known) {
    if (known.body.blocks.length > 0) return { document: known, isNew: false };
    throw new Failure(`${quoted(path ?? '')} is there, and has no live blocks that a report could be written into`);
  }
  if (path !== undefined && lstatSync(join(place.root, path), { throwIfNoEntry: false })) {
    throw new Failure(`${quoted(path)} is there, and no part of the plan: it has no front matter, or is ignored`);
  }
  const programs = programsOf(plan, filtersOf(filters, now));
  try {
    const input = { plan, state, today, programs, since: sinceFor(change, since, today), filters };
    return { document: beginReport(template, path ?? freePath(from, plan), input, plan.config), isNew: true };
  } catch (error) {
    if (error instanceof TemplateProblem) throw new Failure(error.message);
    throw error;
  }
}
