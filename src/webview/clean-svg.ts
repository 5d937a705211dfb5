/** What pictures are made of, and how. Whatever else a picture held would have come from somewhere else. */
const ELEMENTS = words(`svg g defs marker path rect circle ellipse polygon polyline line text tspan`);

/** What is looked at of them: neither a handler nor a style, nor an address but of something in the same picture. */
const ATTRIBUTES = words(`
  id class transform d points x y x1 y1 x2 y2 cx cy r rx ry dx dy
  width height viewBox refX refY markerUnits markerWidth markerHeight orient
  marker-start marker-end text-anchor dominant-baseline data-id font-weight font-style
`);

/** What the looks of a picture are made of besides, where it brings its own. */
const STYLE_ELEMENTS = words(`style filter feDropShadow linearGradient stop`);
const STYLE_ATTRIBUTES = words(`
  style fill stroke stroke-width opacity font-size font-family alignment-baseline transform-origin
  gradientUnits offset stop-color stop-opacity stdDeviation flood-color flood-opacity
  xmlns role aria-roledescription
`);

/** What is loaded from an address, by whatever name; an escape could be any of them. */
const LOADS = /\\|@(?!keyframes\b)|(?:\burl|\bsrc|image|image-set|cross-fade|element|paint)\s*\(/i;
const OWN_ADDRESS = /\burl\((["']?)#[\w-]+\1\)/gi;

/**
 * The picture that Mermaid has made of a source, with nothing in it that runs, loads or leads anywhere: only what is known
 * to be drawn stays.
 * @param looks whether the picture keeps its styles, or the page has its own for it
 */
export function cleanSvg(text: string, looks: 'own styles' | "the page's"): SVGElement {
  // The text becomes elements in a document that nothing runs in and nothing is loaded by.
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
  if (!svg) throw new Error('Mermaid drew nothing');
  const isStyled = looks === 'own styles';
  clean(svg, {
    elements: isStyled ? new Set([...ELEMENTS, ...STYLE_ELEMENTS]) : ELEMENTS,
    attributes: isStyled ? new Set([...ATTRIBUTES, ...STYLE_ATTRIBUTES]) : ATTRIBUTES,
  });
  return document.adoptNode(svg);
}

interface Kept {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

function clean(root: Element, kept: Kept): void {
  for (const child of [...root.children]) {
    const loads = child.localName === 'style' && isLoading(child.textContent ?? '');
    if (kept.elements.has(child.localName) && !loads) clean(child, kept);
    else child.remove();
  }
  for (const { name, value } of [...root.attributes]) {
    if (!kept.attributes.has(name) || isLoading(value)) root.removeAttribute(name);
  }
}

const isLoading = (style: string): boolean => LOADS.test(style.replace(OWN_ADDRESS, ''));

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
