import { createHash } from 'node:crypto';

/**
 * The name that git has for a content.
 * @param length that of its names: repositories with longer ones use another digest
 */
export function blobHash(text: string, length: number): string {
  const content = Buffer.from(text, 'utf8');
  const hash = createHash(length > 40 ? 'sha256' : 'sha1');
  return hash.update(`blob ${content.length}\0`).update(content).digest('hex');
}
