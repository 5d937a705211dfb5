/** A file or folder in a folder. Links are neither: they are not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * All the input there is: the files below the root of a plan, on a disk, in a browser or in memory. Paths are relative
 * to the root, with `/`; the root is the empty path.
 */
export interface Files {
  /**
   * The entries of a folder; empty where it does not exist, undefined where it is known to be the root of another plan.
   * Rejects where it could not be asked.
   */
  list(folder: string): Promise<readonly Entry[] | undefined>;
  /** How many bytes a file has; undefined where it does not exist. Rejects likewise. */
  size(path: string): Promise<number | undefined>;
  /** The bytes of a file; undefined where it does not exist. Rejects where it could not be read: that is not the same. */
  read(path: string): Promise<Uint8Array | undefined>;
}
