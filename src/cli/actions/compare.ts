import { diffPlans } from '../../core/diff/diff-plans.ts';
import { optionFigures } from '../../core/diff/option-figures.ts';
import type { PlanDiff } from '../../core/diff/plan-diff.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { compareJson } from '../compare/compare-json.ts';
import { compareMarkdown } from '../compare/compare-markdown.ts';
import { compareText } from '../compare/compare-text.ts';
import type { Compared } from '../compare/compared.ts';
import { Failure } from '../failure.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable } from '../plan/open-plan.ts';
import { type OpenedOptions, openOptions } from '../plan/open-sides.ts';
import { anyOf } from '../words.ts';

/** Lays options beside each other: what several branches make of the plan of a base. */
export async function printComparison(call: Call): Promise<ExitStatus> {
  const [base, ...names] = call.operands;
  if (base === undefined || names.length === 0)
    throw new Failure('name a base and the options: milepost compare BASE A B, branches, tags or hashes');
  const opened = await openOptions(call, base, names);
  const compared = comparedOf(base, opened, call.option('program'));
  call.shell.stdout.write(written(call, compared));
  failIfUnreadable(opened);
  return EXIT.ok;
}

function written({ option, style }: Call, compared: Compared): string {
  switch (option('format')) {
    case 'json':
      return toJson(compareJson(compared));
    case 'markdown':
      return compareMarkdown(compared);
    default:
      return compareText(compared, style);
  }
}

function comparedOf(name: string, { base, options }: OpenedOptions, wanted: string | undefined): Compared {
  const diffs = options.map(({ snapshot }) => atOnce(diffPlans(base.snapshot, snapshot)));
  // A program that every option has renamed is one of the base all the same.
  const ids = programsOf(base.snapshot.plan, diffs, wanted);
  return {
    today: base.snapshot.today,
    base: { name, commit: base.at },
    options: options.map((side) => ({ name: side.name, commit: side.at })),
    programs: ids.map((id) => ({
      id,
      base: optionFigures(id, base.snapshot),
      options: options.map(({ snapshot }, at) => optionFigures(id, snapshot, diffs[at])),
    })),
  };
}

/** The program that somebody names; else those in which an option changes anything, or all where none does. */
function programsOf({ programs }: Plan, diffs: readonly PlanDiff[], wanted: string | undefined): readonly string[] {
  const known = [programs, ...diffs.map((diff) => diff.programs)].flat();
  const all = [...new Set(known.map(({ id }) => id))].sort();
  if (wanted !== undefined) {
    if (!all.includes(wanted))
      throw new Failure(
        `no side has a program ${quoted(wanted)}: ${all.length > 0 ? `write ${anyOf(all.slice(0, 10))}` : 'none has any'}`,
      );
    return [wanted];
  }
  if (all.length === 0)
    throw new Failure('there is no program on any side: what is compared are programs, documents with "type: program"');
  const changed = new Set(
    diffs.flatMap(({ items }) => items.flatMap(({ item: { base, head } }) => [base?.program, head?.program])),
  );
  const some = all.filter((id) => changed.has(id));
  return some.length > 0 ? some : all;
}
