import { hasInvisible, quoted } from '../../text/visible.ts';
import { fail, ok, type Result } from './result.ts';

// Marks are part of letters in many scripts; without them no Hindi or Thai word could be an id.
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u;
const NOT_ID = /[^\p{L}\p{M}\p{N}._-]/gu;

/** The JSON Schema pattern of an id. */
export const ID_PATTERN = '^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*$';

/** Reads an id, in NFC: letters, digits, `.`, `_` and `-`, beginning with a letter or a digit. */
export function parseId(text: string): Result<string> {
  const id = text.normalize('NFC');
  if (ID.test(id)) return ok(id);
  if (hasInvisible(id)) {
    return fail(`an id may hold no invisible characters: write ${quoted(idFromName(id) || 'an-id')}`);
  }
  const suggestion = idFromName(id);
  return fail(
    `an id holds letters, digits, ".", "_" and "-" and begins with a letter or a digit${
      suggestion ? `: write ${quoted(suggestion)}` : ''
    }`,
  );
}

/** The id that a file or folder name gives: other characters become `-`. Empty where nothing is left of it. */
export function idFromName(name: string): string {
  return name
    .normalize('NFC')
    .replace(NOT_ID, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
}
