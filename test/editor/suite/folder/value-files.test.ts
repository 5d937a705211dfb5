import * as vscode from 'vscode';
import { equal, match } from '../assert.ts';
import { milepost, removePlan, treeElement, untilShown, writePlan } from '../milepost.ts';
import { deleteFile, openFile, setText, until } from '../support.ts';

const METRIC = `---
type: metric
id: velocity
title: Velocity
owner: dana
unit: points
direction: up
threshold: 40
source: metrics/velocity.csv
---
`;

describe('files of values', () => {
  afterEach(removePlan);

  /** Waits until the row of the metric says that. */
  async function untilRow(description: string): Promise<void> {
    const parts = await milepost();
    await until(() => {
      const element = treeElement(parts, 'Velocity');
      return element && parts.programView.getTreeItem(element).description === description;
    }, `a row with ${description}`);
  }

  it('are followed in the tree and in findings, as they are saved, typed, and deleted', async () => {
    await writePlan({ 'm.md': METRIC, 'metrics/velocity.csv': 'date,value\n2026-10-01,41\n2026-10-15,48\n' });
    await untilRow('▁█ 48 points · tracked');
    await untilShown('m.md', []);
    await writePlan({ 'metrics/velocity.csv': 'date,value\n2026-10-01,41\n2026-10-15,39\n' });
    await untilRow('█▁ 39 points, beyond its threshold · tracked');
    await untilShown('m.md', ['metric-beyond-threshold 9:9-29']);
    const { document } = await openFile('metrics/velocity.csv');
    await setText(document, 'date,value\n2026-10-01,41\nsoon,39\n');
    await untilRow('▄ 41 points · tracked');
    await untilShown('m.md', ['metric-source 9:9-29']);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilShown('m.md', ['metric-beyond-threshold 9:9-29']);
    await deleteFile('metrics/velocity.csv');
    await untilShown('m.md', ['metric-source 9:9-29']);
    await untilRow('no values · tracked');
    await writePlan({ 'metrics/velocity.csv': '2026-10-01,44\n' });
    await untilRow('▄ 44 points · tracked');
  });

  it('lead to the lines that cannot be read', async () => {
    await writePlan({ 'm.md': METRIC, 'metrics/velocity.csv': '2026-10-01,41\nsoon,39\n' });
    const { document } = await openFile('m.md');
    // Until the file has been read, it is the file that is missing.
    const related = await until(
      () => vscode.languages.getDiagnostics(document.uri)[0]?.relatedInformation?.[0],
      'a line that cannot be read',
    );
    match(related.location.uri.path, /\/metrics\/velocity\.csv$/);
    equal(related.location.range.start.line, 1);
  });
});
