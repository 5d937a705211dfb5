import type { View } from '../camera.ts';
import { element } from '../dom.ts';
import { host } from '../host.ts';
import type { GraphChoice, GraphPicture } from '../protocol.ts';
import { Card } from './card.ts';
import { pictureOf } from './export.ts';
import { Keyboard } from './keyboard.ts';
import { Legend } from './legend.ts';
import { Scene } from './scene.ts';
import { Search } from './search.ts';
import { Toolbar } from './toolbar.ts';

// The page of the dependency graph: puts its parts together. What is in the picture is the extension's to say.

/** What outlives the page: the extension reads the choice, and the page the rest. */
interface Kept {
  readonly choice?: GraphChoice;
  readonly view?: View;
  readonly legend?: boolean;
}

const kept = (host.state ?? {}) as Kept;
let picture: GraphPicture | undefined;
/** The drawing that is shown; what was asked for meanwhile waits for its turn, and only the last of it counts. */
let drawing: Promise<void> | undefined;

const notice = element('p', { class: 'notice', attributes: { role: 'alert' } });
const summary = element('p', { class: 'summary', attributes: { role: 'status' } });
const instead = element('p', { class: 'instead' });

const scene = new Scene({
  open: (id) => picture && host.post({ type: 'open', drawing: picture.drawing, id }),
  focus: (id) => picture && host.post({ type: 'focus', drawing: picture.drawing, id }),
  moved: () => {
    card.hide();
    keepSoon();
  },
});
const card = new Card(scene);
const toolbar = new Toolbar({
  choose: (choice) => host.post({ type: 'choose', choice }),
  zoom: (factor) => scene.camera.zoom(factor),
  fit: () => scene.camera.fit(),
  reset: () => scene.camera.reset(),
  copy: () => host.post({ type: 'copy' }),
  save: (format) => void save(format),
});
const search = new Search(scene);
new Keyboard(scene, card, search);

const legend = new Legend(() => keepSoon());
legend.isOpen = kept.legend === true;

toolbar.element.append(legend.button, search.element);
document.body.append(toolbar.element, notice, scene.element, legend.element, card.element, instead, summary);
show(notice, '');
show(instead, '');
if (kept.view) scene.restore(kept.view);

host.listen((message) => {
  if (message.type === 'draw') draw(message.picture);
  else if (message.type === 'mark') scene.mark(message.node);
  else if (message.type === 'nothing') drawNothing(message.text);
});

function draw(next: GraphPicture): void {
  picture = next;
  toolbar.show(next);
  show(notice, next.notice);
  show(instead, '');
  show(summary, next.summary);
  keepSoon();
  if (drawing) return;
  drawing = drawNewest().finally(() => {
    drawing = undefined;
  });
}

async function drawNewest(): Promise<void> {
  for (let shown: GraphPicture | undefined; picture && shown !== picture; ) {
    shown = picture;
    try {
      await scene.draw(shown);
      host.post({ type: 'drawn', drawing: shown.drawing });
    } catch (error) {
      host.post({ type: 'failed', drawing: shown.drawing, message: String(error) });
    }
  }
  search.update();
}

function drawNothing(text: string): void {
  picture = undefined;
  scene.clear();
  show(instead, text);
  show(summary, '');
  show(notice, '');
}

async function save(format: 'svg' | 'png'): Promise<void> {
  const data = await pictureOf(scene, format);
  host.post({ type: 'save', format, data });
}

function show(where: HTMLElement, text: string): void {
  where.textContent = text;
  where.hidden = text === '';
}

let keeping: number | undefined;

/** A moment later, since a picture that is moved says so sixty times a second. */
function keepSoon(): void {
  if (keeping !== undefined) return;
  keeping = window.setTimeout(() => {
    keeping = undefined;
    const choice = picture?.choice ?? kept.choice;
    const { view } = scene.camera;
    host.keep({ ...(choice ? { choice } : {}), view, legend: legend.isOpen } satisfies Kept);
  }, 150);
}
