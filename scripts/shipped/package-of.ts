/** Where a file is in a package. */
export interface InPackage {
  readonly name: string;
  /** The folder of the package. */
  readonly folder: string;
  /** The file, from the package's name on. */
  readonly path: string;
}

/** The package that a file is of; none for the files of the project. */
export function packageOf(file: string): InPackage | undefined {
  const [, before, path, name] = /^(.*(?<![^/])node_modules\/)(((?:@[^/]+\/)?[^/]+)\/.*)$/.exec(file) ?? [];
  if (before === undefined || path === undefined || name === undefined) return undefined;
  return { name, folder: before + name, path };
}
