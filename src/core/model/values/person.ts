import { fold } from '../../filter/fold.ts';

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

/**
 * By what a person is known, however the name is written: without regard to case, to how letters are composed and to how
 * many spaces are between its parts. Filters find people by it, and whatever groups or counts people does so by it.
 */
export const personKey = (name: string): string => fold(name).replace(/\s+/g, ' ');

/** Whether two names are of the same person. */
export const isSamePerson = (a: string, b: string): boolean => a === b || personKey(a) === personKey(b);

/** Whether a text holds several handles: `sam, li`. A comma alone says nothing: `Silva, Maria` is one person. */
export function namesSeveral(text: string): boolean {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => HANDLE.test(part) && !AFTER_NAME.test(part));
}

const HANDLE = /^(?:@[\p{L}\p{N}]|\p{Ll})[\p{Ll}\p{N}._-]*$/u;

/** What follows the name of one person or company behind a comma. */
const AFTER_NAME = /^(?:inc|ltd|llc|co|jr|sr)\.?$/;

const withoutAt = (name: string): string => name.replace(/^@/, '');
