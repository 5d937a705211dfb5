import { BLOCK_TOKEN, type BlockMeta } from './block-token.ts';
import type { BlockContent, CardContent, PreviewContent } from './content.ts';
import type { MarkdownIt, PreviewEnv, ReadState, Token } from './markdown-it.ts';

const CARD_TOKEN = 'milepost_card';
const DIAGRAM_TOKEN = 'milepost_diagram';

/** What is known of documents while they are shown. */
export interface Shown {
  /** What a document shows of the plan; undefined of one that no plan has. */
  readonly contentOf: (document: unknown) => PreviewContent | undefined;
  /** Puts one token in the place of each live block of a text. */
  readonly replaceBlocks: (state: ReadState) => void;
}

/**
 * Has the editor's Markdown preview show live blocks as the plan is now, and a card above the prose of an item. All other
 * Markdown, fences and all, stays the editor's.
 */
export function extendPreview<M extends MarkdownIt>(md: M, { contentOf, replaceBlocks }: Shown): M {
  const { renderer, utils } = md;
  const drawn = new DrawnBlocks();
  md.core.ruler.push('milepost_blocks', (state) => {
    replaceBlocks(state);
    addCardPlace(state);
  });
  renderer.rules[BLOCK_TOKEN] = (tokens, index, options, env) => {
    const { map, meta } = tokens[index] as Token;
    const { key, written } = meta as BlockMeta;
    const content = contentOf(env.currentDocument);
    // No plan has it: it is none of ours, diagrams and all.
    if (!content) return renderer.render(written, options, env);
    const live = content.blocks.get(key);
    const fault = live?.fault === undefined ? '' : `<p class="milepost-fault">${utils.escapeHtml(live.fault)}</p>\n`;
    const line = map?.[0] ?? 0;
    const body = live?.lines
      ? drawn.of(live, options, (text) => renderer.render(read(text, env), options, env))
      : renderer.render(written.map(withOwnDiagrams), options, env);
    return `<div class="milepost-block code-line" data-line="${line}">\n${fault}${body}</div>\n`;
  };
  renderer.rules[CARD_TOKEN] = (_tokens, _index, _options, env) => {
    const card = contentOf(env.currentDocument)?.card;
    return card ? cardHtml(card, utils.escapeHtml) : '';
  };
  renderer.rules[DIAGRAM_TOKEN] = (tokens, index) =>
    `<div class="milepost-diagram"><pre>${utils.escapeHtml((tokens[index] as Token).content)}</pre></div>\n`;
  return md;

  /** Generated Markdown, without the marks by which the editor finds lines of the document, and with no HTML. */
  function read(text: string, env: PreviewEnv): Token[] {
    return md.parse(text, env).map((token) => withOwnDiagrams(plain(token)));
  }
}

/** What was drawn of blocks: the editor draws the whole of a preview with each keystroke in its document. */
class DrawnBlocks {
  readonly #known = new WeakMap<BlockContent, { readonly settings: string; readonly html: string }>();

  of(block: BlockContent, options: unknown, draw: (text: string) => string): string {
    // People may turn on line breaks, links and quotes.
    const settings = JSON.stringify(options);
    const known = this.#known.get(block);
    if (known?.settings === settings) return known.html;
    const html = draw((block.lines ?? []).join('\n'));
    this.#known.set(block, { settings, html });
    return html;
  }
}

/** In every document: by drawing it a preview also tells that it is open. */
function addCardPlace(state: ReadState): void {
  state.tokens.unshift(new state.Token(CARD_TOKEN, '', 0));
}

function plain(token: Token): Token {
  // It holds none; if it did, it would be shown as it is written.
  if (token.type === 'html_block' || token.type === 'html_inline') token.type = 'text';
  token.map = null;
  token.attrs =
    token.attrs?.flatMap(([name, value]): [string, string][] =>
      name === 'data-line' ? [] : [[name, name === 'class' ? value.replace(/\bcode-line\b/, '').trim() : value]],
    ) ?? null;
  token.children?.forEach(plain);
  return token;
}

/**
 * A diagram of Milepost's own is not the editor's to draw: before version 1.121 it draws none. The editor keeps what it
 * has read of a document, and may draw it as its own later, so that stays as it is.
 */
function withOwnDiagrams(token: Token): Token {
  if (token.type !== 'fence' || token.info.trim() !== 'mermaid') return token;
  return Object.assign(Object.create(Object.getPrototypeOf(token)) as Token, token, { type: DIAGRAM_TOKEN });
}

function cardHtml({ standing, title, lines }: CardContent, escapeHtml: (text: string) => string): string {
  const rows = lines.map((line) => {
    const [, name, value] = /^([^:]{1,30}): (.*)$/s.exec(line) ?? [];
    return name === undefined
      ? `<li>${escapeHtml(line)}</li>`
      : `<li><span class="milepost-name">${escapeHtml(name)}</span> ${escapeHtml(value ?? '')}</li>`;
  });
  return `<div class="milepost-card milepost-${standing}" role="group" aria-label="Milepost">
<p class="milepost-title">${escapeHtml(title)}</p>
<ul>
${rows.join('\n')}
</ul>
</div>
`;
}
