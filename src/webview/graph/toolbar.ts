import { Choices, part, press } from '../choices.ts';
import { button, element, toggle } from '../dom.ts';
import type { GraphChoice, GraphPicture } from '../protocol.ts';
import { FocusPart } from './focus-part.ts';

/** What the toolbar has done. */
export interface ToolbarOptions {
  readonly choose: (choice: GraphChoice) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly reset: () => void;
  readonly copy: () => void;
  readonly save: (format: 'svg' | 'png') => void;
}

/** The toolbar of the graph: what is to be seen, how large, and what becomes of it. */
export class Toolbar {
  readonly element = element('div', { class: 'toolbar' });
  readonly #choices: Choices;
  readonly #follow = toggle('Follow', 'Mark the item at the cursor, and keep it in sight', (follow) =>
    this.#choices.choose({ follow }),
  );
  readonly #focus = new FocusPart((focus) => this.#choices.choose({ focus }));

  constructor(options: ToolbarOptions) {
    this.#choices = new Choices({
      only: {
        critical: 'Only critical paths',
        blocked: 'Only what is blocked, what blocks it, and what that holds up',
      },
      hideDone: 'Hide done',
      choose: options.choose,
    });
    this.element.append(
      ...this.#choices.parts,
      this.#focus.element,
      part(
        'View',
        button('−', 'Zoom out (−)', () => options.zoom(1 / 1.25)),
        button('+', 'Zoom in (+)', () => options.zoom(1.25)),
        button('Fit', 'Show all of the picture (0)', options.fit),
        button('1:1', 'Actual size (1)', options.reset),
        this.#follow,
      ),
      part(
        'Copy and save',
        button('Copy', 'Copy as Mermaid', options.copy),
        button('SVG', 'Save as SVG…', () => options.save('svg')),
        button('PNG', 'Save as PNG…', () => options.save('png')),
      ),
    );
  }

  show(picture: GraphPicture): void {
    this.#choices.show(picture);
    press(this.#follow, picture.choice.follow);
    this.#focus.show(picture.choice.focus, picture.focus);
  }
}
