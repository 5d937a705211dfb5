import { button } from '../dom.ts';
import { host } from '../host.ts';
import { Page } from '../lists/page.ts';
import { Chart } from './chart.ts';
import type { TimelineView } from './data.ts';

// The page of the timeline: puts its parts together. What is in it is the extension's to say.

const kept = (host.state ?? {}) as { readonly perDay?: unknown };

const chart = new Chart({
  open: (id) => page.open(id),
  moved: () => page.keep(),
  perDay: typeof kept.perDay === 'number' ? kept.perDay : undefined,
});

const page = new Page<TimelineView>({
  label: 'Timeline',
  only: { critical: 'Only what is critical', blocked: 'Only what is blocked' },
  hideDone: 'Hide done',
  parts: [
    button('−', 'Zoom out (−)', () => chart.zoom(1 / 1.5)),
    button('+', 'Zoom in (+)', () => chart.zoom(1.5)),
    button('Fit', 'Show all of it (0)', () => chart.fit()),
    button('Today', 'Go to today (T)', () => chart.goToToday()),
  ],
  content: chart.element,
  viewIn: (message) => (message.type === 'timeline' ? message.view : undefined),
  show: (view) => chart.show(view),
  mark: (id) => chart.mark(id),
  kept: () => ({ perDay: chart.perDay }),
});

page.start();
