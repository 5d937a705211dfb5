import { idFromName } from '../model/values/id.ts';

/**
 * The id that a path gives: the file's name without its extension, or for a README or index its folder's.
 * @param rootName the name of the folder that the path is relative to
 */
export function idFromPath(path: string, rootName?: string): string {
  const segments = path.split('/');
  const name = (segments.pop() as string).replace(/\.[^.]*$/, '');
  return idFromName(/^(?:readme|index)$/i.test(name) ? (segments.pop() ?? rootName ?? name) : name);
}
