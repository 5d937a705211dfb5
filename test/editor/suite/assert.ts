/** Assertions for every extension host; a web worker has no `node:assert`. */

export function ok(value: unknown, message = `${String(value)} is not truthy`): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, message = 'not equal'): void {
  if (!Object.is(actual, expected)) throw difference(message, actual, expected);
}

/** Equality of plain data, whatever the order of keys. */
export function deepEqual(actual: unknown, expected: unknown, message = 'not deeply equal'): void {
  if (canonical(actual) !== canonical(expected)) throw difference(message, actual, expected);
}

export function match(actual: string, pattern: RegExp, message = 'does not match'): void {
  if (!pattern.test(actual)) throw difference(message, actual, String(pattern));
}

function difference(message: string, actual: unknown, expected: unknown): Error {
  return Object.assign(new Error(message), { actual, expected });
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
