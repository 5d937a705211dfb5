import { plainColor } from './plain-color.ts';

/** What every program takes for granted, so that it need not be said. */
const USUAL: Readonly<Record<string, string>> = {
  fill: 'rgb(0, 0, 0)',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
};

/** What says nothing of a shape without a line. */
const OF_STROKE = /^stroke-/;

/** The styles of a picture, each once, by short names: a sheet of plain classes, which any program reads that shows SVG. */
export class StyleSheet {
  readonly #names = new Map<string, string>();

  /** The class that looks like this; none where nothing need be said. */
  nameOf(declarations: readonly (readonly [name: string, value: string])[]): string {
    const hasStroke = declarations.some(([name, value]) => name === 'stroke' && value !== 'none');
    const said = declarations
      .filter(([name, value]) => USUAL[name] !== value && (hasStroke || !OF_STROKE.test(name)))
      .flatMap(([name, value]) => (name === 'fill' || name === 'stroke' ? colorOf(name, value) : [`${name}:${value}`]))
      .join(';');
    if (said === '') return '';
    const name = this.#names.get(said) ?? `s${this.#names.size}`;
    this.#names.set(said, name);
    return name;
  }

  /** As text, as far as it was asked for. */
  get text(): string {
    return [...this.#names].map(([said, name]) => `.${name}{${said}}`).join('\n');
  }
}

/** How clear a colour is stands beside it: not every program knows colours that say so themselves. */
function colorOf(name: string, value: string): readonly string[] {
  const { color, opacity } = plainColor(value);
  return [`${name}:${color}`, ...(opacity === 1 ? [] : [`${name}-opacity:${opacity}`])];
}
