import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { newestNotes, releaseFaults } from '../../scripts/release/release-faults.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(root(path), 'utf8');

interface Job {
  readonly needs?: string | readonly string[];
  readonly environment?: string;
  readonly permissions: Record<string, string>;
  readonly 'timeout-minutes': number;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Record<string, unknown>;
    readonly env?: Record<string, string>;
  }[];
}

describe('the workflow that publishes', () => {
  const text = read('.github/workflows/release.yml');
  const workflow: {
    readonly on: unknown;
    readonly permissions: unknown;
    readonly jobs: Record<string, Job>;
  } = parse(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);
  const runs = steps.flatMap(({ run }) => run ?? []);

  it('runs for the tags of releases, and for nothing else', () => {
    assert.deepEqual(workflow.on, { push: { tags: ['release-[0-9]+.[0-9]+.[0-9]+'] } });
  });

  it('may do in each job what that is for, and nothing besides', () => {
    assert.deepEqual(workflow.permissions, {});
    assert.deepEqual(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions])), {
      build: { contents: 'read' },
      attest: { attestations: 'write', 'id-token': 'write' },
      marketplace: { contents: 'read', 'id-token': 'write' },
      'open-vsx': { contents: 'read', 'id-token': 'write' },
      npm: { 'id-token': 'write' },
      announce: { contents: 'write' },
    });
  });

  it('builds and tests where nothing can be published, and publishes what came out there when somebody has agreed', () => {
    assert.ok(workflow.jobs['build']?.steps.some(({ run }) => run === '.ci/run'));
    for (const [name, { needs, environment, steps }] of jobs.filter(([, job]) => 'id-token' in job.permissions)) {
      assert.equal(needs, name === 'attest' ? 'build' : 'attest');
      assert.equal(environment, name === 'attest' ? undefined : 'release');
      assert.ok(steps.some(({ uses }) => uses?.startsWith('actions/download-artifact@')));
      for (const { run = '' } of steps)
        assert.match(
          run,
          /^$|^npm ci --ignore-scripts --prefix |\/vsce publish |\/ovsx publish |^npm publish .*--ignore-scripts /,
        );
    }
  });

  it('uses actions by their hashes, each with the version that it is of', () => {
    const lines = text.split('\n').filter((line) => /\buses:/.test(line));
    assert.equal(lines.length, steps.filter(({ uses }) => uses).length);
    for (const line of lines) assert.match(line, /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const pins = new Map<string, string>();
    for (const { uses = '' } of steps) {
      const [action = '', hash = ''] = uses.split('@');
      assert.equal(pins.get(action) ?? hash, hash, `${action} is the same everywhere`);
      pins.set(action, hash);
    }
  });

  it('has no secrets, leaves no credentials behind, and puts nothing into a shell but by quoted variables', () => {
    assert.doesNotMatch(text, /secrets\.|_PAT\b|NPM_TOKEN/);
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/checkout@')) assert.equal(options?.['persist-credentials'], false);
    for (const run of runs) {
      assert.doesNotMatch(run, /\$\{\{/);
      assert.doesNotMatch(run.replace(/"[^"\n]*"/g, ''), /\$/, run);
    }
    for (const { env = {} } of steps)
      for (const [name, value] of Object.entries(env))
        assert.match(`${name}: ${value}`, /^GH_TOKEN: \$\{\{ github\.token \}\}$/);
    for (const [name, job] of jobs) assert.ok(job['timeout-minutes'] <= 60, name);
  });

  it('publishes to both galleries and to npm what was packed, with where it came from', () => {
    const published = runs.filter((run) => / publish /.test(run));
    assert.deepEqual(published.sort(), [
      'npm publish --provenance --access public --ignore-scripts ./release/milepost.tgz',
      'scripts/release/publish/node_modules/.bin/ovsx publish --trusted-publishing --skip-duplicate --packagePath release/milepost.vsix',
      'scripts/release/publish/node_modules/.bin/vsce publish --oidc --skip-duplicate --packagePath release/milepost.vsix',
    ]);
    for (const file of ['vsix', 'vsix.cdx.json', 'tgz', 'tgz.cdx.json'])
      assert.ok(
        runs.some((run) => run.includes(` dist/milepost.${file} `)),
        file,
      );
    const { stdout } = spawnSync(process.execPath, [root('node_modules/@vscode/vsce/vsce'), 'publish', '--help'], {
      encoding: 'utf8',
    });
    for (const option of ['--oidc', '--skip-duplicate', '--packagePath']) assert.ok(stdout.includes(option), option);
  });

  it('publishes with programs whose every file is known', () => {
    const { dependencies } = JSON.parse(read('scripts/release/publish/package.json'));
    assert.deepEqual(Object.keys(dependencies), ['@vscode/vsce', 'ovsx']);
    assert.equal(dependencies['@vscode/vsce'], JSON.parse(read('package.json')).devDependencies['@vscode/vsce']);
    const { packages } = JSON.parse(read('scripts/release/publish/package-lock.json'));
    for (const [name, version] of Object.entries(dependencies))
      assert.equal(packages[`node_modules/${name}`].version, version);
    for (const [path, { integrity }] of Object.entries<{ integrity?: string }>(packages))
      assert.ok(path === '' || integrity?.startsWith('sha512-'), path);
  });
});

describe('what has to be done before a release', () => {
  const ready = {
    tag: 'release-1.2.3',
    manifest: '{ "version": "1.2.3", "repository": { "url": "https://github.com/a/milepost.git" } }',
    changelog: '# Changelog\n\n## 1.2.3, 2026-11-21\n\n- New.\n\n## 1.2.2, 2026-11-01\n\n- Old.\n',
    pages: { 'README.md': 'uses: a/milepost@v1' },
  };

  it('is nothing once it is all done', () => assert.deepEqual(releaseFaults(ready), []));

  it('is told, each by itself', () => {
    const fault = (change: object): string => releaseFaults({ ...ready, ...change }).join('\n');
    assert.match(fault({ tag: 'release-1.2.4' }), /^The tag is release-1\.2\.4, and package\.json says 1\.2\.3$/);
    assert.match(fault({ tag: 'v1.2.3' }), /^The tag is v1\.2\.3/);
    assert.match(fault({ changelog: '## 1.2.3, unreleased\n' }), /^CHANGELOG\.md has “1\.2\.3, unreleased” on top/);
    assert.match(fault({ changelog: '## 1.2.2, 2026-11-01\n' }), /^CHANGELOG\.md has “1\.2\.2, 2026-11-01” on top/);
    assert.match(fault({ manifest: '{ "version": "1.2.3" }' }), /^package\.json does not say in “repository”/);
    assert.match(fault({ pages: { 'a.md': 'uses: OWNER/milepost@v1' } }), /^a\.md says OWNER\/milepost/);
  });

  it('takes the notes of the newest version', () => {
    assert.equal(newestNotes(ready.changelog), '- New.\n');
    assert.equal(newestNotes('# Changelog\n\n## 1.0.0, 2026-11-21\n\n- A.\n- B.'), '- A.\n- B.\n');
    assert.match(newestNotes(read('CHANGELOG.md')), /^\S[\s\S]*\S\n$/);
  });

  it('is told by the script, which prints nothing then', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [root('scripts/check-release.mjs'), 'release-0.0.0'],
      {
        encoding: 'utf8',
      },
    );
    assert.deepEqual([status, stdout], [1, '']);
    assert.match(stderr, /^The tag is release-0\.0\.0, and package\.json says /);
  });
});
