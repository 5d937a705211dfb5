import { soundSvg } from './sound-svg.ts';
import type { Theme } from './theme.ts';

type Mermaid = typeof import('../mermaid.ts')['mermaid'];

/** Beside this script, once it is built; not part of it, so that it is loaded when the first diagram is drawn. */
const FILE = './mermaid.js';

let loading: Promise<Mermaid> | undefined;
let count = 0;

/** Draws a source. Rejects where Mermaid does; it cannot be interrupted, so what it gets has been looked at before. */
export async function drawSvg(source: string, theme: Theme): Promise<SVGElement> {
  loading ??= (import(FILE) as Promise<typeof import('../mermaid.ts')>).then((module) => module.mermaid);
  const mermaid = await loading;
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    look: 'classic',
    layout: 'dagre',
    theme: theme === 'dark' ? 'dark' : 'default',
    fontFamily: getComputedStyle(document.body).fontFamily,
    flowchart: { useMaxWidth: true },
    gantt: { useMaxWidth: true },
  });
  const { svg } = await mermaid.render(`milepost-${++count}`, source);
  return soundSvg(svg);
}
