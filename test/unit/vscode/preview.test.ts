import assert from 'node:assert/strict';
import type { PlanState } from '../../../src/core/state/state.ts';
import { BLOCK_TOKEN } from '../../../src/vscode/preview/block-token.ts';
import { NOT_READ, type PreviewContent, sameContent } from '../../../src/vscode/preview/content.ts';
import { replaceBlocks } from '../../../src/vscode/preview/find-blocks.ts';
import type { MarkdownIt, PreviewEnv, Token } from '../../../src/vscode/preview/markdown-it.ts';
import { previewContent } from '../../../src/vscode/preview/preview-content.ts';
import { extendPreview } from '../../../src/vscode/preview/preview-plugin.ts';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService } from '../../../src/workspace/plan-service.ts';
import { Slices, UNHURRIED } from '../../../src/workspace/slices.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const PAGE = `---
type: register
---

Minutes.

<!-- milepost milestones -->
<!-- /milepost -->

<!-- milepost risks -->
<!-- /milepost -->

<!-- milepost mistakes -->
<!-- /milepost -->
`;
const ITEM = '---\ntype: milestone\nid: a\nowner: maria\ndue: 2027-01-15\n---\n\nText.\n';

/** Texts as a plan has them, one after the other. */
function edited(): { service: PlanService; change: (path: string, what: string, by: string) => Promise<Snapshot> } {
  const service = new PlanService({
    files: new MemoryFiles({ 'page.md': PAGE, 'a.md': ITEM }),
    host: UNHURRIED,
    decodeUtf8: (bytes) => decoder.decode(bytes),
    rootName: 'plan',
    today: 20_778,
  });
  const change = async (path: string, what: string, by: string): Promise<Snapshot> => {
    const text = (await service.settled()).plan.documentAt(path)?.text ?? '';
    assert.ok(text.includes(what));
    service.setOpen(path, text.replace(what, by));
    return service.settled();
  };
  return { service, change };
}

/** The same plan for somebody who asks how nothing of it stands. */
const unasked = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  state: new Proxy({} as PlanState, {
    get: (_, name) => assert.fail(`${String(name)} was asked for`),
  }),
});

async function content(snapshot: Snapshot, earlier?: PreviewContent): Promise<PreviewContent> {
  const found = await previewContent('page.md', snapshot, new Slices(UNHURRIED), earlier);
  assert.ok(found, 'the plan has the page');
  return found;
}

describe('what a preview shows of a plan', () => {
  it('is computed once, as long as only prose is edited', async () => {
    const { service, change } = edited();
    const first = await content(await service.settled());
    assert.equal(first.blocks.get('milestones ')?.lines?.length, 3);
    assert.deepEqual(first.blocks.get('risks ')?.lines, ['No risks.']);
    assert.match(first.blocks.get('mistakes ')?.fault ?? '', /there is no view/);
    await change('page.md', 'Minutes.', 'Minutes of a meeting.');
    const second = await content(unasked(await change('a.md', 'Text.', 'More text.')), first);
    assert.ok(sameContent(first, second));
    for (const [key, block] of first.blocks) assert.equal(second.blocks.get(key), block);
  });

  it('is computed again when the plan says something else, or the day is another', async () => {
    const { service, change } = edited();
    const first = await content(await service.settled());
    const second = await content(await change('a.md', '2027-01-15', '2027-01-22'), first);
    assert.ok(!sameContent(first, second));
    assert.match(second.blocks.get('milestones ')?.lines?.at(-1) ?? '', /2027-01-22/);
    // What comes out the same is the same.
    assert.equal(second.blocks.get('risks '), first.blocks.get('risks '));
    service.setToday(20_900);
    const third = await content(await service.settled(), second);
    assert.ok(!sameContent(second, third));
  });

  it('has parts of a report as they are written, with the words of somebody in them, and says what cannot be generated', async () => {
    const { change } = edited();
    const report = await content(await change('page.md', 'type: register', 'type: update\ndate: 2026-10-01'));
    assert.deepEqual(report.blocks.get('risks '), { lines: undefined, fault: undefined });
    assert.match(report.blocks.get('mistakes ')?.fault ?? '', /there is no view/);
  });

  it('has a block that is new, beside those that are known', async () => {
    const { service, change } = edited();
    const first = await content(await service.settled());
    const added = await change('page.md', '<!-- milepost risks -->', '<!-- milepost decisions -->');
    const second = await content(added, first);
    assert.deepEqual([...second.blocks.keys()], ['milestones ', 'decisions ', 'mistakes ']);
    assert.ok(!sameContent(first, second) && !sameContent(second, NOT_READ));
  });
});

describe('a live block in a preview', () => {
  const token = (type: string, meta: unknown): Token => ({ type, meta, map: [4, 6] }) as Token;
  const fence = { type: 'fence', info: 'mermaid', content: 'sequenceDiagram\n', attrs: null, children: null } as Token;

  /** What is drawn of a block with a diagram in it, by the types of its parts. */
  function drawn(known: PreviewContent | undefined): string {
    const md: MarkdownIt = {
      options: {},
      core: { ruler: { push: () => {} } },
      renderer: { rules: {}, render: (tokens) => tokens.map(({ type }) => type).join() },
      utils: { escapeHtml: (text) => text },
      parse: () => [],
    };
    extendPreview(md, { contentOf: () => known, replaceBlocks });
    const block = token(BLOCK_TOKEN, { key: 'risks ', written: [fence] });
    return md.renderer.rules[BLOCK_TOKEN]?.([block], 0, {}, {}) ?? '';
  }

  it("is the editor's where no plan has the document, and its diagrams are Milepost's before that is known", () => {
    assert.match(drawn(NOT_READ), /^<div class="milepost-block [^>]*>\nmilepost_diagram<\/div>\n$/);
    // The editor keeps what it has read.
    assert.equal(drawn(undefined), 'fence');
  });

  it('is drawn once, until it says something else or the settings are others', () => {
    const drawn: string[] = [];
    const options = { breaks: false };
    const md: MarkdownIt = {
      options,
      core: { ruler: { push: () => {} } },
      renderer: { rules: {}, render: (tokens) => tokens.map(({ type }) => type).join() },
      utils: { escapeHtml: (text) => text },
      parse: (text) => {
        drawn.push(text);
        return [{ type: 'paragraph', attrs: null, children: null, info: '' } as Token];
      },
    };
    let shown: PreviewContent = { ...NOT_READ, blocks: new Map([['risks ', { lines: ['a'], fault: undefined }]]) };
    extendPreview(md, { contentOf: () => shown, replaceBlocks });
    const draw = (): string =>
      md.renderer.rules[BLOCK_TOKEN]?.(
        [token(BLOCK_TOKEN, { key: 'risks ', written: [] })],
        0,
        options,
        {} as PreviewEnv,
      ) ?? '';
    assert.match(draw(), /data-line="4">\nparagraph/);
    assert.equal(draw(), draw());
    assert.deepEqual(drawn, ['a']);
    shown = { ...shown, blocks: new Map([['risks ', { lines: ['b'], fault: undefined }]]) };
    draw();
    options.breaks = true;
    draw();
    assert.deepEqual(drawn, ['a', 'b', 'b']);
  });
});
