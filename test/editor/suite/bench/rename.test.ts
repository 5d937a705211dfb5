import * as vscode from 'vscode';
import { equal, ok } from '../assert.ts';
import { post } from '../bridge.ts';
import { milepost, milestone, removePlan, willWrite } from '../milepost.ts';
import { openFile, until, writeFile } from '../support.ts';

const { executeCommand } = vscode.commands;
const COUNT = 2000;

/** What something takes in the extension host: by the clock, of the processor, and of memory while it goes on. */
async function measured<T>(name: string, act: () => Thenable<T>): Promise<T> {
  const cpu = process.cpuUsage();
  const before = process.memoryUsage().heapUsed;
  let highest = before;
  const watching = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().heapUsed);
  }, 20);
  const began = performance.now();
  try {
    const result = await act();
    const ms = performance.now() - began;
    highest = Math.max(highest, process.memoryUsage().heapUsed);
    const { user, system } = process.cpuUsage(cpu);
    await post({ event: 'figure', name, figure: { ms, cpu: (user + system) / 1000, heap: highest - before } });
    return result;
  } finally {
    clearInterval(watching);
  }
}

describe('bench', () => {
  after(removePlan);

  it(`a rename that touches ${COUNT} files`, async function () {
    this.timeout(600_000);
    this.retries(0);
    const { plans } = await milepost();
    for (const top of ['hub.md', 'many']) await willWrite(top);
    await writeFile('hub.md', milestone('hub'));
    const left = Array.from({ length: COUNT }, (_, n) => n);
    const write = (n: number) => writeFile(`many/m${n}.md`, milestone(`m${n}`, 'depends_on: [hub]\n'));
    while (left.length > 0) await Promise.all(left.splice(0, 50).map(write));
    const untilNamed = (hub: string) =>
      until(
        () => {
          const plan = plans.folders[0]?.snapshot?.plan;
          const item = plan?.items.find(({ id }) => id === hub);
          return item !== undefined && plan?.referencesTo(item).length === COUNT;
        },
        `the plan with ${hub}`,
        120_000,
      );
    await untilNamed('hub');
    const { document } = await openFile('hub.md');
    await executeCommand('workbench.action.focusActiveEditorGroup');
    const at = document.positionAt(document.getText().indexOf('hub') + 1);
    const edit = await measured('computed', () =>
      executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at, 'axle'),
    );
    equal(edit.size, COUNT + 1);
    await measured('applied and saved', async () =>
      ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true })),
    );
    await measured('until the plan knows it', () => untilNamed('axle'));
    await measured('undone', async () => {
      await executeCommand('undo');
      await untilNamed('hub');
    });
    await measured('saved again', () => vscode.workspace.saveAll(false));
  });
});
