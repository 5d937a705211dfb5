import { quoted } from '../../../text/visible.ts';
import type { ViewOption, ViewRequest } from '../../view.ts';

/** `most=3`: shows no more than so many, and counts the rest. */
export const MOST: Readonly<Record<'most', ViewOption>> = {
  most: {
    doc: 'How many are shown; the rest is counted.',
    check: (value) => (isCount(value) ? undefined : `write a number from 1 on in the place of ${quoted(value)}`),
  },
};

const isCount = (value: string): boolean => /^[1-9]\d{0,4}$/.test(value);

/** How many a block asks for. */
export const mostOf = ({ options }: ViewRequest, otherwise: number): number => Number(options.get('most') ?? otherwise);
