import assert from 'node:assert/strict';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { historySchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

const program = (freeze: string, more = ''): string => `---
type: program
id: atlas
title: Atlas
start: 2026-09-01
goal: launch
milestones:
${freeze}  - { id: launch, due: 2026-12-18, depends_on: [api-freeze] }
decisions:
  - { id: D-1, title: Freeze later, status: accepted, date: 2026-10-01, relates_to: [api-freeze] }
${more}---
`;
const entry = (due: string, id = 'api-freeze'): string =>
  `  - { id: ${id}, title: The API is frozen, owner: maria, due: ${due} }\n`;

describe('milepost history', () => {
  after(removeTemporaryFolders);

  const today = ['--today', '2026-11-02'];
  let repository: TestRepository;
  const history = (...args: string[]) => inProcessWith(GIT_ENV, repository.folder, 'history', ...today, ...args);
  const hash = (revision: string): string => repository.git('rev-parse', revision).trim();
  const short = (revision: string): string => hash(revision).slice(0, 10);

  beforeEach(() => {
    repository = new TestRepository(join(temporaryFolder(), 'plan'));
    repository.commit('2026-09-01', { 'plan.md': program(entry('2026-11-20')) });
    repository.git('tag', 'v1');
    repository.commit('2026-10-02', { 'plan.md': program(entry('2026-11-27')) });
    // Another file, another way of writing, another id.
    repository.commit('2026-10-12', {
      'plan.md': program('').replaceAll('api-freeze', 'freeze'),
      'm/freeze.md':
        '---\ntype: milestone\nid: freeze\ntitle: The API is frozen\nowner: maria\ndue: 2026-11-27\n---\n\nProse.\n',
    });
  });

  it('tells every due date of an item, through other ids and files, and why it moved', async () => {
    repository.write({
      'm/freeze.md': '---\ntype: milestone\nid: freeze\ntitle: The API is frozen\nowner: chen\ndue: 2026-12-11\n---\n',
    });
    const { stdout, stderr, status } = await history('freeze');
    assert.equal(
      stdout,
      `The API is frozen
atlas/freeze · m/freeze.md

Due 2026-12-11: moved twice, 15 working days later (+21 days) than 2026-11-20.

Due dates
  2026-09-01   2026-11-20                           Maria  ${short('v1')}  On 2026-09-01
  2026-10-02   2026-11-20 → 2026-11-27  +5d (+7)    Maria  ${short('HEAD~1')}  On 2026-10-02 · decision D-1, Freeze later
  uncommitted  2026-11-27 → 2026-12-11  +10d (+14)

Everything else
  2026-09-01   added; file plan.md; status planned; owner maria                Maria  ${short('v1')}
  2026-10-12   id atlas/api-freeze → atlas/freeze; file plan.md → m/freeze.md  Maria  ${short('HEAD')}
  uncommitted  owner maria → chen
`,
    );
    assert.deepEqual([stderr, status], ['', 0]);
  });

  it('is JSON for programs, as docs/cli.md promises', async () => {
    const { stdout } = await history('freeze', '--format', 'json');
    const { items, since, complete, programs } = historySchema.parse(JSON.parse(stdout));
    assert.deepEqual([since, complete, programs], [null, true, []]);
    const [{ id, first, due, timesMoved, workingDaysMoved, calendarDaysMoved, changes } = assert.fail()] = items;
    assert.deepEqual(
      [id, first, due, timesMoved, workingDaysMoved, calendarDaysMoved],
      ['atlas/freeze', '2026-11-20', '2026-11-27', 1, 5, 7],
    );
    assert.deepEqual(
      changes.map(({ change, commit, fields }) => [change, commit?.hash, fields.map(({ field }) => field)]),
      [
        ['added', hash('v1'), ['due', 'type', 'id', 'file', 'title', 'status', 'owner']],
        ['changed', hash('HEAD~1'), ['due']],
        ['changed', hash('HEAD'), ['id', 'file']],
      ],
    );
  });
});
