import * as vscode from 'vscode';
import { deepEqual } from '../assert.ts';
import { commit, daysAgo, tag, writeRepository } from '../git.ts';
import { diagnosticsOf, milepost, milestone, removePlan, untilShown, writePlan } from '../milepost.ts';
import { openFile, page, setText, until, writeFile } from '../support.ts';

describe('a plan in a repository', () => {
  afterEach(removePlan);

  it('is stale where nobody has changed it for long, and follows edits and commits', async () => {
    const { plans, touched } = await milepost();
    await writeRepository();
    await untilShown('repository/a.md', ['stale 3:5-6']);
    deepEqual(touched?.folders, plans.folders);
    const { document } = await openFile('repository/a.md');
    await setText(document, milestone('a', 'status: in-progress\nnote: News.\n'));
    await untilShown('repository/a.md', []);
    await document.save();
    // No file of the plan changes with the commit: the head does.
    commit(daysAgo(200));
    const since = `nobody has changed a since ${daysAgo(200)}`;
    const said = () => diagnosticsOf('repository/a.md').map(({ message }) => message);
    await until(
      () => said().some((message) => message.startsWith(since)) || Promise.reject(new Error(`${said()}`)),
      since,
    );
    await writeFile('repository/a.md', milestone('a', 'status: done\n'));
    await until(() => said().length === 0, 'it to be done');
  });

  it('shows how the score of a risk has moved in four weeks, against what is typed', async () => {
    const risk = (probability: string) =>
      `---\ntype: register\nrisks:\n  - { id: R-1, title: The risk, probability: ${probability}, impact: high }\n---\n`;
    await milepost();
    await writeRepository();
    await writeFile('repository/a.md', risk('low'));
    commit(daysAgo(100));
    await writeFile('repository/a.md', risk('medium'));
    commit(daysAgo(1));
    const { document } = await openFile('repository/a.md');
    await vscode.commands.executeCommand('milepost.openRiskMatrix');
    const trends = () => page.texts('.list td.trend', { webview: '.risks' });
    const untilTrend = (expected: string) =>
      until(async () => {
        const found = (await trends()).join();
        return found === expected || Promise.reject(new Error(found));
      }, expected);
    await untilTrend('↑ from 8');
    await setText(document, risk('very-low'));
    await untilTrend('↓ from 8');
    await document.save();
  });

  it('drifts from the baseline that it names; one that is not there is a finding', async () => {
    const { plans } = await milepost();
    await writeRepository();
    await writeFile('repository/a.md', milestone('a', 'due: 2026-12-04\n'));
    commit(daysAgo(100));
    tag('v1');
    await writeFile('repository/milepost.yaml', 'baseline: v2\n');
    await untilShown('repository/milepost.yaml', ['unknown-baseline 1:11-13']);
    await writeFile('repository/milepost.yaml', 'baseline: v1\n');
    await untilShown('repository/milepost.yaml', []);
    const { document } = await openFile('repository/a.md');
    await setText(document, milestone('a', 'due: 2099-12-11\n'));
    const hover = async (): Promise<string> => {
      const place = document.positionAt(document.getText().indexOf('id: a') + 4);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        place,
      );
      return hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join();
    };
    await until(async () => {
      const text = await hover();
      return (
        /Drift: \d+ working days later than at v1/.test(text.replaceAll('&nbsp;', ' ')) ||
        Promise.reject(new Error(text))
      );
    }, 'the hover to tell the drift');
    const folder = plans.folders.find(({ uri }) => uri.path.endsWith('/repository'));
    deepEqual(folder?.snapshot?.state.drifts.baseline?.name, 'v1');
    await document.save();
  });

  it('tells how a due date has moved, as a picture that follows edits and commits', async () => {
    const { historyPanel, histories, plans } = await milepost();
    await writeRepository();
    await writeFile('repository/a.md', milestone('a', 'due: 2099-11-20\n'));
    commit(daysAgo(100));
    await writeFile('repository/a.md', milestone('a', 'due: 2099-12-04\n'));
    commit(daysAgo(50));
    const due = (): string => folder().snapshot?.plan.documentAt('a.md')?.text ?? '';
    await until(() => due().includes('2099-12-04'), 'the plan to be read');
    const { document } = await openFile('repository/a.md');
    await vscode.commands.executeCommand('milepost.showHistory');
    const untilPoints = (count: number) =>
      until(async () => {
        const points = await page.texts('.history-chart .point', { webview: '.history' });
        return points.length === count || Promise.reject(new Error(points.join()));
      }, `${count} points`);
    await untilPoints(2);
    deepEqual(
      historyPanel.view?.verdict,
      'Due 4 Dec 2099: moved once, 10 working days later than 20 Nov 2099 (+14 d).',
    );
    await setText(document, milestone('a', 'due: 2099-12-18\n'));
    await untilPoints(3);
    await document.save();
    commit(daysAgo(1));
    await until(() => histories.known(folder())?.history.commits.length === 4, 'the commit to be known');
    deepEqual(
      histories.summaryOf(folder(), folder().snapshot?.plan.ofType('milestone')[0] as never),
      'was 20 Nov 2099, moved twice, +28 d',
    );
    await untilPoints(3);

    function folder() {
      const found = plans.folders.find(({ uri }) => uri.path.endsWith('/repository'));
      if (!found) throw new Error('the plan is not there');
      return found;
    }
  });

  it('says what is missing where there is no history', async () => {
    const { plans } = await milepost();
    await writePlan({ 'history.md': milestone('a', '') });
    const isRead = () => plans.folders.some(({ snapshot }) => snapshot?.plan.documentAt('history.md') !== undefined);
    await until(isRead, 'the plan to be read');
    await openFile('history.md');
    await vscode.commands.executeCommand('milepost.showHistory');
    await until(async () => {
      const texts = await page.texts('.instead', { webview: '.history' });
      return (
        texts.some((text) => text.startsWith('There is no history to show: ')) ||
        Promise.reject(new Error(texts.join()))
      );
    }, 'a word on what is missing');
  });
});
