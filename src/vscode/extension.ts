import type { ExtensionContext } from 'vscode';
import { activate as activateOn, type Milepost } from './activate.ts';

/** Where there is Node: on the desktop, and on remote machines. */
export function activate(context: ExtensionContext): Milepost {
  return activateOn(context, {
    host: {
      now: () => performance.now(),
      pause: () => new Promise((resolve) => setImmediate(resolve)),
    },
  });
}
