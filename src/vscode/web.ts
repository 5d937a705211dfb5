import type { ExtensionContext } from 'vscode';
import { activate as activateOn, type Milepost } from './activate.ts';

/** Where there is only a web worker: vscode.dev, github.dev. */
export function activate(context: ExtensionContext): Milepost {
  return activateOn(context, { host: { now: () => performance.now(), pause } });
}

/** A turn of the event loop. Timers would wait for four milliseconds each; a message does not. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
