import { Camera, type Point, type View } from '../camera.ts';
import { svgElement } from '../dom.ts';
import { drawFlowchart, type Flowchart } from '../flowchart.ts';
import type { GraphEdge, GraphFrame, GraphNode, GraphPicture } from '../protocol.ts';
import { restoreText } from '../restore-text.ts';

/** What the focus can stand on: a node, or the title of a frame. */
export interface SceneStop {
  /** As the source calls it. */
  readonly id: string;
  /** The same from one drawing to the next; and a group has the same folded and open. */
  readonly key: string;
  /** What is known of it, the title first. */
  readonly card: readonly string[];
  readonly element: SVGGElement;
}

/** A node in the picture. */
export interface SceneNode extends SceneStop {
  readonly node: GraphNode;
}

/** Who is told what is done with the picture. */
export interface SceneOptions {
  readonly open: (id: string) => void;
  readonly focus: (id: string) => void;
  readonly moved: () => void;
}

/** Where a node was seen. */
interface Anchor extends Point {
  readonly key: string;
}

/** At a smaller scale people hardly read what stands on a node. */
const READABLE = 0.8;
/** At a smaller one nobody does: a picture that is only seen whole so does not begin as a whole. */
const LEAST_READABLE = 0.5;
/** How far the mouse moves before a click is a drag. */
const DRAG = 4;

/** The picture in its window: draws it, keeps its place, and tells what is done with it. */
export class Scene {
  readonly element: SVGSVGElement;
  readonly camera: Camera;
  readonly #options: SceneOptions;
  readonly #layer = svgElement('g');
  /** What is in the picture, by id and by key. */
  #nodes = new Map<string, SceneNode>();
  #frames = new Map<string, SceneStop>();
  #edges: readonly GraphEdge[] = [];
  #picture: GraphPicture | undefined;
  #marked: string | undefined;
  /** Where things stood when they were seen last, what matters most first. */
  #places: readonly Anchor[] = [];
  /** What an earlier page showed in the place that was restored. */
  #restored: string | undefined;
  /** How the picture was shown whole; as long as nobody has moved it, this is how it stands. */
  #whole: View | undefined;
  #draggedBy = 0;

  constructor(options: SceneOptions) {
    this.#options = options;
    this.element = svgElement('svg');
    this.element.classList.add('drawing', 'scene');
    this.element.setAttribute('tabindex', '0');
    this.element.setAttribute('role', 'application');
    this.element.setAttribute('aria-label', 'Dependency graph');
    this.element.setAttribute('data-drawn', '0');
    this.element.append(this.#layer);
    this.camera = new Camera(this.element, this.#layer, options.moved);
    this.#listen();
  }

  get nodes(): readonly SceneNode[] {
    return [...this.#nodes.values()];
  }
  /** Nodes, and the titles of frames. */
  get stops(): readonly SceneStop[] {
    return [...this.#nodes.values(), ...this.#frames.values()];
  }
  get edges(): readonly GraphEdge[] {
    return this.#edges;
  }
  get layer(): SVGGElement {
    return this.#layer;
  }
  /** The number of the drawing that is seen; undefined where none is. What is asked of a node is asked of this one. */
  get drawing(): number | undefined {
    return this.#picture?.drawing;
  }
  /** What the place of the picture belongs to; undefined as long as there was none. */
  get placeOf(): string | undefined {
    return this.#picture ? placeKey(this.#picture) : this.#restored;
  }

  node(id: string | undefined): SceneNode | undefined {
    return id === undefined ? undefined : this.#nodes.get(id);
  }

  /** The node that an element of the page is part of. */
  nodeAt(target: EventTarget | null): SceneNode | undefined {
    const element = target instanceof Element ? target.closest('[data-node]') : null;
    return this.node(element?.getAttribute('data-node') ?? undefined);
  }

  /** The same, or the frame whose title it is part of. */
  stopAt(target: EventTarget | null): SceneStop | undefined {
    const title = target instanceof Element ? target.closest('[data-frame]') : null;
    return this.nodeAt(target) ?? this.#frames.get(title?.getAttribute('data-frame') ?? '');
  }

  /** Puts the picture to come where another stood when the page was left, if it is of the same. */
  restore(view: View, of: string): void {
    this.#restored = of;
    this.camera.view = view;
  }

  /** Draws a picture that is to be shown; undefined where what is there already looks the same, or nothing is to be drawn. */
  async draw(picture: GraphPicture): Promise<Flowchart | undefined> {
    if (this.#looksLike(picture) || picture.nodes.length === 0) return undefined;
    this.element.setAttribute('aria-busy', 'true');
    try {
      return await drawFlowchart(picture.source);
    } finally {
      this.element.removeAttribute('aria-busy');
    }
  }

  /** Shows a picture as it was drawn, in which a node is at the cursor. */
  show(picture: GraphPicture, flowchart: Flowchart | undefined, marked: string | undefined): void {
    if (flowchart) this.#replace(picture, flowchart, marked);
    else if (picture.nodes.length === 0) this.clear();
    else {
      this.#picture = picture;
      this.#describe(picture, undefined);
      if (marked !== this.#marked) this.mark(marked);
    }
  }

  /** Shows nothing. What comes back later stands where it stood. */
  clear(): void {
    this.#places = this.#placesNow();
    this.#picture = undefined;
    this.#nodes = new Map();
    this.#frames = new Map();
    this.#edges = [];
    this.#marked = undefined;
    this.#layer.replaceChildren();
    this.camera.size = { width: 0, height: 0 };
  }

  /** Marks the node of the item that is being edited, and brings it into sight; none where nothing is named. */
  mark(id: string | undefined): void {
    this.node(this.#marked)?.element.classList.remove('at-cursor');
    this.#marked = id;
    const found = this.node(id);
    if (!found) return;
    found.element.classList.add('at-cursor');
    const isWhole = this.#isWhole;
    const { scale } = this.camera.view;
    // Of a group there is no more to read from near: what is around it says more, as long as that can be read.
    if (isWhole && found.node.kind === 'fold' && scale >= LEAST_READABLE) return;
    if (isWhole && scale < READABLE) this.camera.near(found.element, READABLE);
    else this.camera.centre(found.element, { ifHidden: !isWhole });
  }

  /** Gives a node or a frame the focus, and brings it into sight. */
  select({ element }: SceneStop): void {
    for (const { element: other } of this.stops) other.setAttribute('tabindex', '-1');
    element.setAttribute('tabindex', '0');
    this.camera.centre(element, { ifHidden: true });
    element.focus({ preventScroll: true });
  }

  #replace(picture: GraphPicture, flowchart: Flowchart, marked: string | undefined): void {
    if (this.#nodes.size > 0) this.#places = this.#placesNow();
    const focused = this.stopAt(document.activeElement)?.key;
    const before = this.node(this.#marked)?.key;
    this.#picture = picture;
    this.#layer.replaceChildren(flowchart.content);
    this.camera.size = flowchart;
    this.#marked = undefined;
    this.#describe(picture, flowchart);
    const isKept = this.#keepPlace();
    this.#restored = undefined;
    // What was folded or opened by a key is still where the focus is.
    const again = this.stops.find(({ key }) => key === focused);
    if (again) this.select(again);
    else if (focused !== undefined) this.element.focus();
    if (isKept && (again || this.node(marked)?.key === before)) this.#putMark(marked);
    else this.mark(marked);
    if (this.#isWhole && this.camera.view.scale < LEAST_READABLE) this.#begin(again);
    this.element.setAttribute('data-drawn', String(Number(this.element.getAttribute('data-drawn')) + 1));
  }

  /** Marks a node that is where it was, wherever that is. */
  #putMark(id: string | undefined): void {
    this.#marked = id;
    this.node(id)?.element.classList.add('at-cursor');
  }

  /** Whether the picture stands as it was shown whole, and nobody has moved it. */
  get #isWhole(): boolean {
    return this.#whole !== undefined && this.camera.view === this.#whole;
  }

  /** Shows the beginning of a picture that cannot be read as a whole: where critical paths start, else at its left. */
  #begin(at: SceneStop | undefined): void {
    const later = new Set(this.#edges.filter(({ marks }) => marks.includes('critical')).map(({ to }) => to));
    const starts = this.nodes.filter(({ id, node }) => node.marks.includes('critical') && !later.has(id));
    const [first] = (starts.length > 0 ? starts : this.nodes)
      .map(({ element }) => ({ element, ...middleOf(element) }))
      .sort((a, b) => a.x - b.x || a.y - b.y);
    const element = at?.element ?? first?.element;
    if (element) this.camera.near(element, READABLE);
  }

  #looksLike(picture: GraphPicture): boolean {
    return this.#picture?.source === picture.source && sameText(this.#picture, picture);
  }

  /** Puts what is known of nodes, frames and lines to their elements. */
  #describe(picture: GraphPicture, flowchart: Flowchart | undefined): void {
    const nodes = new Map<string, SceneNode>();
    for (const node of picture.nodes) {
      const element = flowchart?.nodes.get(node.id) ?? this.#nodes.get(node.id)?.element;
      if (!element) continue;
      describeNode(element, node, flowchart !== undefined);
      nodes.set(node.id, { id: node.id, key: node.key, card: node.card, node, element });
    }
    this.#nodes = nodes;
    this.#edges = picture.edges;
    const titles = picture.frames.map((frame) => [frame, this.#titleOf(frame, flowchart)] as const);
    const isNew = flowchart !== undefined;
    this.#frames = new Map(
      titles.flatMap(([frame, element]) => (element ? [[frame.id, describeFrame(element, frame, isNew)]] : [])),
    );
    if (!flowchart) return;
    nodes.values().next().value?.element.setAttribute('tabindex', '0');
    for (const { id, marks } of picture.edges) flowchart.edges.get(id)?.classList.add(...marks);
  }

  /** The title of a frame: that of a new drawing, or the one that is there. */
  #titleOf(frame: GraphFrame, flowchart: Flowchart | undefined): SVGGElement | undefined {
    if (!flowchart) return this.#frames.get(frame.id)?.element;
    const title = flowchart.groups.get(frame.id)?.querySelector<SVGGElement>('.cluster-label') ?? undefined;
    if (title) restoreText(title, [frame.title]);
    return title;
  }

  /** Where things stand: first what has the focus, then what is being edited, then what is nearest to the middle. */
  #placesNow(): readonly Anchor[] {
    const frame = this.element.getBoundingClientRect();
    const middle = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
    const first = [this.stopAt(document.activeElement)?.key, this.node(this.#marked)?.key];
    const rank = ({ key, x, y }: Anchor): number =>
      first.includes(key) ? first.indexOf(key) - first.length : Math.hypot(x - middle.x, y - middle.y);
    const places = this.stops.map(({ key, element }) => ({ key, ...middleOf(element) }));
    return places.sort((a, b) => rank(a) - rank(b));
  }

  /** Puts a new picture where the one before stood, as far as they have anything in common; else shows it whole. */
  #keepPlace(): boolean {
    const stops = new Map(this.stops.map((stop) => [stop.key, stop]));
    const anchor = this.#places.find(({ key }) => stops.has(key));
    const same = anchor && stops.get(anchor.key);
    if (same) {
      const { x, y } = middleOf(same.element);
      this.camera.pan(anchor.x - x, anchor.y - y);
    }
    const hasPlace = same ?? (this.#picture && this.#restored === placeKey(this.#picture));
    if (hasPlace && this.#isInSight()) return true;
    this.camera.fit();
    this.#whole = this.camera.view;
    return false;
  }

  /** Whether any of it can be seen. */
  #isInSight(): boolean {
    const frame = this.element.getBoundingClientRect();
    return this.nodes.some(({ element }) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom;
    });
  }

  #listen(): void {
    const { element, camera } = this;
    element.addEventListener('pointerdown', (event) => {
      this.#draggedBy = 0;
      if (event.button === 0) element.setPointerCapture(event.pointerId);
    });
    element.addEventListener('pointermove', ({ buttons, movementX, movementY }) => {
      if ((buttons & 1) === 0) return;
      this.#draggedBy += Math.abs(movementX) + Math.abs(movementY);
      if (this.#draggedBy > DRAG) camera.pan(movementX, movementY);
    });
    // The pointer is captured while it is down: what lies below it has to be asked for.
    element.addEventListener('click', ({ clientX, clientY }) => {
      if (this.#draggedBy > DRAG) return;
      const stop = this.stopAt(document.elementFromPoint(clientX, clientY));
      if (stop) this.#options.open(stop.id);
    });
    element.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const frame = element.getBoundingClientRect();
        const around = { x: event.clientX - frame.left, y: event.clientY - frame.top };
        // A wheel comes in lines or in pixels; a pinch as a wheel with the control key, in smaller steps.
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 16 : event.deltaY;
        camera.zoom(Math.exp(-lines * (event.ctrlKey ? 0.01 : 0.0016)), around);
      },
      { passive: false },
    );
  }

  /** What a key does with the node that has the focus. */
  open(id: string): void {
    this.#options.open(id);
  }
  focusOn(id: string): void {
    this.#options.focus(id);
  }
}

/** What a place in a picture belongs to: what was chosen, but for whether the cursor is followed. */
const placeKey = ({ choice }: GraphPicture): string => JSON.stringify({ ...choice, follow: undefined });

/** Whether a picture says the same on its nodes, of which the source has look-alikes only. */
const sameText = (a: GraphPicture, b: GraphPicture): boolean =>
  JSON.stringify([a.nodes.map(textOf), a.frames, a.edges]) === JSON.stringify([b.nodes.map(textOf), b.frames, b.edges]);

const textOf = ({ id, key, lines, marks }: GraphNode) => [id, key, lines, marks];

function describeNode(element: SVGGElement, node: GraphNode, isNew: boolean): void {
  if (isNew) {
    element.removeAttribute('id');
    element.setAttribute('data-node', node.id);
    element.setAttribute('data-kind', node.kind);
    element.setAttribute('tabindex', '-1');
    element.setAttribute('role', 'button');
    element.classList.add(...node.marks);
    restoreText(element.querySelector('.label') ?? element, node.lines);
  }
  // What stands on it, and the goal's star in words; then all that is known of it.
  const goal = node.marks.includes('goal') ? ['the goal of its program'] : [];
  element.setAttribute('aria-label', [...node.lines, ...goal].join(', '));
  element.setAttribute('aria-description', node.card.slice(1).join('. '));
  if (node.kind === 'fold') element.setAttribute('aria-expanded', 'false');
}

function describeFrame(element: SVGGElement, { id, key, title, card }: GraphFrame, isNew: boolean): SceneStop {
  element.setAttribute('data-frame', id);
  if (isNew) element.setAttribute('tabindex', '-1');
  element.setAttribute('role', 'button');
  element.setAttribute('aria-expanded', 'true');
  element.setAttribute('aria-label', [title, 'group', ...card].join(', '));
  return { id, key, card: [title, ...card, 'Click to fold'], element };
}

function middleOf(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
