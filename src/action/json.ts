/** A value of JSON that somebody else wrote: nothing of it is taken for granted. */
export type Json = unknown;

/** What stands at the end of a path of keys; undefined where something on the way is missing. */
export function at(value: Json, ...keys: readonly string[]): Json {
  return keys.reduce<Json>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, Json>)[key]
        : undefined,
    value,
  );
}

/** The same, where it is text. */
export function textAt(value: Json, ...keys: readonly string[]): string | undefined {
  const found = at(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

/** The same, where it is a whole number above zero. */
export function numberAt(value: Json, ...keys: readonly string[]): number | undefined {
  const found = at(value, ...keys);
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
