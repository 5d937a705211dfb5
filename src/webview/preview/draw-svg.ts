import { drawMermaid } from '../draw-mermaid.ts';
import type { Theme } from './theme.ts';

let count = 0;

/** Names of bars stand beside them as often as in them: in the dark theme of Mermaid they would be black on black there. */
const READABLE_GANTT = {
  taskTextDarkColor: '#e4e4e4',
  taskTextOutsideColor: '#e4e4e4',
  activeTaskBkgColor: '#2f4f75',
  doneTaskBkgColor: '#454545',
} as const;

/** Draws a source as it looks in a document. Rejects where Mermaid does. */
export const drawSvg = (source: string, theme: Theme): Promise<SVGElement> =>
  drawMermaid(source, {
    id: `milepost-${++count}`,
    styles: 'own styles',
    settings: {
      ...(theme === 'dark' ? { theme: 'dark', themeVariables: READABLE_GANTT } : { theme: 'default' }),
      flowchart: { useMaxWidth: true },
      gantt: { useMaxWidth: true },
    },
  });
