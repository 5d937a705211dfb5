import { soundSvg } from './sound-svg.ts';

type Mermaid = typeof import('../mermaid.ts')['mermaid'];

/** Beside this script, once it is built; not part of it, so that it is loaded when the first diagram is drawn. */
const FILE = './mermaid.js';

/** How many drawings are kept, so that a diagram that has not changed does not blink when the text around it does. */
const MOST_KEPT = 20;

const drawn = new Map<string, SVGElement>();
let loading: Promise<Mermaid> | undefined;
let theme = '';
let count = 0;
/** Drawings wait for each other: Mermaid draws one at a time. */
let queue: Promise<unknown> = Promise.resolve();

/** Draws the diagram of an element; where that fails, its source stays. */
export async function draw(element: HTMLElement): Promise<void> {
  const source = element.querySelector(':scope > pre')?.textContent ?? '';
  const known = drawn.get(source);
  if (known) {
    show(element, known);
    return;
  }
  const next = queue.then(() => drawn.get(source) ?? svgOf(source));
  queue = next.catch(() => {});
  try {
    const svg = await next;
    keep(source, svg);
    // Meanwhile the element may have got another source.
    if (element.querySelector(':scope > pre')?.textContent === source) show(element, svg);
  } catch (error) {
    element.title = error instanceof Error ? error.message : String(error);
  }
}

/** Forgets what was drawn: another theme has other colours. */
export function forget(): void {
  if (themeNow() !== theme) drawn.clear();
}

function keep(source: string, svg: SVGElement): void {
  drawn.set(source, svg);
  for (const oldest of drawn.keys()) {
    if (drawn.size <= MOST_KEPT) return;
    drawn.delete(oldest);
  }
}

function show(element: HTMLElement, svg: SVGElement): void {
  const shown = element.querySelector(':scope > svg');
  if (shown && shown.id === svg.id) return;
  shown?.remove();
  element.append(svg.cloneNode(true));
  element.classList.add('milepost-drawn');
}

async function svgOf(source: string): Promise<SVGElement> {
  const mermaid = await load();
  const { svg } = await mermaid.render(`milepost-${++count}`, source);
  return soundSvg(svg);
}

async function load(): Promise<Mermaid> {
  loading ??= (import(FILE) as Promise<typeof import('../mermaid.ts')>).then((module) => module.mermaid);
  const mermaid = await loading;
  theme = themeNow();
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    htmlLabels: false,
    suppressErrorRendering: true,
    look: 'classic',
    layout: 'dagre',
    theme: theme === 'dark' ? 'dark' : 'default',
    fontFamily: getComputedStyle(document.body).fontFamily,
    flowchart: { useMaxWidth: true },
    gantt: { useMaxWidth: true },
  });
  return mermaid;
}

const themeNow = (): string =>
  document.body.classList.contains('vscode-dark') ||
  (document.body.classList.contains('vscode-high-contrast') &&
    !document.body.classList.contains('vscode-high-contrast-light'))
    ? 'dark'
    : 'light';
