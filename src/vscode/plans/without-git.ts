import type { Missing } from '../../git/missing.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { PlatformGit } from '../platform.ts';
import { gitOf } from './git-of.ts';
import type { PlanFolder } from './plan-folder.ts';
import type { Plans } from './plans.ts';
import type { Touched } from './touched.ts';

/** Why git tells nothing of a plan, as a clause; undefined where it does, or nobody knows yet. */
export type WithoutGit = (snapshot: Snapshot) => string | undefined;

/** What views say in the place of what they would have from git. */
export const withoutGit =
  (plans: Plans, git: PlatformGit | undefined, touched: Pick<Touched, 'missingOf'> | undefined): WithoutGit =>
  ({ plan }) => {
    const folder = plans.folders.find(({ snapshot }) => snapshot?.plan === plan);
    return folder && (notAsked(folder, git) ?? touched?.missingOf(folder))?.text;
  };

function notAsked(folder: PlanFolder, git: PlatformGit | undefined): Missing | undefined {
  const found = gitOf(folder, git);
  return 'reason' in found ? found : undefined;
}
