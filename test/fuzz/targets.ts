import { fileNames } from './file-names.ts';
import { hostileTitles } from './hostile-titles.ts';
import { quickFixes } from './quick-fixes.ts';
import type { FuzzTarget } from './target.ts';
import { wholeDocuments } from './whole-documents.ts';
import { yamlFragments } from './yaml-fragments.ts';

/** Everything that `npm run fuzz` tries. */
export const TARGETS: readonly FuzzTarget[] = [yamlFragments, wholeDocuments, fileNames, hostileTitles, quickFixes];
