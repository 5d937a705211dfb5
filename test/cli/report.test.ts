import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository, temporaryFolder } from '../support/repository.ts';
import { inProcessWith } from './support.ts';

const plan = (progress: string, more = ''): string => `---
type: program
id: atlas
title: Atlas
owner: maria
start: 2026-11-02
goal: launch
workstreams:
  - { id: web, title: The web, owner: chen }
milestones:
  - { id: api, title: The API, workstream: web, status: in-progress, started: 2026-11-02, due: 2026-11-20, duration: 15d, progress: ${progress} }
  - { id: launch, title: Launch, owner: maria, due: 2026-11-20, key: true, depends_on: [api] }
decisions:
  - { id: D-1, title: Where it runs, owner: okafor, status: proposed, due: 2026-11-12, blocks: [launch] }
${more}---
`;

describe('milepost report', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  const report = (...args: string[]) =>
    inProcessWith(GIT_ENV, repository.folder, 'report', '--today', '2026-11-16', ...args);
  const read = (path: string): string => readFileSync(join(repository.folder, path), 'utf8');

  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('2026-11-09', { 'plan.md': plan('33%') });
    repository.commit('2026-11-13', { 'plan.md': plan('40%') });
  });

  it('prints half a page that is ready to send: no comment, no front matter', async () => {
    const { status, stdout } = await report();
    assert.equal(status, 0);
    assert.match(stdout, /^# Atlas: status of 16 November 2026\n\n\*\*Atlas is 🔴 red\.\*\* \[Launch\]\(plan\.md\)/);
    assert.doesNotMatch(stdout, /<!--|^---$/m);
    assert.doesNotMatch(stdout, /\n\n\n/);
  });

  it('tells what moved since: as it was forecast then, of what it is forecast for now, and where that began', async () => {
    const { stdout } = await report('--since', '2026-11-09');
    assert.match(stdout, /On 9 November it was forecast for 23 November, 3 working days earlier\./);
    assert.match(
      stdout,
      /^- \[The API\]\(plan\.md\) \(chen\) moved from 23 to 26 November, 3 working days later: progress 33% → 40%, and more time than that has passed\. With it \[Launch\]\(plan\.md\) moved from 23 to 26 November, 3 working days later, and is now forecast 4 working days after its firm date\.$/m,
    );
  });

  it('begins where the last update ended, a week ago where there is none, or where somebody says', async () => {
    assert.match((await report()).stdout, /^## What moved since 9 November$/m);
    repository.write({ 'updates/one.md': '---\ntype: update\ndate: 2026-11-13\n---\n' });
    assert.match((await report()).stdout, /^## What moved since 13 November$/m);
    assert.match((await report('--since', 'HEAD~1')).stdout, /^## What moved since 9 November$/m);
    const { status, stderr } = await report('--since', 'nowhere');
    assert.equal(status, 2);
    assert.match(stderr, /--since takes a day, a branch, a tag or a hash, and there is no "nowhere"/);
  });

  it('begins with the first commit in the first week of a plan, and says so', async () => {
    repository = new TestRepository();
    repository.commit('2026-11-12', { 'plan.md': plan('33%').replace('15d', '12d') });
    repository.commit('2026-11-12', { 'plan.md': plan('33%') });
    const { stdout } = await report();
    assert.match(stdout, /^## What moved since the first commit of the plan, 12 November$/m);
    assert.match(stdout, /duration 12d → 15d/);
    assert.doesNotMatch(stdout, /not known/);
  });

  it('tells on the first day in git what was closed since the last update, by the days that the plan says', async () => {
    repository = new TestRepository();
    const update = '---\ntype: update\ndate: 2026-11-13\n---\n';
    const closed = '---\ntype: milestone\nid: design\ntitle: Design\nstatus: done\ncompleted: 2026-11-14\n---\n';
    repository.commit('2026-11-16', { 'plan.md': plan('33%'), 'design.md': closed, 'updates/one.md': update });
    const path = 'updates/2026-11-16.md';
    await report('--for', 'engineering', path);
    assert.match(
      read(path),
      /No item has been closed since the first commit of the plan, 16 November\. Before that, by the dates in the plan, since 13 November:\n\n- \[Design\]\(\.\.\/design\.md\), done on 14 November\./,
    );
    assert.match((await report('--for', 'engineering', path)).stderr, /is up to date/);
  });

  it('begins where the plan did, in a repository that is older', async () => {
    repository = new TestRepository();
    repository.commit('2026-01-12', { 'src/code.c': 'int main;\n', 'README.md': 'Code.\n' });
    repository.commit('2026-11-12', { 'src/code.c': 'int main();\n' });
    repository.commit('2026-11-13', { 'plan.md': plan('33%') });
    repository.write({ 'plan.md': plan('40%') });
    const { stdout } = await report();
    assert.match(stdout, /^## What moved since the first commit of the plan, 13 November$/m);
    assert.match(stdout, /progress 33% → 40%/);
  });

  it('writes down the first commit, so that it begins there again; and in a file that is not committed, none', async () => {
    repository = new TestRepository();
    const first = repository.commit('2026-11-12', { 'plan.md': plan('33%') });
    repository.commit('2026-11-12', { 'plan.md': plan('40%') });
    await report('updates/one.md');
    assert.match(read('updates/one.md'), new RegExp(`^since: "?${first.slice(0, 12)}"?$`, 'm'));
    const { stderr } = await report('updates/one.md');
    assert.match(stderr, /"updates\/one.md" is up to date/);
    repository = new TestRepository();
    repository.commit('2026-11-12', { 'other.txt': 'Nothing of a plan.\n' });
    repository.write({ 'plan.md': plan('40%') });
    assert.match(
      (await report()).stdout,
      /^What has changed is not known: git has nothing here from 9 November or before\.$/m,
    );
  });

  it('begins at the baseline, where there is one and no update yet, and compares with it once', async () => {
    repository.git('tag', 'v1', 'HEAD~1');
    repository.write({ 'milepost.yaml': 'baseline: v1\n' });
    const { stdout } = await report();
    assert.match(stdout, /^## What moved since the baseline v1, 9 November$/m);
    assert.match(stdout, /progress 33% → 40%/);
    assert.match(stdout, /The baseline v1 has /);
    assert.doesNotMatch(stdout, /On 9 November it was forecast/);
    repository.write({ 'updates/one.md': '---\ntype: update\ndate: 2026-11-13\n---\n' });
    assert.match((await report()).stdout, /^## What moved since 13 November$/m);
    repository.write({ 'updates/one.md': '', 'milepost.yaml': 'baseline: nowhere\n' });
    assert.match((await report()).stdout, /^## What moved since 9 November$/m);
  });

  it('begins on no day to come, and with a commit of tomorrow, made elsewhere, today', async () => {
    const { status, stderr } = await report('--since', '2026-11-17');
    assert.equal(status, 2);
    assert.match(stderr, /nothing has changed since 2026-11-17: that is still to come/);
    repository.commit('2026-11-17', { 'more.md': 'More.\n' });
    assert.match((await report('--since', 'HEAD')).stdout, /^## What moved since 16 November$/m);
  });

  it('is not taken for an update that stands where one is printed', async () => {
    repository.write({ 'report.md': '---\ntype: update\ndate: 2026-11-13\nhealth: green\n---\n' });
    assert.doesNotMatch((await report()).stdout, /this update says/);
  });

  it('says what it does not know where git has nothing that old, or is not there', async () => {
    assert.match(
      (await report('--since', '2026-10-01')).stdout,
      /^What has changed is not known: git has nothing here from 1 October or before\.$/m,
    );
    repository.commit('2026-11-14', { 'moved/plan.md': plan('40%'), 'moved/milepost.yaml': '' });
    const fromMoved = (...args: string[]) =>
      inProcessWith(GIT_ENV, join(repository.folder, 'moved'), 'report', '--today', '2026-11-16', ...args);
    assert.match((await fromMoved()).stdout, /^## What moved since the first commit of the plan, 14 November$/m);
    const moved = await fromMoved('--since', '2026-11-09');
    assert.match(moved.stdout, /^What has changed is not known: there was no plan here on 9 November\.$/m);
    const folder = temporaryFolder();
    new TestRepository(folder).write({ 'plan.md': plan('40%'), 'milepost.yaml': '' });
    const { stdout, status } = await inProcessWith(GIT_ENV, folder, 'report', '--today', '2026-11-16');
    assert.equal(status, 0);
    assert.match(stdout, /^What has changed is not known: /m);
  });

  it('is a file of the plan: written twice it is the same, and every word that somebody adds stays', async () => {
    const path = 'updates/2026-11-16.md';
    assert.equal((await report(path)).status, 0);
    const first = read(path);
    assert.match(
      first,
      /^---\ntype: update\ntitle: .*\ndate: 2026-11-16\nsince: 2026-11-09\naudience: executive\nhealth: red\n---\n/,
    );
    assert.equal((await report(path)).status, 0);
    assert.equal(read(path), first);
    const edited = first
      .replace('health: red', 'health: green # we will make it')
      .replace('## Workstreams', 'We are *fine*, trust us.\n\n## Streams')
      .replaceAll('\n', '\r\n');
    repository.write({ [path]: edited, 'plan.md': plan('60%') });
    assert.equal((await report(path)).status, 0);
    const second = read(path);
    assert.match(second, /this update says \*\*green\*\*, and the forecast says \*\*(?:red|amber)\*\*\./);
    assert.ok(!second.replaceAll('\r\n', '').includes('\n'), 'line ends stay as they were');
    const own = (text: string): string =>
      text.replace(/(<!-- milepost [^>]*-->)[\s\S]*?<!-- \/milepost[^>]*-->/g, '$1');
    assert.equal(own(second), own(edited));
    assert.notEqual(second, edited);
    assert.equal((await report(path)).status, 0);
    assert.equal(read(path), second);
    const { stdout } = await inProcessWith(GIT_ENV, repository.folder, 'sync', '--check', '--today', '2026-12-24');
    assert.doesNotMatch(stdout, /updates/);
  });

  it('leaves a generated part in which somebody has written as it is, and says where, until its words are moved', async () => {
    const path = 'updates/2026-11-16.md';
    await report(path);
    const first = read(path);
    assert.match(first, /^<!-- \/milepost 2026-11-16 [0-9a-f]{8} -->$/m);
    const spoken = first.replace(/^\*\*Atlas is .*$/m, '$&\n\nI know, and I am on it.');
    repository.write({ [path]: spoken, 'plan.md': plan('60%') });
    const dry = await report('--dry-run', path);
    assert.equal(dry.status, 1);
    const { status, stderr } = await report(path);
    const line = read(path).split('\n').indexOf('<!-- milepost headline -->') + 1;
    assert.ok(
      stderr.includes(
        `${path}:${line}: somebody has written in the part "headline": it is left as it is; move the words out of it, or empty it, and it is written anew`,
      ),
      stderr,
    );
    assert.match(stderr, /the other generated parts of/);
    assert.equal(status, 1);
    const second = read(path);
    const headline = /<!-- milepost headline -->[\s\S]*?<!-- \/milepost.*-->/;
    assert.equal(headline.exec(second)?.[0], headline.exec(spoken)?.[0]);
    assert.notEqual(second, spoken);
    const again = await report(path);
    assert.equal(again.status, 1);
    assert.doesNotMatch(again.stderr, /up to date/);
    assert.equal(read(path), second);
    const found = await inProcessWith(GIT_ENV, repository.folder, 'check', '--today', '2026-11-16', 'updates');
    assert.match(found.stdout, new RegExp(`${line}:1 +info +somebody has written in the part "headline"`));
    const next = await inProcessWith(GIT_ENV, repository.folder, 'check', '--today', '2026-11-17', 'updates');
    assert.doesNotMatch(next.stdout, /somebody has written/);

    repository.write({
      [path]: second
        .replace('I know, and I am on it.\n\n', '')
        .replace('## Workstreams', 'I know, and I am on it.\n\n## Workstreams'),
    });
    assert.equal((await report(path)).status, 0);
    assert.notEqual(headline.exec(read(path))?.[0], headline.exec(first)?.[0]);
    assert.match(read(path), /\nI know, and I am on it\.\n\n## Workstreams/);
    repository.write({
      [path]: spoken.replace(headline, '<!-- milepost headline -->\n<!-- /milepost 2026-11-16 00c0ffee -->'),
    });
    assert.equal((await report(path)).status, 0);
    assert.match(read(path), /<!-- milepost headline -->\n\n\*\*Atlas is /);
  });

  it('loses no word where the end of a part can no longer be read, and mends that end where nothing is lost', async () => {
    const path = 'updates/2026-11-16.md';
    await report(path);
    const first = read(path);
    const damaged = first.replace(
      /(<!-- \/milepost \S+) (\w+) -->/,
      (_, start, mark) => `${start} ${mark.slice(3)}! -->`,
    );
    assert.notEqual(damaged, first);
    repository.write({ [path]: damaged });
    assert.equal((await report(path)).status, 0);
    assert.equal(read(path), first);
    repository.write({ [path]: damaged.replace('**Atlas is ', 'Friends: **Atlas is '), 'plan.md': plan('60%') });
    const { status, stderr } = await report(path);
    assert.equal(status, 1);
    assert.match(stderr, /somebody has written in the part "headline"/);
    assert.match(read(path), /^Friends: /m);
  });

  it('takes no fingerprint from a formatter, and gives one to an older part when it writes anything', async () => {
    const path = 'updates/2026-11-16.md';
    await report(path);
    const first = read(path);
    const formatted = first
      .replaceAll(/^\|(.*)\|$/gm, '|  $1  |')
      .replaceAll(/^\|.*---.*$/gm, (row) => row.replaceAll(' ', '').replaceAll('---', '--------'))
      .replaceAll('\n', '\r\n');
    assert.notEqual(formatted.replaceAll('\r', ''), first);
    repository.write({ [path]: formatted });
    assert.equal((await report(path)).status, 0);
    assert.equal(read(path), formatted);
    repository.write({ 'plan.md': plan('60%') });
    const { status, stderr } = await report(path);
    assert.deepEqual([status, stderr.includes('somebody')], [0, false]);
    assert.equal(read(path).includes('Win back 1 working day'), true);

    // As an older version has written it.
    const second = read(path);
    const older = second.replaceAll(/(<!-- \/milepost \S+) \w+ -->/g, '$1 -->');
    repository.write({ [path]: older });
    assert.equal((await report(path)).status, 0);
    assert.equal(read(path), older);
    repository.write({ 'plan.md': plan('33%') });
    assert.equal((await report(path)).status, 0);
    assert.doesNotMatch(read(path), /<!-- \/milepost \S+ -->/);
  });

  it('begins anew with an old report as its template, whatever stands in its parts', async () => {
    await report('updates/old.md');
    const old = read('updates/old.md').replace(/^\*\*Atlas is .*$/m, 'Old words.');
    repository.write({ 'templates/mine.md': old.replace(/^---[\s\S]*?^---\n/m, '') });
    const { status } = await report('--template', join(repository.folder, 'templates/mine.md'), 'updates/new.md');
    assert.equal(status, 0);
    assert.match(read('updates/new.md'), /<!-- milepost headline -->\n\n\*\*Atlas is /);
    assert.doesNotMatch(read('updates/new.md'), /Old words/);
  });

  it('never writes over a report of another day, or over what is none', async () => {
    repository.write({
      'updates/old.md': '---\ntype: update\ndate: 2026-11-13\n---\n\n<!-- milepost headline -->\n<!-- /milepost -->\n',
      'notes.md': 'Mine.\n',
      'readme.md': '---\ntype: register\n---\n',
    });
    for (const [path, why] of [
      ['updates/old.md', /says how things stood on 2026-11-13, and stays so/],
      ['notes.md', /is there, and no part of the plan/],
      ['readme.md', /has no live blocks/],
      ['../out.md', /is not in the plan/],
      ['.git/x.md', /is in a folder of git or of the editor/],
    ] as const) {
      const before = existsSync(join(repository.folder, path)) ? read(path) : undefined;
      const { status, stderr } = await report(path);
      assert.equal(status, 2, path);
      assert.match(stderr, why);
      assert.equal(existsSync(join(repository.folder, path)) ? read(path) : undefined, before);
    }
  });

  it('does not say that a part is up to date which it cannot write', async () => {
    const path = 'updates/one.md';
    const text = (blocks: string): string => `---\ntype: update\ndate: 2026-11-16\n---\n\n${blocks}`;
    repository.write({ [path]: text('<!-- milepost nonsense -->\nMine\n<!-- /milepost -->\n') });
    const alone = await report(path);
    assert.equal(alone.status, 1);
    assert.match(alone.stderr, /a part of the report is left as it is: /);
    assert.doesNotMatch(alone.stderr, /up to date/);
    repository.write({
      [path]: text(
        '<!-- milepost nonsense -->\nMine\n<!-- /milepost -->\n\n<!-- milepost asks -->\n<!-- /milepost -->\n',
      ),
    });
    const { status, stderr } = await report(path);
    assert.equal(status, 1);
    assert.match(stderr, /the other generated parts of "updates\/one\.md" are up to date/);
    assert.match(read(path), /^<!-- milepost nonsense -->\nMine\n/m);
  });

  it('says where there is no plan to report on', async () => {
    const { status, stderr } = await inProcessWith(GIT_ENV, temporaryFolder(), 'report');
    assert.equal(status, 2);
    assert.match(stderr, /there is no plan in .* yet: "milepost init" writes a first one/);
  });

  it('shows what it would write', async () => {
    const { stdout } = await report('--dry-run', 'updates/new.md');
    assert.match(stdout, /^\+# Atlas: status of 16 November 2026$/m);
    assert.ok(!existsSync(join(repository.folder, 'updates/new.md')));
  });

  it('is for engineering by workstream, and for one person of a team', async () => {
    const { stdout } = await report('--for', 'engineering');
    assert.match(stdout, /^## The web\n\n\*\*Done since 9 November\*\*\n/m);
    assert.match(
      stdout,
      /^- \[Launch\]\(plan\.md\) \(maria\) waits for decision \[Where it runs\]\(plan\.md\) \(okafor\), which was due on 12 November\.$/m,
    );
    const team = (await report('--for', 'team', 'owner=okafor', 'updates/team.md')).status;
    assert.equal(team, 0);
    assert.match(
      read('updates/team.md'),
      /<!-- milepost week owner=okafor -->\n\n\*\*okafor\*\*\n\n- \[Where it runs\]/,
    );
    assert.doesNotMatch(read('updates/team.md'), /\*\*chen\*\*/);
  });

  it('begins with a template of a team, and says what is wrong with one', async () => {
    repository.write({
      't.md':
        '# {{title}} on {{date}}\n\n{{#workstreams}}\n- {{workstream-title}}\n{{/workstreams}}\n\n<!-- milepost asks -->\n<!-- /milepost -->\n',
      'bad.md': '{{titel}}\n',
    });
    const { stdout } = await report('--template', 't.md');
    assert.match(
      stdout,
      /^# Atlas on 2026-11-16\n\n- The web\n- Across workstreams\n\n- \*\*Decide\*\* \[Where it runs\]/,
    );
    assert.match(
      (await report('--template', 'bad.md')).stderr,
      /no placeholder "\{\{titel\}\}" to fill: did you mean \{\{title\}\}\?/,
    );
    assert.match((await report('--template', 'none.md')).stderr, /the template "none.md" cannot be read/);
    for (const [template, why] of [
      ['{{Title}}\n', /no placeholder "\{\{Title\}\}" to fill: did you mean \{\{title\}\}\?/],
      ['{{#workstreams}}\nx\n', /"\{\{#workstreams\}\}" without its other end/],
      ['x {{/workstreams}}\n', /"\{\{\/workstreams\}\}" without its other end/],
      ['{{#workstreams}}\n{{#workstreams}}\n{{/workstreams}}\n{{/workstreams}}\n', /one pair not in another/],
      ['{{workstream}}\n', /\{\{workstream\}\} stands between \{\{#workstreams\}\} and/],
    ] as const) {
      repository.write({ 'bad.md': template });
      const { status, stderr } = await report('--template', 'bad.md');
      assert.equal(status, 2, template);
      assert.match(stderr, why);
    }
  });

  it('is one page of HTML: with its picture and the images of the plan, and nothing from elsewhere', async () => {
    repository.write({
      't.md':
        '# Status\n\n![logo](logo.png) ![out](https://example.org/x.png) <script>alert(1)</script>\n\n<!-- milepost next -->\n<!-- /milepost -->\n',
      'logo.png': 'png',
    });
    const { stdout } = await report('--format', 'html', '--template', 't.md');
    assert.match(stdout, /^<!doctype html>/);
    assert.match(stdout, /<svg class="timeline"/);
    assert.match(stdout, /<img src="data:image\/png;base64,cG5n"/);
    assert.match(stdout, /&lt;script&gt;/);
    assert.doesNotMatch(stdout, /<script|<!-- /);
    assert.match(stdout, /default-src 'none'/);
  });
});
