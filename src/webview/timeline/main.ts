import { button } from '../dom.ts';
import { host } from '../host.ts';
import { Page } from '../lists/page.ts';
import { Chart } from './chart.ts';
import type { TimelineView } from './data.ts';
import { Parts } from './parts.ts';

// The page of the timeline: puts its parts together. What is in it is the extension's to say.

const kept = (host.state ?? {}) as { readonly perDay?: unknown };

const chart = new Chart({
  open: (id) => page.open(id),
  moved: () => page.keep(),
  ask: (id) => page.ask(id),
  perDay: typeof kept.perDay === 'number' ? kept.perDay : undefined,
});

const parts = new Parts();

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
  over: chart.card,
  viewIn: (message) => parts.take(message),
  isEmpty: ({ rows }) => rows.length === 0,
  whenEmpty: 'Nothing is forecast here yet: milestones with a date or a duration are.',
  show: (view) => chart.show(view),
  mark: (id) => chart.mark(id),
  tell: (id, lines) => chart.tell(id, lines),
  kept: () => ({ perDay: chart.perDay }),
});

page.start();
