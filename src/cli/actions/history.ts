import { join } from 'node:path';
import type { ItemHistory } from '../../core/history/item-history.ts';
import { quoted } from '../../core/text/visible.ts';
import { type PlanHistory, readItemHistory } from '../../git/item-history.ts';
import type { Call, ExitStatus } from '../command.ts';
import { EXIT } from '../command.ts';
import { Failure } from '../failure.ts';
import { historiesNamed } from '../history/histories-named.ts';
import { historyJson } from '../history/history-json.ts';
import { itemHistoryText } from '../history/item-text.ts';
import { programsHistoryText } from '../history/programs-text.ts';
import { readSince, sinceNamed } from '../history/read-since.ts';
import { type ToldHistory, toldHistory } from '../history/told-history.ts';
import { cacheFolder } from '../plan/cache-folder.ts';
import { ignoreAbove } from '../plan/ignore-above.ts';
import { failIfUnreadable, type OpenedPlan, openPlan } from '../plan/open-plan.ts';
import { NO_PROGRAM, sayNoPlan } from '../plan/say-no-plan.ts';
import { note } from '../terminal/note.ts';

/** Tells how dates have moved: those of an item, or of programs and their milestones. */
export async function printHistory(call: Call): Promise<ExitStatus> {
  const [name, extra] = call.operands;
  if (extra !== undefined) throw new Failure('history takes the id of one item: milepost history api-freeze');
  const samples = samplesOf(call.option('samples'));
  const opened = await openPlan(call);
  const isNone = await sayNoPlan(call, opened);
  const told = await tell(call, opened, samples);
  const named = name === undefined ? undefined : historiesNamed(name, told);
  const isOfItems = named?.every(({ facts }) => facts.type !== 'program');
  const programs = isOfItems ? [] : programsOf(named, told);
  const items = named ?? [];
  call.shell.stdout.write(
    call.option('format') === 'json'
      ? historyJson(items, programs, told)
      : isOfItems
        ? items.map((each) => itemHistoryText(each, told, { place: opened.place, style: call.style })).join('\n')
        : programsHistoryText(programs, told, call.style),
  );
  if (programs.length === 0 && !isOfItems && !isNone) note(call, NO_PROGRAM);
  failIfUnreadable(opened);
  return EXIT.ok;
}

const MOST_SAMPLES = 1000;

function samplesOf(text = ''): number {
  if (!/^\d{1,4}$/.test(text) || Number(text) > MOST_SAMPLES) {
    throw new Failure(`--samples takes a number of commits up to ${MOST_SAMPLES}, and ${quoted(text)} is none`);
  }
  return Number(text);
}

async function tell(call: Call, { place, snapshot }: OpenedPlan, samples: number): Promise<ToldHistory> {
  const { plan } = snapshot;
  const cache = cacheFolder(call.shell);
  const isOwn = call.option('config') === undefined;
  const history = await readItemHistory({
    root: place.root,
    env: call.shell.env,
    cacheFolder: cache === undefined ? undefined : join(cache, 'history'),
    above: ignoreAbove(place.root, () => {}),
    now: { documents: plan.documents, config: plan.config },
    samples,
    ...(isOwn ? {} : { configuration: plan.configuration }),
  });
  if ('reason' in history) throw new Failure(`there is no history to tell: ${history.text}`);
  if (history.missing) note(call, `${history.missing.text}: this is not all of the history`);
  return toldHistory(snapshot, history, await sinceOf(call, history, plan.config.baseline));
}

/** Where counting begins: where the caller says, else at the baseline. */
async function sinceOf(call: Call, { repository }: PlanHistory, baseline: string | undefined) {
  const written = call.option('since');
  if (written !== undefined) return sinceNamed(written, repository);
  if (baseline === undefined) return undefined;
  const since = await readSince(baseline, repository);
  if (!since) note(call, `the baseline ${quoted(baseline)} of the plan is no commit here: counting from the beginning`);
  return since;
}

function programsOf(named: readonly ItemHistory[] | undefined, { snapshot: { plan } }: ToldHistory) {
  const ids = named && new Set(named.map(({ key }) => key));
  return plan.programs.filter(({ id }) => !ids || ids.has(id));
}
