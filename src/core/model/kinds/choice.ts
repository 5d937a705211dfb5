import { nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/visible.ts';
import { oneOf } from '../../text/words.ts';
import type { Kind } from '../kind.ts';
import { anyCase } from '../values/pattern.ts';
import { asScalar } from './scalar.ts';

/** A kind that takes one word of a few. */
export interface ChoiceKind<W extends string> extends Kind<W> {
  readonly words: readonly W[];
}

/** One word of a few, in any case. */
export function choice<const W extends string>(...words: readonly [W, ...W[]]): ChoiceKind<W> {
  const form = oneOf(words);
  return {
    name: 'choice',
    form,
    words,
    schema: (z) => z.union([z.enum(words), z.string().regex(new RegExp(`^(?:${anyCase(words.join('|'))})$`))]),
    read(node, report) {
      const scalar = asScalar(node, form, report);
      if (!scalar) return undefined;
      const written = scalar.text.trim().toLowerCase();
      const word = words.find((candidate) => candidate === written);
      if (word) return word;
      const near = nearest(scalar.text, words);
      report(
        scalar.range,
        `${quoted(scalar.text)} is not one of ${words.join(', ')}${near ? `: did you mean ${near}?` : ''}`,
        'invalid-value',
        near,
      );
      return undefined;
    },
  };
}
