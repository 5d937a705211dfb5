import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { diff } from '../../src/cli/commands/diff.ts';
import { removeTemporaryFolders, temporaryFolder } from '../support/repository.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string): string => readFileSync(root(path), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
  readonly env?: Record<string, string>;
}

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<string, { readonly steps: readonly Step[]; readonly permissions?: unknown }>;
}

const workflows = readdirSync(root('examples/ci')).filter((name) => /^github.*\.yml$/.test(name));
const action = parse(read('action.yml'));

describe('row 46: the workflows to copy', () => {
  it('are there', () => {
    assert.deepEqual(workflows, ['github-forks.yml', 'github.yml']);
  });

  for (const name of workflows) {
    const workflow: Workflow = parse(read(`examples/ci/${name}`));
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

    it(`${name}: puts nothing into a shell but by the environment, and there only what is a hash`, () => {
      for (const { run = '', env = {} } of steps) {
        assert.doesNotMatch(run, /\$\{\{/);
        for (const value of Object.values(env))
          assert.match(value, /^\$\{\{ github\.event\.workflow_run\.head_sha \}\}$/);
      }
    });

    it(`${name}: may read, and comment, and nothing else`, () => {
      assert.deepEqual(workflow.permissions, { contents: 'read', 'pull-requests': 'write' });
      for (const job of Object.values(workflow.jobs)) assert.equal(job.permissions, undefined);
      assert.ok(!Object.hasOwn(workflow.on, 'pull_request_target'));
    });

    it(`${name}: has the whole history, leaves no credentials behind, and checks out nothing that a fork can choose`, () => {
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      assert.deepEqual(
        checkouts.map((step) => step.with),
        [{ 'fetch-depth': 0, 'persist-credentials': false }],
      );
    });

    it(`${name}: uses inputs that the action has`, () => {
      const used = steps.filter(({ uses }) => /^[\w.-]+\/milepost@v\d+$/.test(uses ?? ''));
      assert.equal(used.length, 1);
      for (const input of Object.keys(used[0]?.with ?? {})) assert.ok(Object.hasOwn(action.inputs, input), input);
    });
  }

  it('action.yml: runs one file, by no shell, and offers what the command line has', () => {
    assert.deepEqual(Object.keys(action.runs), ['using', 'main']);
    const { base, comment, token, 'working-directory': folder, ...options } = action.inputs;
    assert.ok(base && comment && token && folder);
    for (const name of Object.keys(options))
      assert.ok(
        diff.options.some((option) => option.name === name),
        name,
      );
  });

  it('gitlab.yml: names no variable that somebody outside can write, and quotes those that it has', () => {
    const { plan } = parse(read('examples/ci/gitlab.yml'));
    const lines: readonly string[] = plan.script;
    const used = new Set(lines.flatMap((line) => [...line.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name)));
    assert.deepEqual([...used].sort(), [
      'CI_COMMIT_SHA',
      'CI_MERGE_REQUEST_DIFF_BASE_SHA',
      'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA',
      'MILEPOST_PACKAGE',
      'head',
    ]);
    for (const line of lines) assert.doesNotMatch(line.replace(/"[^"]*"/g, ''), /\$/, line);
    assert.equal(plan.variables.GIT_DEPTH, '0');
  });
});

describe('the note on a merge request of GitLab', () => {
  after(removeTemporaryFolders);

  /** Runs the script against a server that has these notes. Gives what was asked, and what was said. */
  async function note(text: string, notes: readonly object[], env: NodeJS.ProcessEnv = {}) {
    const asked: string[] = [];
    const bodies: unknown[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      asked.push(`${request.method} ${request.url?.replace(/\?.*/, '')}`);
      if (body !== '') bodies.push(JSON.parse(body).body);
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'));
      const answer = request.url === '/api/v4/user' ? { id: 5 } : notes.slice((page - 1) * 100, page * 100);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const file = join(temporaryFolder(), 'milepost.md');
    writeFileSync(file, text);
    const child = spawn(process.execPath, [root('examples/ci/gitlab-note.mjs'), file], {
      env: {
        CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`,
        CI_PROJECT_ID: '42',
        CI_MERGE_REQUEST_IID: '7',
        MILEPOST_TOKEN: 'glpat-x',
        ...env,
      },
    });
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return { status, asked, bodies, stdout };
  }

  const other = (id: number) => ({ id, body: 'Fine.', author: { id: 9 } });
  const notes = '/api/v4/projects/42/merge_requests/7/notes';

  it('is written once, and then kept up to date', async () => {
    const first = await note('launch moves.\n', [other(1), { id: 2, body: '<!-- milepost -->', author: { id: 9 } }]);
    assert.deepEqual([first.status, first.asked.at(-1)], [0, `POST ${notes}`]);
    assert.deepEqual(first.bodies, ['<!-- milepost -->\nlaunch moves.\n']);
    const many = Array.from({ length: 120 }, (_, n) => other(n));
    const own = { id: 500, body: '<!-- milepost -->\nwas', author: { id: 5 } };
    const second = await note('launch moves.\n', [...many, own]);
    assert.equal(second.asked.at(-1), `PUT ${notes}/500`);
  });

  it('is left out where there is nothing to say, and where there is no token', async () => {
    assert.deepEqual((await note('Nothing of the plan has changed.\n', [])).bodies, []);
    const { status, asked, stdout } = await note('launch moves.\n', [], { MILEPOST_TOKEN: '' });
    assert.deepEqual([status, asked], [0, []]);
    assert.match(stdout, /MILEPOST_TOKEN is not set/);
  });
});
