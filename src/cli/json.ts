/** Characters that JSON lets stand as they are, and that a terminal acts on or a reader cannot see. */
const UNSEEN =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** A JSON document of Milepost: `schemaVersion` first, and nothing in it that a terminal would act on. */
export function toJson(document: object): string {
  return `${escapeUnseen(JSON.stringify({ schemaVersion: 1, ...document }, undefined, 2))}\n`;
}

/** The same JSON, with characters that cannot be seen written as escapes. */
export function escapeUnseen(json: string): string {
  return json.replace(UNSEEN, (character) =>
    // By UTF-16 units, as JSON escapes.
    Array.from(
      { length: character.length },
      (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
