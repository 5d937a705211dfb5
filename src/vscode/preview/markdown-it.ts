// As much of markdown-it as the preview is extended with. The editor brings the library; it is not part of the extension.

/** A piece of Markdown that has been read. */
export interface Token {
  type: string;
  content: string;
  info: string;
  hidden: boolean;
  /** The first line, and the one after the last, from zero. */
  map: [number, number] | null;
  level: number;
  /** 1 where it opens something, -1 where it closes it. */
  nesting: -1 | 0 | 1;
  attrs: [string, string][] | null;
  children: Token[] | null;
  meta: unknown;
}

/** What is known while a text is read. */
export interface ReadState {
  readonly src: string;
  tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

/** What the editor tells while it shows a text: whose it is, where it knows. */
export interface PreviewEnv {
  readonly currentDocument?: unknown;
}

type RenderRule = (tokens: Token[], index: number, options: unknown, env: PreviewEnv) => string;

export interface MarkdownIt {
  readonly options: unknown;
  readonly core: { readonly ruler: { push(name: string, rule: (state: ReadState) => void): void } };
  readonly renderer: {
    readonly rules: Record<string, RenderRule | undefined>;
    render(tokens: Token[], options: unknown, env: PreviewEnv): string;
  };
  readonly utils: { escapeHtml(text: string): string };
  parse(text: string, env: PreviewEnv): Token[];
}
