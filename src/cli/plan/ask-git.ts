import { join } from 'node:path';
import type { TouchedByGit } from '../../core/state/stale.ts';
import { readHistory } from '../../git/read-history.ts';
import { touchedBy } from '../../git/touched.ts';
import type { Call } from '../command.ts';
import { note } from '../terminal/note.ts';
import { cacheFolder } from './cache-folder.ts';

/** What git is being asked. */
export interface Asked {
  /** When items were changed last; undefined where git does not know, or nobody has it. */
  readonly touched: Promise<TouchedByGit | undefined>;
  /** Ends it, where the answer is not needed any more. */
  readonly cancel: () => void;
}

/** Begins to ask git when the items of the plan at a root were changed last. Meanwhile files can be read. */
export function askGit(call: Call, root: string): Asked {
  const { env } = call.shell;
  const controller = new AbortController();
  const cache = cacheFolder(call.shell);
  const reading = readHistory({
    root,
    env,
    cacheFolder: cache === undefined ? undefined : join(cache, 'history'),
    signal: controller.signal,
  });
  const touched = reading.then(({ dates, missing }) => {
    // That there is no git, or not all of its history, is as it is; anything else somebody can mend.
    if (missing?.reason === 'failed') note(call, `${missing.text}: when items were changed is not known`);
    return dates && touchedBy(dates);
  });
  // It may be cancelled before anybody waits for it.
  touched.catch(() => {});
  return { touched, cancel: () => controller.abort() };
}
