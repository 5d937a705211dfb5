/** What a diagram is never drawn with: what runs, what loads, and what leads somewhere. */
const UNSOUND = 'script, foreignObject, image, a, iframe, object, embed, use, animate, set, link, audio, video';

/** The picture that Mermaid has made, as an element of this page. Nothing runs in it, and nothing is loaded by it. */
export function soundSvg(text: string): SVGElement {
  // The text becomes elements in a document that nothing runs in and nothing is loaded by.
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
  if (!svg) throw new Error('Mermaid drew nothing');
  for (const element of svg.querySelectorAll(UNSOUND)) element.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const leadsOut = /url\(/i.test(value) && !/^url\("?#[\w-]+"?\)$/.test(value);
      if (/^on|href$/i.test(name) || leadsOut) element.removeAttribute(name);
    }
  }
  return document.adoptNode(svg);
}
