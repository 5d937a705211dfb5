import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};

/** Larger files make a page that nobody can send. */
const MOST_BYTES = 5_000_000;

/**
 * Puts the images of a document into it, as far as they are files of the plan: a page that is sent has to bring its
 * pictures along. Others stay what they are.
 */
export function embeddedImages(root: string, path: string): (address: string, isImage: boolean) => string | undefined {
  const home = realpathSync(root);
  return (address, isImage) => {
    if (!isImage || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
    try {
      const name = decodeURIComponent(address.replace(/[?#].*$/s, ''));
      const type = TYPES[extname(name).toLowerCase()];
      const file = realpathSync(join(home, dirname(path), name));
      const isInside = !relative(home, file).split(sep).includes('..');
      if (type === undefined || !isInside || !statSync(file).isFile() || statSync(file).size > MOST_BYTES)
        return undefined;
      return `data:${type};base64,${readFileSync(file).toString('base64')}`;
    } catch {
      // A picture that is not there is shown as one that is not there.
      return undefined;
    }
  };
}
