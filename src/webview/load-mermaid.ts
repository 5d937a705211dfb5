type Mermaid = typeof import('./mermaid.ts')['mermaid'];

/** Beside this script, once it is built; not part of it, so that it is loaded when the first picture is drawn. */
const FILE = './mermaid.js';

let loading: Promise<Mermaid> | undefined;

/** Mermaid, loaded once for all pictures of a page. */
export function loadMermaid(): Promise<Mermaid> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Mermaid> {
  const { mermaid } = (await import(FILE)) as typeof import('./mermaid.ts');
  const { fontFamily } = getComputedStyle(document.body);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    // What is drawn has passed a budget before.
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
    theme: 'base',
    look: 'classic',
    layout: 'dagre',
    // Texts are measured in the font that the stylesheet shows them in.
    fontFamily,
    themeVariables: { fontFamily, fontSize: '13px' },
    flowchart: { useMaxWidth: false, padding: 10, nodeSpacing: 28, rankSpacing: 44, wrappingWidth: 290 },
  });
  return mermaid;
}
