import type { View } from '../camera.ts';
import { element } from '../dom.ts';
import { host } from '../host.ts';
import { layOut } from '../layout.ts';
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
  /** What that view is of. */
  readonly viewOf?: string;
  readonly legend?: boolean;
}

const kept = (host.state ?? {}) as Kept;
/** The picture that is to be seen, and the node in it that is at the cursor. */
interface Wanted {
  readonly picture: GraphPicture;
  marked: string | undefined;
}

let wanted: Wanted | undefined;
/** The drawing that is under way; what is asked for meanwhile waits for its turn, and only the last of it counts. */
let drawing: Promise<void> | undefined;

const notice = element('p', { class: 'notice', attributes: { role: 'alert' } });
const summary = element('p', { class: 'summary', attributes: { role: 'status' } });
const instead = element('p', { class: 'instead', attributes: { role: 'status' } });

const scene = new Scene({
  open: (id) => ask('open', id),
  focus: (id) => ask('focus', id),
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
const search = new Search(scene, {
  find: (text) => host.post({ type: 'find', text }),
  reveal: (text) => host.post({ type: 'reveal', text }),
});
new Keyboard(scene, card, search);

const legend = new Legend(() => keepSoon());
legend.isOpen = kept.legend === true;

toolbar.element.append(legend.button, search.element);
layOut({
  title: 'Dependency graph',
  toolbar: toolbar.element,
  before: [notice],
  content: scene.element,
  behind: [legend.element, card.element, instead],
  summary,
});
show(notice, '');
show(instead, '');
if (kept.view && kept.viewOf !== undefined) scene.restore(kept.view, kept.viewOf);

host.listen((message) => {
  if (message.type === 'draw') draw(message.picture, message.marked);
  else if (message.type === 'mark') mark(message.node);
  else if (message.type === 'found') search.tell(message.text, message.folded, message.left);
  else if (message.type === 'nothing') drawNothing(message.text);
});

/** Asks for something of what is seen, which may be older than what is wanted. */
function ask(type: 'open' | 'focus', id: string): void {
  const { drawing } = scene;
  if (drawing !== undefined) host.post({ type, drawing, id });
}

function draw(picture: GraphPicture, marked: string | undefined): void {
  wanted = { picture, marked };
  toolbar.show(picture);
  show(notice, picture.notice);
  show(instead, picture.instead);
  show(summary, picture.summary);
  keepSoon();
  if (drawing) return;
  drawing = drawNewest().finally(() => {
    drawing = undefined;
  });
}

async function drawNewest(): Promise<void> {
  for (let shown: Wanted | undefined; wanted && shown !== wanted; ) {
    shown = wanted;
    const { picture } = shown;
    try {
      const flowchart = await scene.draw(picture);
      // Meanwhile there may be nothing to be seen any more.
      if (!wanted) break;
      scene.show(picture, flowchart, shown.marked);
      host.post({ type: 'drawn', drawing: picture.drawing });
    } catch (error) {
      if (wanted) host.post({ type: 'failed', drawing: picture.drawing, message: String(error) });
    }
  }
  search.update();
  keepSoon();
}

/** What is at the cursor is so in the picture that is wanted, which may not be drawn yet. */
function mark(node: string | undefined): void {
  // With a picture comes what is at the cursor in it.
  if (!wanted || wanted.marked === node) return;
  wanted.marked = node;
  if (scene.drawing === wanted.picture.drawing) scene.mark(node);
}

function drawNothing(text: string): void {
  wanted = undefined;
  scene.clear();
  search.update();
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
    const choice = wanted?.picture.choice ?? kept.choice;
    const { placeOf: viewOf } = scene;
    const place = viewOf === undefined ? {} : { view: scene.camera.view, viewOf };
    host.keep({ ...(choice ? { choice } : {}), ...place, legend: legend.isOpen } satisfies Kept);
  }, 150);
}
