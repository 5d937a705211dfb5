/** A path whose characters are bytes, as it is while git is read: whatever its encoding, nothing of it is lost. */
export type BytePath = string;

/** The bytes of a path. */
export const toBytes = (path: string): BytePath => Buffer.from(path, 'utf8').toString('latin1');

/** The path that bytes are. */
export const fromBytes = (path: BytePath): string => Buffer.from(path, 'latin1').toString('utf8');

/** The folder of a path: empty, or ending in `/`. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
