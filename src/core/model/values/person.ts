/** A person as written, and the name under which the same person is found again. */
export interface Person {
  readonly name: string;
  readonly email?: string;
}

/** Reads `maria`, `@maria` or `Maria Silva <m@x.org>`; a leading `@` is no part of the name. Linear. */
export function parsePerson(text: string): Person {
  const written = text.trim();
  const open = written.lastIndexOf('<');
  const email = open >= 0 && written.endsWith('>') ? written.slice(open + 1, -1) : '';
  if (!/^[^<>\s@]+@[^<>\s@]+$/.test(email)) return { name: withoutAt(written) };
  return { name: withoutAt(written.slice(0, open).trim() || email), email };
}

const withoutAt = (name: string): string => name.replace(/^@/, '');
