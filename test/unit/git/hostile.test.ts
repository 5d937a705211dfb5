import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { filesAt, filesInIndex } from '../../../src/git/files-at.ts';
import { findGit } from '../../../src/git/find-git.ts';
import { readItemHistory } from '../../../src/git/item-history.ts';
import { readBaseline } from '../../../src/git/read-baseline.ts';
import { readHistory } from '../../../src/git/read-history.ts';
import { openRepository, type Repository } from '../../../src/git/repository.ts';
import { resolveRevision } from '../../../src/git/resolve-revision.ts';
import { Git } from '../../../src/git/run-git.ts';
import { dayOf, GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';

describe('a hostile repository', () => {
  after(removeTemporaryFolders);

  /** A program that leaves a file behind when it is run. */
  function trap(): { readonly program: string; readonly sprung: () => readonly string[] } {
    const folder = temporaryFolder();
    const program = join(folder, 'trap.sh');
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" > "$(mktemp "${folder}/sprung-XXXXXX")"\n`);
    chmodSync(program, 0o755);
    return { program, sprung: () => readdirSync(folder).filter((name) => name.startsWith('sprung')) };
  }

  it('row 13: runs nothing that its configuration names', async () => {
    const { program, sprung } = trap();
    const repository = new TestRepository();
    repository.commit('2026-01-05', {
      '.gitattributes': '*.md diff=evil filter=evil merge=evil\n',
      'a.md': 'a\n',
      'plan.md': '---\ntype: program\nid: atlas\n---\n',
    });
    repository.git('checkout', '-q', '-b', 'branch');
    repository.commit('2026-01-06', { 'a.md': 'a\nb\n' });
    repository.git('checkout', '-q', 'main');
    repository.commit('2026-01-07', { 'a.md': '0\na\n' });
    repository.git('merge', '-q', '-m', 'x', 'branch');
    for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'pre-auto-gc']) {
      mkdirSync(join(repository.folder, '.git/hooks'), { recursive: true });
      writeFileSync(join(repository.folder, '.git/hooks', hook), `#!/bin/sh\nexec ${program} ${hook}\n`, {
        mode: 0o755,
      });
    }
    const settings: Record<string, string> = {
      'alias.rev-list': `!${program}`,
      'core.alternateRefsCommand': program,
      'core.askPass': program,
      'core.editor': program,
      'core.fsmonitor': program,
      'core.gitProxy': program,
      'core.hooksPath': join(repository.folder, '.git/hooks'),
      'core.pager': program,
      'core.sshCommand': program,
      'credential.helper': program,
      'diff.evil.command': program,
      'diff.evil.textconv': program,
      'diff.external': program,
      'filter.evil.clean': program,
      'filter.evil.process': program,
      'filter.evil.required': 'true',
      'filter.evil.smudge': program,
      'gpg.program': program,
      'interactive.diffFilter': program,
      'log.showSignature': 'true',
      'merge.evil.driver': program,
      'pager.diff-tree': program,
      'pager.rev-list': program,
      'sequence.editor': program,
      'uploadpack.packObjectsHook': program,
    };
    for (const [key, value] of Object.entries(settings)) repository.git('config', key, value);
    const env = {
      ...GIT_ENV,
      GIT_EXTERNAL_DIFF: program,
      GIT_PAGER: program,
      GIT_SSH_COMMAND: program,
      PAGER: program,
    };
    const { dates } = await readHistory({ root: repository.folder, env });
    assert.deepEqual(
      [...(dates?.files.get('a.md')?.days ?? [])].map((day) => day - dayOf('2026-01-05')),
      [2, 0, 1],
    );
    const history = await readItemHistory({ root: repository.folder, env, samples: 3 });
    assert.ok(!('reason' in history), 'the history of items is read');
    assert.equal(history.items.length, 1);
    const baseline = await readBaseline({ root: repository.folder, env, name: 'HEAD~1' });
    assert.ok('items' in baseline && baseline.items.length === 1, 'the baseline is read');
    assert.deepEqual(sprung(), []);
    // The trap is one.
    assert.throws(
      () => repository.gitWith({ env }, 'diff', 'HEAD~1'),
      () => true,
    );
    assert.notDeepEqual(sprung(), []);
  });

  it('row 13: looks at files of the working tree through no filter, and into no repository in it', async () => {
    const { program, sprung } = trap();
    const repository = new TestRepository();
    const inner = new TestRepository(join(repository.folder, 'inner'));
    inner.commit('2026-01-04', { 'b.md': 'b\n', '.gitattributes': '*.md filter=evil\n' });
    repository.commit('2026-01-05', { '.gitattributes': '*.md filter=evil.twin\n', 'a.md': 'a\n' });
    for (const [each, name] of [
      [repository, 'evil.twin'],
      [inner, 'evil'],
    ] as const) {
      for (const key of ['clean', 'process']) each.git('config', `filter.${name}.${key}`, program);
      each.git('config', `filter.${name}.required`, 'true');
      each.git('config', 'core.fsmonitor', program);
    }
    // An index that is no newer than a file says nothing of it: git reads the file.
    const makeRacy = (): void =>
      utimesSync(join(repository.folder, '.git/index'), new Date('2020-01-01'), new Date('2020-01-01'));
    makeRacy();
    const opened = (await openRepository(repository.folder, GIT_ENV)) as Repository;
    await filesAt(opened, opened.head, () => true);
    await filesInIndex(opened, () => true);
    assert.deepEqual(sprung(), []);
    // What cannot be turned off is not looked at.
    repository.git('config', 'filter.a=b.clean', program);
    await assert.rejects(
      filesAt(opened, opened.head, () => true),
      /a filter in its configuration is named "a=b"/,
    );
    assert.deepEqual(sprung(), []);
    // The traps are two: the filter, and what watches the files of the inner one.
    repository.git('config', '--unset', 'filter.a=b.clean');
    const sprungBy = (...args: string[]): boolean => {
      const before = sprung().length;
      makeRacy();
      try {
        repository.git('-c', 'core.fsmonitor=false', ...args);
      } catch {}
      return sprung().length > before;
    };
    assert.ok(sprungBy('diff-files', '--ignore-submodules=all'));
    const off = ['clean=', 'process=', 'required=false'].flatMap((setting) => ['-c', `filter.evil.twin.${setting}`]);
    // Git looks into the inner one only where it cannot tell by times that nothing has changed there.
    assert.ok([1, 2, 3].some(() => sprungBy(...off, 'diff-files')));
  });

  it('row 13: has nothing fetched that it lacks', async () => {
    const { program, sprung } = trap();
    const repository = new TestRepository();
    repository.commit('2026-01-05', { 'a.md': 'a\n', 'b.md': 'b\n' });
    const old = repository.git('rev-parse', 'HEAD:a.md').trim();
    repository.commit('2026-01-12', { 'a.md': 'a\nb\n' });
    appendFileSync(
      join(repository.folder, '.git/config'),
      `[extensions]\n\tpartialClone = evil\n[remote "evil"]\n\tpromisor = true\n\turl = ext::${program} %S\n` +
        '[protocol]\n\tallow = always\n[protocol "ext"]\n\tallow = always\n',
    );
    repository.git('config', 'core.repositoryFormatVersion', '1');
    rmSync(join(repository.folder, '.git/objects', old.slice(0, 2), old.slice(2)));
    const { missing } = await repository.history();
    assert.equal(missing?.reason, 'partial');
    assert.deepEqual(sprung(), []);
    // The trap is one.
    assert.throws(() => repository.git('cat-file', '-p', old));
    assert.notDeepEqual(sprung(), []);
  });

  it('row 43: has no revision that is an option', async () => {
    const repository = new TestRepository();
    const hash = repository.commit('2026-01-05', { 'a.md': 'a\n' });
    repository.git('update-ref', 'refs/heads/--output=x', hash);
    repository.git('tag', '-a', '-m', 'x', 'v1');
    const git = new Git(findGit(GIT_ENV) as string, repository.folder, GIT_ENV);
    const before = readdirSync(repository.folder);
    for (const name of ['main', 'HEAD', 'v1', hash.slice(0, 12), 'refs/heads/--output=x', '--output=x']) {
      assert.equal(await resolveRevision(git, name), hash, name);
    }
    const none = [
      '--upload-pack=touch x',
      '-h',
      '--all',
      '',
      ' ',
      'main\nmain',
      'main:a.md',
      'nope',
      '^main',
      'main..main',
    ];
    for (const name of none) assert.equal(await resolveRevision(git, name), undefined, name);
    assert.deepEqual(readdirSync(repository.folder), before);
  });

  it('has no program that is taken for git', () => {
    const [plan, bin, other] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const put = (folder: string, name: string, mode = 0o755) => writeFileSync(join(folder, name), '', { mode });
    for (const name of ['git', 'git.exe']) put(plan, name);
    put(bin, 'git');
    put(other, 'git.exe');
    const before = process.cwd();
    process.chdir(plan);
    try {
      const found = (platform: NodeJS.Platform, ...path: string[]) =>
        findGit({ PATH: path.join(process.platform === 'win32' ? ';' : ':') }, platform);
      assert.equal(found('linux', '', '.', 'bin', bin), join(bin, 'git'));
      assert.equal(found('win32', '', '.', bin, other), join(other, 'git.exe'));
      assert.equal(found('linux', '', '.'), undefined);
      assert.equal(findGit({}), undefined);
      assert.equal(findGit({ Path: other }, 'win32'), join(other, 'git.exe'));
    } finally {
      process.chdir(before);
    }
    assert.ok(existsSync(join(plan, 'git')));
  });
});
