import type { ExtensionContext } from 'vscode';
import type { Milepost } from './activate.ts';

/**
 * What the editor loads and calls where there is Node. It starts all its extensions one after another, in one thread: so this
 * gives the turn back at once, and the rest is loaded when the others have had theirs. Whatever needs Milepost waits for what
 * this promises: its commands, its views and the editor's Markdown preview.
 */
export async function activate(context: ExtensionContext): Promise<Milepost> {
  const began = performance.now();
  await new Promise((resolve) => setImmediate(resolve));
  const { activate: activateOn } = await import('./desktop.ts');
  return activateOn(context, began);
}
