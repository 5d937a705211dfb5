/**
 * Packages in files that were put together by others, which nothing but these files tells. Where such a file has a source
 * map, `packages.ts` reads it there.
 */
export const EMBEDDED: Readonly<Record<string, readonly string[]>> = {
  // What stands in for the buffers of Node, where there are none.
  'csv-parse/dist/esm/sync.js': ['base64-js', 'buffer', 'ieee754'],
  // Told by a comment that it keeps.
  'dompurify/src/purify.ts': ['regenerator-runtime'],
  'roughjs/bundled/rough.esm.js': ['hachure-fill', 'path-data-parser', 'points-on-curve', 'points-on-path'],
};
