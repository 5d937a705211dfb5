/** A person as written, and the name under which the same person is found again. */
export interface Person {
  readonly name: string;
  readonly email?: string;
}

/** Reads `maria`, `@maria` or `Maria Silva <m@x.org>`; a leading `@` is no part of the name. */
export function parsePerson(text: string): Person {
  const match = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(text.trim());
  const name = (match ? (match[1] as string) || (match[2] as string) : text.trim()).replace(/^@/, '');
  return match ? { name, email: match[2] as string } : { name };
}
