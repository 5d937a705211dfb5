import type { Palette } from './draw-neighbours.ts';

/** The colours that the editor's own themes have for what pictures show. */
export const PALETTES: Readonly<Record<'dark' | 'light' | 'high-contrast' | 'high-contrast-light', Palette>> = {
  dark: palette({
    ...{ text: '#cccccc', quiet: '#9d9d9d', line: '#808080', paper: 'none' },
    ...{ done: '#89d185', active: '#3794ff', blocked: '#f14c4c', overdue: '#d18616', stale: '#cca700' },
  }),
  light: palette({
    ...{ text: '#3b3b3b', quiet: '#616161', line: '#8b8b8b', paper: 'none' },
    ...{ done: '#388a34', active: '#1a85ff', blocked: '#e51400', overdue: '#d18616', stale: '#bf8803' },
  }),
  'high-contrast': palette({
    ...{ text: '#ffffff', quiet: '#ffffff', line: '#ffffff', paper: '#000000' },
    ...{ done: '#89d185', active: '#3794ff', blocked: '#f14c4c', overdue: '#ff8f1f', stale: '#ffd700' },
  }),
  'high-contrast-light': palette({
    ...{ text: '#292929', quiet: '#292929', line: '#292929', paper: '#ffffff' },
    ...{ done: '#2a6b27', active: '#0f4a85', blocked: '#b5200d', overdue: '#8f4e00', stale: '#6b5000' },
  }),
};

type Colors = Record<'text' | 'quiet' | 'line' | 'paper' | 'done' | 'active' | 'blocked' | 'overdue' | 'stale', string>;

function palette({ text, quiet, line, paper, done, active, blocked, overdue, stale }: Colors): Palette {
  return {
    ...{ text, quiet, line, paper },
    standings: { dropped: line, done, blocked, overdue, 'held-up': stale, stale, active },
  };
}
