/** What a word begins with that says the opposite, also with its letters swapped or one of them missing. */
const NEGATIONS = ['un', 'nu', 'u', 'non', 'not', 'no', 'dis', 'de', 'in', 'im', 'il', 'ir', 'mis', 'anti'];

/**
 * Whether one of two names is the other with a part of it negated: `unresolved` and `resolved`, `not done` and `done`,
 * `auth-unfrozen` and `auth-frozen`. However few letters lie between them, they mean the opposite.
 */
export function negates(a: string, b: string): boolean {
  const [some, others] = [lettersOf(a), lettersOf(b)];
  if (some.length !== others.length) return isNegated(some.join(''), others.join(''));
  return some.some((part, i) => isNegated(part, others[i] as string));
}

const lettersOf = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}+/gu) ?? [];

const isNegated = (a: string, b: string): boolean => {
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return longer.endsWith(shorter) && NEGATIONS.includes(longer.slice(0, longer.length - shorter.length));
};
