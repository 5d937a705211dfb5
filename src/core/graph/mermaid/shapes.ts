import type { ShapeName } from '../../model/item-type.ts';
import { typeNamed } from '../../model/registry.ts';
import type { PictureNode } from '../picture.ts';

/** How the ends of a node are written: its shape. */
export type Shape = readonly [before: string, after: string];

/** Programs and workstreams are frames, not nodes: theirs is never drawn. */
const SHAPES: Readonly<Record<ShapeName, Shape>> = {
  box: ['[', ']'],
  hexagon: ['{{', '}}'],
  leaning: ['[/', '/]'],
  flag: ['>', ']'],
  trapezoid: ['[\\', '/]'],
  round: ['(', ')'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
};

/** The shape of what is an item of a type. */
export const shapeOfType = (type: string): Shape => SHAPES[typeNamed(type)?.shape ?? 'box'];

/** The shape of a node. What holds others has double lines at its sides: there is something in it. */
export const shapeOf = (node: PictureNode): Shape =>
  node.kind === 'fold' ? SHAPES.subroutine : shapeOfType(node.type);
