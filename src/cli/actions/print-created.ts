import { visible } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { toJson } from '../json.ts';

/** Prints the paths of files that have been written, seen from the folder of the call; or, asked for JSON, a document. */
export function printCreated({ option, shell }: Call, paths: readonly string[], document: object): void {
  const text = paths.map((path) => `${visible(path)}\n`).join('');
  shell.stdout.write(option('format') === 'json' ? toJson(document) : text);
}
