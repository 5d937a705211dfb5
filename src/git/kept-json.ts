import { crc32 } from 'node:zlib';

/** What stands in the first line; the rest is JSON. */
interface Heading {
  readonly version: number;
  /** Everything that it depends on. */
  readonly key: string;
  readonly checksum: number;
}

/** Plain values, as they are kept in a file. */
export function encodeJson(value: object, { version, key }: Omit<Heading, 'checksum'>): Buffer {
  const body = Buffer.from(JSON.stringify(value), 'utf8');
  const heading: Heading = { version, key, checksum: crc32(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(heading)}\n`, 'utf8'), body]);
}

/** What was written, and what it depended on. Throws, or gives nothing, where this is not what was written. */
export function decodeJson<T>(
  content: Buffer,
  wanted: number,
): { readonly key: string; readonly value: T } | undefined {
  const end = content.indexOf(10);
  const { version, key, checksum } = JSON.parse(content.toString('utf8', 0, Math.max(0, end))) as Heading;
  const body = content.subarray(end + 1);
  if (version !== wanted || checksum !== crc32(body)) return undefined;
  return { key, value: JSON.parse(body.toString('utf8')) as T };
}
