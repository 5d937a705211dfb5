import { parseReference } from '../../../core/model/values/reference.ts';
import { yamlWord } from '../../../core/scaffold/yaml-text.ts';
import type { LooseScalar, ValueSpot } from '../../loose/loose-node.ts';
import type { Frame } from './value-frame.ts';

/** Which part of a dependency on one line is being written. */
export type DependencyPart =
  | { readonly part: 'id'; readonly frame: Frame | undefined }
  | { readonly part: 'link'; readonly frame: Frame };

/**
 * Which part of `api-freeze SS+3d` is being written: the id, whose link type and lag stay, or what follows it. The frame
 * of an id that stands alone is that of any value. Undefined behind what is no id.
 */
export function dependencyPart(
  text: string,
  offset: number,
  { scalar, slot, comma }: ValueSpot,
): DependencyPart | undefined {
  const written = scalar ?? (slot.value?.kind === 'scalar' ? slot.value : undefined);
  if (!written || comma === 'after' || written.style === 'block') return { part: 'id', frame: undefined };
  const quotes = written.style === 'plain' ? 0 : 1;
  const start = written.start + quotes;
  const end = written.closed ? written.end - quotes : written.end;
  const idEnd = start + (/^\S*/.exec(text.slice(start, end))?.[0].length ?? 0);
  if (offset <= idEnd)
    return { part: 'id', frame: idEnd < end ? idFrame(text, offset, written, start, idEnd) : undefined };
  if (quotes > 0 && offset > end) return { part: 'id', frame: undefined };
  if (!parseReference(text.slice(start, idEnd)).ok) return undefined;
  const from = idEnd + 1;
  const range = { start: Math.min(from, offset), end: Math.max(end, offset) };
  return {
    part: 'link',
    frame: {
      range,
      typed: text.slice(range.start, offset),
      write: ({ value }) => ({ text: value, isSnippet: false }),
    },
  };
}

/** Another id in front of a link type and a lag; where it needs quotes, these go around the whole. */
function idFrame(text: string, offset: number, scalar: LooseScalar, idStart: number, idEnd: number): Frame {
  const range = scalar.style === 'plain' ? { start: idStart, end: scalar.end } : { start: idStart, end: idEnd };
  const rest = text.slice(idEnd, range.end);
  return {
    range,
    typed: text.slice(idStart, offset),
    write: ({ value }) => {
      const isWord = scalar.style !== 'plain' || yamlWord(value) === value;
      return { text: isWord ? value + rest : JSON.stringify(value + rest), isSnippet: false };
    },
  };
}
