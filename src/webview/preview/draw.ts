import { type Drawing, Drawings } from './drawings.ts';
import { themeNow } from './theme.ts';

const drawings = new Drawings();

/** Draws all diagrams of the page. One that is known is there at once; so this may be called at every change. */
export function drawAll(): void {
  const elements = [...document.querySelectorAll<HTMLElement>('.milepost-diagram')];
  const all = elements.map((element) => ({ element, drawing: drawingOf(element) }));
  drawings.need(new Set(all.map(({ drawing }) => drawing)));
  for (const { element, drawing } of all) void draw(element, drawing);
}

const drawingOf = (element: HTMLElement): Drawing =>
  drawings.of(element.querySelector(':scope > pre')?.textContent ?? '', themeNow());

async function draw(element: HTMLElement, drawing: Drawing): Promise<void> {
  if (!drawing.outcome) await drawing.done;
  // Meanwhile the element may have got another source, and the page another theme.
  if (element.isConnected && drawingOf(element) === drawing) show(element, drawing);
}

/** The picture in the place of the source; or what was wrong, above the source, which stays. */
function show(element: HTMLElement, { outcome }: Drawing): void {
  const svg = element.querySelector(':scope > svg');
  const fault = element.querySelector(':scope > .milepost-fault');
  const isShown = outcome?.svg ? svg?.id === outcome.svg.id : fault?.textContent === outcome?.fault;
  if (!outcome || isShown) return;
  svg?.remove();
  fault?.remove();
  if (outcome.svg) element.append(outcome.svg.cloneNode(true));
  else element.prepend(faultLine(outcome.fault));
  element.classList.toggle('milepost-drawn', outcome.svg !== undefined);
}

function faultLine(fault: string): HTMLElement {
  const line = document.createElement('p');
  line.className = 'milepost-fault';
  line.textContent = fault;
  return line;
}
