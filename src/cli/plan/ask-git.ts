import { join } from 'node:path';
import type { Plan } from '../../core/plan/plan.ts';
import type { BaselineGiven } from '../../core/state/baseline.ts';
import type { TouchedByGit } from '../../core/state/stale.ts';
import { readBaseline } from '../../git/read-baseline.ts';
import { readHistory } from '../../git/read-history.ts';
import { touchedBy } from '../../git/touched.ts';
import type { Call } from '../command.ts';
import { note } from '../terminal/note.ts';
import { cacheFolder } from './cache-folder.ts';
import { ignoreAbove } from './ignore-above.ts';

/** What git is being asked. */
export interface Asked {
  /** When items were changed last; undefined where git does not know, or nobody has it. */
  readonly touched: Promise<TouchedByGit | undefined>;
  /** What is known of the revision that the plan names as its baseline; undefined where there is no git to know it. */
  readonly baseline: (plan: Pick<Plan, 'config' | 'configuration'>) => Promise<BaselineGiven | undefined>;
  /** Ends it, where the answer is not needed any more. */
  readonly cancel: () => void;
}

/** Begins to ask git when the items of the plan at a root were changed last. Meanwhile files can be read. */
export function askGit(call: Call, root: string): Asked {
  const { env } = call.shell;
  const controller = new AbortController();
  const cache = cacheFolder(call.shell);
  const folder = cache === undefined ? undefined : join(cache, 'history');
  const reading = readHistory({
    root,
    env,
    cacheFolder: folder,
    signal: controller.signal,
  });
  const touched = reading.then(({ dates, missing }) => {
    // That there is no git, or not all of its history, is as it is; anything else somebody can mend.
    if (missing?.reason === 'failed') note(call, `${missing.text}: when items were changed is not known`);
    return dates && touchedBy(dates);
  });
  // It may be cancelled before anybody waits for it.
  touched.catch(() => {});
  const baseline: Asked['baseline'] = async ({ config, configuration }) => {
    if (config.baseline === undefined) return undefined;
    const isOwn = call.option('config') === undefined;
    const given = await readBaseline({
      root,
      env,
      name: config.baseline,
      cacheFolder: folder,
      above: ignoreAbove(root, () => {}),
      signal: controller.signal,
      ...(isOwn ? {} : { configuration }),
    });
    if (!('reason' in given)) return given;
    if (given.reason === 'failed') note(call, `${given.text}: drift from the baseline is not known`);
    return undefined;
  };
  return { touched, baseline, cancel: () => controller.abort() };
}
