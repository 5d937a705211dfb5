import { drawMermaid } from '../draw-mermaid.ts';
import type { Theme } from './theme.ts';

let count = 0;

/** Draws a source as it looks in a document. Rejects where Mermaid does. */
export const drawSvg = (source: string, theme: Theme): Promise<SVGElement> =>
  drawMermaid(source, {
    id: `milepost-${++count}`,
    styles: 'own styles',
    settings: {
      theme: theme === 'dark' ? 'dark' : 'default',
      flowchart: { useMaxWidth: true },
      gantt: { useMaxWidth: true },
    },
  });
