import { quoted } from '../../text/visible.ts';
import type { Kind } from '../kind.ts';
import { fail, ok } from '../values/result.ts';
import { scalarKind } from './scalar.ts';

const LONGEST = 200;

/** Between two slashes a name with this many stars could be matched in too many ways. */
const MOST_STARS = 2;

/** A glob pattern that can be matched quickly against any name: configuration may come from somebody else's branch. */
export const glob: Kind<string> = scalarKind({
  name: 'glob',
  form: 'a glob pattern such as plans/**/*.md',
  parse(written) {
    if (written.length > LONGEST) return fail(`a pattern has at most ${LONGEST} characters`);
    if (/[@?!+*]\(/.test(written)) return fail('write it without (…): only *, **, ?, [abc] and {a,b} are read');
    for (const part of written.split('/')) {
      if (part !== '**' && (part.match(/\*/g)?.length ?? 0) > MOST_STARS) {
        return fail(`between two slashes write at most ${MOST_STARS} stars, not ${quoted(part)}`);
      }
    }
    return ok(written);
  },
  schema: (z) => z.string(),
});
