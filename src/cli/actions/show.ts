import { formatDay } from '../../core/model/values/day.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { itemDetailsJson } from '../items/details-json.ts';
import { itemDetailsText } from '../items/details-text.ts';
import { itemsNamed } from '../items/items-named.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { sayNoPlan } from '../plan/say-no-plan.ts';

/** Tells everything about the item that a call names. */
export async function showItem(call: Call): Promise<ExitStatus> {
  const [name, extra] = call.operands;
  if (name === undefined || extra !== undefined)
    throw new Failure('show takes the id of one item: milepost show api-freeze');
  const opened = await openPlanWithHistory(call);
  const { place, snapshot } = opened;
  await sayNoPlan(call, opened);
  const items = itemsNamed(name, snapshot.plan);
  call.shell.stdout.write(
    call.option('format') === 'json'
      ? toJson({ today: formatDay(snapshot.today), items: items.map((item) => itemDetailsJson(item, snapshot)) })
      : items.map((item) => itemDetailsText(item, snapshot, { place, style: call.style })).join('\n'),
  );
  failIfUnreadable(opened);
  return EXIT.ok;
}
