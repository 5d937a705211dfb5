import type { ExtensionContext } from 'vscode';
import { readEarlier } from '../git/earlier-files.ts';
import { gitFolderOf } from '../git/git-folder.ts';
import { readItemHistory } from '../git/item-history.ts';
import { readBaseline } from '../git/read-baseline.ts';
import { readHistory } from '../git/read-history.ts';
import { openRevisions } from '../git/revisions.ts';
import { sinceRevision } from '../git/since-revision.ts';
import { touchedBefore, touchedBy } from '../git/touched.ts';
import { activate as activateOn, type Milepost } from './activate.ts';

/** Where there is Node: on the desktop, and on remote machines. */
export function activate(context: ExtensionContext): Milepost {
  const { env } = process;
  return activateOn(context, {
    host: {
      now: () => performance.now(),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
    git: {
      readHistory: (options) => readHistory({ ...options, env }),
      readEarlier: (options) => readEarlier({ ...options, env }),
      readBaseline: (options) => readBaseline({ ...options, env }),
      readItemHistory: (options) => readItemHistory({ ...options, env }),
      sinceRevision,
      touchedBy,
      touchedBefore,
      openRevisions: (root, signal) => openRevisions(root, env, signal),
      gitFolderOf: (root) => gitFolderOf(root, env),
    },
  });
}
