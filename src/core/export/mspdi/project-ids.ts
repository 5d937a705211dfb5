/** Numbers above this one are refused by Project. */
const MOST = 2_097_151;

/**
 * The numbers and GUIDs of what is in a file, made of their keys: the next export has the same ones, and a file of it can
 * be laid beside this one.
 */
export class ProjectIds {
  readonly #numbers = new Map<string, number>();

  /** @param keys of everything that will be asked for, whatever their order */
  constructor(keys: Iterable<string>) {
    const taken = new Set<number>();
    for (const key of [...new Set(keys)].sort()) {
      let number = 1 + (hash(key, 0) % MOST);
      // Zero is the project itself.
      while (taken.has(number)) number = 1 + (number % MOST);
      taken.add(number);
      this.#numbers.set(key, number);
    }
  }

  uidOf(key: string): number {
    return this.#numbers.get(key) as number;
  }
}

/** A GUID of a key: by RFC 9562 one of version 8, whose bits are the writer's own. */
export function guidOf(key: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash(key, seed).toString(16).padStart(8, '0')).join('');
  const variant = '89AB'[Number.parseInt(hex[16] as string, 16) % 4];
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`, hex.slice(20)]
    .join('-')
    .toUpperCase();
}

/** 32 bits of a text (FNV-1a), and then what mixes them (the finalizer of MurmurHash3). */
function hash(text: string, seed: number): number {
  let bits = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let index = 0; index < text.length; index++) bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
