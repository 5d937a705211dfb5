import { recordFolders } from '../../core/scaffold/decision-records.ts';

/** Lists the files of a plan. It is another function once a file has come or gone. */
type ListFiles = () => readonly string[];

const found = new WeakMap<ListFiles, readonly string[]>();

/** The folders among the files of a plan that hold decision records; looked for again only once a file has come or gone. */
export function recordFoldersAmong(listFiles: ListFiles): readonly string[] {
  let folders = found.get(listFiles);
  if (!folders) {
    folders = recordFolders(listFiles()).map(({ path }) => path);
    found.set(listFiles, folders);
  }
  return folders;
}
