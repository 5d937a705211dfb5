// What the extension asks git, where it can start programs: loaded when it asks for the first time.
export { readEarlier } from '../git/earlier-files.ts';
export { gitFolderOf } from '../git/git-folder.ts';
export { readItemHistory } from '../git/item-history.ts';
export { readBaseline } from '../git/read-baseline.ts';
export { readHistory } from '../git/read-history.ts';
export { openRevisions } from '../git/revisions.ts';
export { sinceRevision } from '../git/since-revision.ts';
