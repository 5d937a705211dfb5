import { mermaidOf } from '../../core/graph/mermaid/mermaid-of.ts';
import { mermaidWithin } from '../../core/graph/mermaid/within-limits.ts';
import type { PictureOptions } from '../../core/graph/options.ts';
import { pictureOf } from '../../core/graph/picture-of.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { pictureJson } from '../graph/picture-json.ts';
import { readGraphOptions } from '../graph/read-options.ts';
import { noteUnknownOwners } from '../items/read-filters.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { noneOf, sayNoPlan } from '../plan/say-no-plan.ts';
import { note } from '../terminal/note.ts';

/** As much as there is. */
const EVERYTHING = { nodes: Number.MAX_SAFE_INTEGER, edges: Number.MAX_SAFE_INTEGER };

/** Prints the picture of a plan's dependencies. */
export async function printGraph(call: Call): Promise<ExitStatus> {
  const opened = await openPlanWithHistory(call);
  const { snapshot } = opened;
  const isNone = await sayNoPlan(call, opened);
  const options = readGraphOptions(call, snapshot);
  noteUnknownOwners(call, call.operands, snapshot);
  if (call.option('format') === 'json') {
    const drawn = pictureOf(snapshot, { ...options, budget: EVERYTHING });
    call.shell.stdout.write(toJson({ today: formatDay(snapshot.today), ...pictureJson(drawn, snapshot) }));
  } else {
    const { source, summary } =
      call.option('all') === undefined ? atOnce(mermaidWithin(snapshot, options)) : whole(options);
    call.shell.stdout.write(source);
    if (summary.items === 0 && !isNone) note(call, noneOf(snapshot.plan.items.length));
    if (summary.text !== '') note(call, summary.text);
  }
  failIfUnreadable(opened);
  return EXIT.ok;

  function whole(wanted: PictureOptions) {
    const { picture } = pictureOf(snapshot, { ...wanted, budget: EVERYTHING });
    return { source: mermaidOf(picture, 'markdown').source, summary: picture.summary };
  }
}
