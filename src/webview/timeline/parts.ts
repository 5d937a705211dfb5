import type { ToPage } from '../protocol.ts';
import type { TimelineView } from './data.ts';

/** Puts a timeline together that comes in several messages. */
export class Parts {
  #view: TimelineView | undefined;
  #more = 0;

  /** The timeline, with the last message of it; what comes of an earlier one is left. */
  take(message: ToPage): TimelineView | undefined {
    if (message.type === 'timeline') {
      this.#view = message.view;
      this.#more = message.more ?? 0;
    } else if (message.type === 'rows' && this.#view?.drawing === message.drawing) {
      const { rows, links } = this.#view;
      this.#view = { ...this.#view, rows: [...rows, ...message.rows], links: [...links, ...message.links] };
      this.#more--;
    } else {
      return undefined;
    }
    return this.#more === 0 ? this.#view : undefined;
  }
}
