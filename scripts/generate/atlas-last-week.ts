import { edited } from './edited.ts';

/** The example as it was on 13 November 2026: what has been written down since is taken out of it. */
export const lastWeek = (files: Readonly<Record<string, string>>): Record<string, string> =>
  edited(files, [
    ['milestones/schema-v2.md', 'progress: 50%', 'progress: 45%'],
    ['gates/api-security.md', 'status: submitted', 'status: not-started'],
    ['gates/api-security.md', 'submitted: 2026-11-20\n', ''],
    ['risks.md', 'probability: 50%', 'probability: 40%'],
    [
      'actions.md',
      '    status: done\n    owner: okafor\n    due: 2026-11-20\n    done: 2026-11-17\n',
      '    status: open\n    owner: okafor\n    due: 2026-11-20\n',
    ],
  ]);
