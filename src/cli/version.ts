import packageJson from '../../package.json' with { type: 'json' };

/** The version of Milepost. */
export const VERSION: string = packageJson.version;

/** Where the project is at home on the web; undefined while it is nowhere. */
export const HOMEPAGE: string | undefined = (packageJson as { homepage?: string }).homepage;
