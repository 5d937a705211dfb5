import { type DocumentFacts, factsOf } from '../core/history/facts.ts';
import type { ParseOptions } from '../core/parse/document.ts';
import { decode } from '../workspace/decode.ts';
import { readDocument } from '../workspace/read-document.ts';
import { readBlobs } from './blobs.ts';
import { digest } from './cache.ts';
import type { Git } from './run-git.ts';

/** A content, as somebody reads it: under a name, which gives an id to what has none, and in the words of a plan. */
export interface Reading {
  readonly blob: string;
  /** A path that gives the same name as others with the same key. */
  readonly path: string;
  readonly options: ParseOptions;
}

/** The key of a reading. */
export type ReadingKey = string;

/**
 * @param name what an item is called that says nothing of its id
 * @param words what the words of its documents mean to the plan
 */
export const readingKey = (blob: string, name: string, words: string): ReadingKey =>
  words === '' ? `${blob} ${name}` : `${blob} ${name} ${digest([words]).slice(0, 16)}`;

/** What contents say of items: null of those that are no part of a plan. */
export type FactsByBlob = ReadonlyMap<ReadingKey, DocumentFacts | null>;

/** Reads contents, each once. Those that a partial clone does not have are left out. */
export async function readFacts(
  git: Git,
  readings: ReadonlyMap<ReadingKey, Reading>,
  signal?: AbortSignal,
): Promise<FactsByBlob> {
  const byBlob = new Map<string, [ReadingKey, Reading][]>();
  for (const [key, reading] of readings) {
    const same = byBlob.get(reading.blob);
    if (same) same.push([key, reading]);
    else byBlob.set(reading.blob, [[key, reading]]);
  }
  const found = new Map<ReadingKey, DocumentFacts | null>();
  if (byBlob.size === 0) return found;
  for await (const { hash, content } of readBlobs(git, byBlob.keys(), signal)) {
    const decoded = decode(content, decodeUtf8);
    for (const [key, { path, options }] of byBlob.get(hash) ?? []) {
      const document = decoded && readDocument(path, decoded, options);
      found.set(key, document ? factsOf(document) : null);
    }
  }
  return found;
}

/** Keeps a byte order mark, unlike a TextDecoder. */
export const decodeUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
