/** What can be said of an element when it is made. There is no way to give it markup: what it shows is text. */
interface Parts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly on?: { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };
}

/** A new element of a page. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: Parts = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value);
  for (const [name, listen] of Object.entries(parts.on ?? {})) made.addEventListener(name, listen as EventListener);
  made.append(...children);
  return made;
}

/** A button that says what it does, on itself or, where it shows a sign only, in its tooltip. */
export function button(text: string, title: string, press: () => void): HTMLButtonElement {
  return element('button', {
    text,
    attributes: { type: 'button', title, ...(/\w/.test(text) ? {} : { 'aria-label': title }) },
    on: { click: press },
  });
}

/** A button that is on or off. */
export function toggle(text: string, title: string, turn: (on: boolean) => void): HTMLButtonElement {
  const made = button(text, title, () => turn(made.getAttribute('aria-pressed') !== 'true'));
  made.setAttribute('aria-pressed', 'false');
  return made;
}

export const svgElement = <K extends keyof SVGElementTagNameMap>(tag: K): SVGElementTagNameMap[K] =>
  document.createElementNS('http://www.w3.org/2000/svg', tag);

/** What key was pressed; a letter is the same with Caps Lock. */
export const letterOf = ({ key }: KeyboardEvent): string => (key.length === 1 ? key.toLowerCase() : key);
