import { fileURLToPath } from 'node:url';

/** The repository: the extension that is developed and tested. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Editors, browsers and fonts that were fetched; git ignores it, and deleting it is always safe. */
export const cache = `${root}/.vscode-test`;

/** Where pictures of failed and passed tests are put, one folder a launch. */
export const pictures = `${cache}/pictures`;
