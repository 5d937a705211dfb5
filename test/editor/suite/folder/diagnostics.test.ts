import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { codeOf, diagnosticsOf, milestone, removePlan, shown, untilShown, writePlan } from '../milepost.ts';
import { openFile, pause, setText, until, workspaceFile } from '../support.ts';

describe('findings', () => {
  afterEach(removePlan);

  it('appear and disappear with typing, in a file of one item', async () => {
    await writePlan({ 'a.md': milestone('a'), 'b.md': milestone('b') });
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'depends_on: [bb, b]\n'));
    await untilShown('a.md', ['unknown-reference 6:14-16']);
    ok(document.isDirty, 'saved without being asked to');
    await setText(document, milestone('a', 'depends_on: [b]\n'));
    await untilShown('a.md', []);
  });

  it('appear and disappear with typing, in a document of many items', async () => {
    const register = (more: string): string =>
      `---\ntype: register\nrisks:\n  - id: R-1\n    owner: dana\n${more}---\n`;
    await writePlan({ 'risks.md': register('    probability: low\n    impact: low\n') });
    const { document } = await openFile('risks.md');
    await setText(document, register('    probability: low\n    impact: enormous\n'));
    await untilShown('risks.md', ['invalid-value 7:13-21']);
    await setText(document, register('    probability: low\n'));
    await untilShown('risks.md', ['missing-field 4:9-12']);
    await setText(document, register('    probability: low\n    impact: low\n'));
    await untilShown('risks.md', []);
  });

  it('are those of the file again when an editor is closed without saving', async () => {
    await writePlan({ 'a.md': milestone('a') });
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'due: tomorrow\n'));
    await untilShown('a.md', ['invalid-value 6:6-14']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilShown('a.md', []);
  });

  it('stand in all files, opened or not, with code, page, range and what belongs to them', async () => {
    await writePlan({ 'a.md': milestone('same'), 'deep/er/b.md': milestone('same') });
    await untilShown('a.md', ['duplicate-id 3:5-9']);
    await untilShown('deep/er/b.md', ['duplicate-id 3:5-9']);
    const [diagnostic] = diagnosticsOf('a.md');
    ok(diagnostic);
    equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    match(diagnostic.message, /^"same" is the id of another item/);
    deepEqual(
      diagnostic.relatedInformation?.map(({ location }) => location.uri.path),
      [workspaceFile('deep/er/b.md').path],
    );
    ok(typeof diagnostic.code === 'object');
    const page = new TextDecoder().decode(await vscode.workspace.fs.readFile(diagnostic.code.target));
    match(page, /duplicate-id/);
  });

  it('follow milepost.yaml, saved or not', async () => {
    await writePlan({
      'a.md': milestone('a', 'colour: red\n'),
      'milepost.yaml': 'rules: { unknown-field: error }\n',
    });
    const severity = () => diagnosticsOf('a.md')[0]?.severity;
    await until(() => severity() === vscode.DiagnosticSeverity.Error, 'an error');
    await writePlan({ 'milepost.yaml': 'rules: { unknown-field: warning }\n' });
    await until(() => severity() === vscode.DiagnosticSeverity.Warning, 'a warning');
    const { document } = await openFile('milepost.yaml');
    await setText(document, 'rules: { unknown-field: off }\n');
    await untilShown('a.md', []);
    await setText(document, 'rules: { unknown-feild: off }\n');
    await untilShown('milepost.yaml', ['invalid-configuration 1:10-23']);
    await untilShown('a.md', ['unknown-field 6:1-7']);
  });

  it('are told only of documents where they have changed', async () => {
    await writePlan({ 'a.md': milestone('a', 'due: x\n'), 'b.md': milestone('b', 'due: x\n'), 'c.md': milestone('c') });
    await untilShown('a.md', ['invalid-value 6:6-7']);
    await untilShown('b.md', ['invalid-value 6:6-7']);
    // The editor gathers such events for a moment.
    await pause(200);
    const told = new Set<string>();
    const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      for (const uri of uris) told.add(uri.path.replace(/^.*\//, ''));
    });
    const { document } = await openFile('c.md');
    await setText(document, milestone('c', 'due: x\n'));
    await untilShown('c.md', ['invalid-value 6:6-7']);
    await until(() => told.size > 0, 'the event');
    listening.dispose();
    deepEqual([...told], ['c.md']);
  });

  it('are all shown where there are thousands', async () => {
    const entries = Array.from({ length: 60 }, (_, i) => `  - { id: M-${i}, owner: maria, due: someday }\n`).join('');
    const names = Array.from({ length: 25 }, (_, i) => `many/${i}.md`);
    await writePlan(
      Object.fromEntries(
        names.map((name, i) => [name, `---\ntype: register\nprogram: p${i}\nmilestones:\n${entries}---\n`]),
      ),
    );
    const count = () => names.reduce((sum, name) => sum + shown(name).length, 0);
    await until(() => count() === 1500 || Promise.reject(new Error(String(count()))), '1,500 findings', 15_000);
  });

  it('stay away while the setting says so', async () => {
    await writePlan({ 'a.md': milestone('a', 'due: x\n') });
    await untilShown('a.md', ['invalid-value 6:6-7']);
    const configuration = vscode.workspace.getConfiguration('milepost');
    await configuration.update('diagnostics.enabled', false, vscode.ConfigurationTarget.Global);
    await untilShown('a.md', []);
    await configuration.update('diagnostics.enabled', undefined, vscode.ConfigurationTarget.Global);
    await untilShown('a.md', ['invalid-value 6:6-7']);
  });

  it('are plain text, whatever a title says', async () => {
    const title = '[click](command:workbench.action.quit) <img src=x> $(bug)';
    await writePlan({
      'a.md': `---\ntype: milestone\nid: a\ntitle: "${title}"\nowner: maria\n---\n`,
      'b.md': `---\ntype: milestone\nid: a\ntitle: "${title}"\nowner: maria\n---\n`,
    });
    await untilShown('a.md', ['duplicate-id 3:5-6']);
    for (const { message, code } of diagnosticsOf('a.md')) {
      equal(typeof message, 'string');
      equal(codeOf(code), 'duplicate-id');
    }
  });
});
