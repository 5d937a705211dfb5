import assert from 'node:assert/strict';
import { reportBody } from '../../src/core/report/html/report-body.ts';
import { readMessage, readReportState } from '../../src/webview/protocol.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type OpenedPage, openInBrowser } from '../support/open-page.ts';
import { snapshotOf } from '../support/plan.ts';

/** The HTML of a report with a body. */
function htmlOf(body: string): string {
  const snapshot = snapshotOf({ 'updates/a.md': `---\ntype: update\nid: u\ndate: 2026-11-21\n---\n\n${body}\n` });
  const document = snapshot.plan.documentAt('updates/a.md');
  assert.ok(document);
  return reportBody(document, snapshot, { pictures: false });
}

const look = () => {
  const made = [...document.querySelectorAll('.content *')];
  return {
    names: [...new Set(made.map(({ localName }) => localName))],
    attributes: [...new Set(made.flatMap((each) => each.getAttributeNames()))],
    leads: made.flatMap((each) => each.getAttribute('href') ?? []),
    ran: (window as unknown as { ran: number }).ran,
  };
};

describe('the page of a report', () => {
  let opened: OpenedPage;
  let drawing = 0;

  beforeEach(async () => {
    opened = await openInBrowser('report');
  });
  afterEach(() => opened.close());

  async function show(html: string, text = 'plain'): Promise<void> {
    const view = { drawing: ++drawing, asked: { plan: 'file:///p', path: 'a.md' }, title: 'A', html, text };
    await opened.page.evaluate(
      (posted) => {
        const canary = () => {
          (window as unknown as { ran: number }).ran++;
        };
        Object.assign(window, { ran: 0, xssAttack: canary, alert: canary });
        window.postMessage(posted, '*');
      },
      { type: 'report', view },
    );
    await opened.page.waitForSelector(`[data-drawing="${drawing}"]`);
  }

  it('shows headings, lists, tables and the colour of a health', async () => {
    await show(
      htmlOf('# One\n\n**It is 🔴 red.**\n\n- [x] a\n- b\n\n| A | B |\n| --- | ---: |\n| 1 | 2 |\n\n3. three'),
    );
    const { page } = opened;
    assert.equal(await page.locator('.content h1').textContent(), 'One');
    assert.equal(
      await page.locator('.content strong span').evaluate((each) => getComputedStyle(each).color),
      'rgb(207, 34, 46)',
    );
    assert.deepEqual(await page.locator('.content td').allTextContents(), ['1', '2']);
    assert.match((await page.locator('.content li').first().textContent()) ?? '', /☑\s*a/);
    assert.equal(await page.locator('.content ol').getAttribute('start'), '3');
  });

  it('row 3: leads to the web and to mail, and nowhere else: files of the plan are not where it is read', async () => {
    await show(
      htmlOf('[a](../milestones/a.md) [b](https://example.org/b) [c](mailto:c@example.org) [d](command:x) ![e](e.png)'),
    );
    assert.deepEqual((await opened.page.evaluate(look)).leads, ['https://example.org/b', 'mailto:c@example.org']);
    assert.match((await opened.page.locator('.content').textContent()) ?? '', /a b c d e/);
    assert.deepEqual(opened.requests, []);
  });

  it('row 1: shows what did harm elsewhere as text, from Markdown and as HTML that nobody cleaned', async () => {
    const known =
      /^(?:h\d|p|br|hr|ul|ol|li|blockquote|pre|code|strong|em|del|span|table|thead|tbody|tr|th|td|sup|section|a)$/;
    const markdown = htmlOf(HOSTILE_TEXTS.filter(({ length }) => length < 500).join('\n\n'));
    for (const html of [
      markdown,
      HOSTILE_TEXTS.join('\n'),
      HOSTILE_TEXTS.map((text) => `<p title="${text}">${text}</p>`).join(''),
    ]) {
      await show(html);
      const { names, attributes, leads, ran } = await opened.page.evaluate(look);
      assert.deepEqual(
        names.filter((name) => !known.test(name)),
        [],
      );
      assert.deepEqual(
        attributes.filter((name) => !['href', 'style', 'start'].includes(name)),
        [],
      );
      assert.deepEqual(
        leads.filter((address) => !/^(?:https?:|mailto:)/i.test(address)),
        [],
      );
      assert.equal(ran, 0);
      assert.deepEqual(opened.requests, []);
    }
  });

  it('copies what mail keeps: tables and colours on the elements themselves, and plain text beside', async () => {
    await show(htmlOf('# One\n\nIt is 🟠 amber.\n\n| A |\n| --- |\n| 1 |'), '# One in plain text');
    const { page } = opened;
    // A page of the editor may be kept from the clipboard: then it answers to somebody who copies.
    await page.evaluate(() => {
      const copied: Record<string, string> = {};
      Object.assign(window, { copied });
      Object.defineProperty(navigator, 'clipboard', { value: { write: () => Promise.reject(new Error('no')) } });
      const set = DataTransfer.prototype.setData;
      DataTransfer.prototype.setData = function (type, data) {
        copied[type] = data;
        set.call(this, type, data);
      };
    });
    await page.locator('button:text-is("Copy")').click();
    await page.locator('.told:has-text("Copied")').waitFor();
    const copied = await page.evaluate(() => (window as unknown as { copied: Record<string, string> }).copied);
    assert.equal(copied['text/plain'], '# One in plain text');
    const html = copied['text/html'] ?? '';
    assert.match(html, /^<div style="font-family:[^>]*>[\s\S]*<\/div>$/);
    assert.match(html, /<td style="[^"]*border:1px solid[^"]*">1<\/td>/);
    assert.match(html, /<span style="color:#bf8700;white-space:nowrap">● amber<\/span>/);
    assert.doesNotMatch(html, /class=|var\(|<img|<script/);
  });

  it('puts both on the clipboard at once, where it may', async () => {
    await show(htmlOf('# One'), 'plain');
    await opened.page.evaluate(() => {
      const write = (items: ClipboardItem[]) => {
        Object.assign(window, { types: items.flatMap(({ types }) => types) });
        return Promise.resolve();
      };
      Object.defineProperty(navigator, 'clipboard', { value: { write } });
    });
    await opened.page.locator('button:text-is("Copy")').click();
    await opened.page.locator('.told:has-text("Copied")').waitFor();
    const types = await opened.page.evaluate(() => (window as unknown as { types: string[] }).types);
    assert.deepEqual(types, ['text/html', 'text/plain']);
  });

  it('asks to save what the extension knows, and keeps which report it shows', async () => {
    await show(htmlOf('# One'));
    await opened.page.locator('button:text-is("Save as HTML…")').click();
    const sent = await opened.page.evaluate(() => (window as unknown as { sent: unknown[] }).sent.at(-1));
    assert.deepEqual(readMessage(sent), { type: 'save-shown' });
    const kept = await opened.page.evaluate(() => (window as unknown as { kept(): unknown }).kept());
    assert.deepEqual(readReportState(kept), { report: { plan: 'file:///p', path: 'a.md' } });
  });
});
