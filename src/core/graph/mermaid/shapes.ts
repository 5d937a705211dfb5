import type { TypeName } from '../../model/registry.ts';
import type { PictureNode } from '../picture.ts';

/** How the ends of a node are written: its shape. */
export type Shape = readonly [before: string, after: string];

/** One shape for each type, so that it can be told without colour. Programs and workstreams are frames, not nodes. */
const SHAPES: Readonly<Record<TypeName, Shape>> = {
  program: ['[', ']'],
  workstream: ['[', ']'],
  milestone: ['[', ']'],
  decision: ['{{', '}}'],
  dependency: ['[/', '/]'],
  risk: ['>', ']'],
  issue: ['[\\', '/]'],
  action: ['(', ')'],
};

/** Double lines at its sides: there is something in it. */
const FOLD: Shape = ['[[', ']]'];

/** The shape of what is an item of a type. */
export const shapeOfType = (type: string): Shape => SHAPES[type as TypeName];

/** The shape of a node. */
export function shapeOf(node: PictureNode): Shape {
  return node.kind === 'fold' ? FOLD : SHAPES[node.type];
}
