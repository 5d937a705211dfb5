import type { ExtensionContext } from 'vscode';
import { touchedBefore, touchedBy } from '../git/touched.ts';
import { activate as activateOn, type Milepost } from './activate.ts';
import type { Platform } from './platform.ts';

const git = () => import('./git-by-processes.ts');

/** Puts the parts together where there is Node: on the desktop, and on remote machines. `began` as `activate` takes it. */
export function activate(context: ExtensionContext, began: number): Milepost {
  const { env } = process;
  const platform: Platform = {
    host: {
      now: () => performance.now(),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
    git: {
      readHistory: async (options) => (await git()).readHistory({ ...options, env }),
      readEarlier: async (options) => (await git()).readEarlier({ ...options, env }),
      readBaseline: async (options) => (await git()).readBaseline({ ...options, env }),
      readItemHistory: async (options) => (await git()).readItemHistory({ ...options, env }),
      sinceRevision: async (...asked) => (await git()).sinceRevision(...asked),
      touchedBy,
      touchedBefore,
      openRevisions: async (root, signal) => (await git()).openRevisions(root, env, signal),
      gitFolderOf: async (root) => (await git()).gitFolderOf(root, env),
    },
  };
  return activateOn(context, platform, began);
}
