import { svgElement } from '../dom.ts';
import type { Entry, SampleShape } from './legend-entries.ts';

/** The outlines of shapes, in a box of 44 by 20. */
const OUTLINES: Readonly<Record<Exclude<SampleShape, 'line'>, string>> = {
  box: 'M1 1H43V19H1Z',
  hexagon: 'M8 1H36L43 10L36 19H8L1 10Z',
  parallelogram: 'M8 1H43L36 19H1Z',
  trapezoid: 'M1 1H43L36 19H8Z',
  stadium: 'M10 1H34A9 9 0 0 1 34 19H10A9 9 0 0 1 10 1Z',
  rounded: 'M8 1H36A7 7 0 0 1 43 8V12A7 7 0 0 1 36 19H8A7 7 0 0 1 1 12V8A7 7 0 0 1 8 1Z',
  flag: 'M1 1H43V19H1L7 10Z',
  double: 'M1 1H43V19H1ZM6 1V19M38 1V19',
  frame: 'M1 1H43V19H1Z',
};
const ARROW = 'M37 6L43 10L37 14Z';
const CROSS = 'M36 6L43 14M43 6L36 14';

/** A small picture for the legend, which the stylesheet paints as it does the large one. Its words say the same. */
export function sample({ shape, marks = [], sign }: Entry): SVGSVGElement {
  const svg = svgElement('svg');
  svg.classList.add('drawing', 'sample');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 44 20',
    width: '44',
    height: '20',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  if (shape === 'line') svg.append(...line(marks, sign));
  else if (shape === 'frame') svg.append(group('cluster', path(OUTLINES.frame)));
  else svg.append(node(OUTLINES[shape], marks, sign));
  return svg;
}

function node(outline: string, marks: readonly string[], sign: string | undefined): SVGElement {
  const made = group('node', path(outline, 'label-container'));
  made.classList.add(...marks);
  if (sign !== undefined) {
    const text = svgElement('text');
    text.textContent = sign;
    text.setAttribute('x', '22');
    text.setAttribute('y', '14');
    text.setAttribute('text-anchor', 'middle');
    made.append(text);
  }
  return made;
}

/** A line to an arrow; to a cross where a sign says so. */
function line(marks: readonly string[], sign: string | undefined): readonly SVGElement[] {
  const shaft = group('edgePaths', path('M1 10H38', ...marks));
  return [shaft, sign === undefined ? group('marker', path(ARROW)) : group('edgePaths', path(CROSS))];
}

function group(name: string, ...children: readonly SVGElement[]): SVGGElement {
  const made = svgElement('g');
  made.classList.add(name);
  made.append(...children);
  return made;
}

function path(d: string, ...names: readonly string[]): SVGPathElement {
  const made = svgElement('path');
  made.setAttribute('d', d);
  made.classList.add(...names);
  return made;
}
