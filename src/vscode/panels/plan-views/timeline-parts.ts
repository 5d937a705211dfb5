import type { TimelineView, ToPage } from '../../../webview/protocol.ts';

/** So many rows, and so many links, are sent at once. */
const MOST = 1000;

/** The messages that bring a timeline: of ten thousand rows, one would keep the editor for longer than a frame. */
export function* timelineMessages(view: TimelineView): Generator<ToPage, void> {
  const { drawing, rows, links } = view;
  const parts = Math.max(1, Math.ceil(rows.length / MOST), Math.ceil(links.length / MOST));
  for (let part = 0; part < parts; part++) {
    const some = {
      rows: rows.slice(part * MOST, (part + 1) * MOST),
      links: links.slice(part * MOST, (part + 1) * MOST),
    };
    yield part === 0
      ? { type: 'timeline', view: { ...view, ...some }, more: parts - 1 }
      : { type: 'rows', drawing, ...some };
  }
}
