import { formatDay } from '../../core/model/values/day.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { itemJson } from '../items/item-json.ts';
import { itemTable } from '../items/item-table.ts';
import { filtersOf, noteUnknownOwners } from '../items/read-filters.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { noneOf, sayNoPlan } from '../plan/say-no-plan.ts';
import { note } from '../terminal/note.ts';

/** Lists the items that pass the filters of a call, in the order of their documents. */
export async function listItems(call: Call): Promise<ExitStatus> {
  const opened = await openPlanWithHistory(call);
  const { snapshot } = opened;
  const isNone = await sayNoPlan(call, opened);
  const passes = filtersOf(call.operands, snapshot);
  const items = snapshot.plan.items.filter(passes);
  const json = call.option('format') === 'json';
  call.shell.stdout.write(
    json
      ? toJson({ today: formatDay(snapshot.today), items: items.map((item) => itemJson(item, snapshot)) })
      : itemTable(items, snapshot, call.style),
  );
  failIfUnreadable(opened);
  noteUnknownOwners(call, call.operands, snapshot);
  if (items.length === 0 && !json && !isNone) note(call, noneOf(snapshot.plan.items.length));
  return EXIT.ok;
}
