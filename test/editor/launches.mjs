import { prepareSoak } from './soak-plan.mjs';

/**
 * The editors that tests run in, one after another. Each runs the test files of one folder of suite/ on a fresh copy of
 * a folder of fixtures/. Besides what is used here, an entry takes the options of scripts/vscode/launch.mjs, `prepare`,
 * which is called with the copied folder before the editor opens it, `limit`, in milliseconds, and `reloads` where a test
 * loads the window again, with which the tests begin anew.
 */
export const launches = [
  { name: 'newest', suite: 'folder', fixture: 'folder', version: 'newest' },
  { name: 'oldest', suite: 'folder', fixture: 'folder', version: 'oldest' },
  { name: 'multi-root', suite: 'multi-root', fixture: 'multi-root', workspace: 'programs.code-workspace' },
  { name: 'untrusted', suite: 'untrusted', fixture: 'folder', trusted: false },
  { name: 'reload', suite: 'reload', fixture: 'folder', where: 'server', reloads: true },
  {
    name: 'soak',
    suite: 'soak',
    fixture: 'folder',
    prepare: prepareSoak,
    settings: {
      'milepost.today': '2026-11-21',
      'git.enabled': false,
      milepostSoak: { seed: 1, rounds: 3, minutes: 0 },
    },
  },
  { name: 'web', suite: 'web', fixture: 'folder', host: 'web' },
];
