import type { MermaidConfig } from 'mermaid';
import { cleanSvg } from './clean-svg.ts';

type Mermaid = typeof import('./mermaid.ts')['mermaid'];

/** Beside this script, once it is built; not part of it, so that it is loaded when the first picture is drawn. */
const FILE = './mermaid.js';

let loading: Promise<Mermaid> | undefined;

/** How a picture is drawn. */
export interface Look {
  /** The name of the picture on its page. */
  readonly id: string;
  readonly settings: MermaidConfig;
  /** Whether the picture keeps the styles that Mermaid gives it, or the page has its own for it. */
  readonly styles: Parameters<typeof cleanSvg>[1];
}

/**
 * Draws a source that was generated whole, or has been looked at before: Mermaid cannot be interrupted. Rejects where it
 * does. What comes of it is an element of this page, with nothing in it that runs or loads.
 */
export async function drawMermaid(source: string, { id, settings, styles }: Look): Promise<SVGElement> {
  loading ??= (import(FILE) as Promise<typeof import('./mermaid.ts')>).then((module) => module.mermaid);
  const mermaid = await loading;
  // Texts are measured in the font that they are shown in.
  const { fontFamily } = getComputedStyle(document.body);
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    look: 'classic',
    layout: 'dagre',
    fontFamily,
    ...settings,
    themeVariables: { fontFamily, ...settings.themeVariables },
  });
  const { svg } = await mermaid.render(id, source);
  return cleanSvg(svg, styles);
}
