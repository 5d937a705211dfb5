import { readdirSync, readFileSync } from 'node:fs';

/** The Markdown files and the configuration of a folder, by path. */
export function filesIn(root: URL): Record<string, string> {
  return Object.fromEntries(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:md|yaml)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .map((path) => [path.slice(root.pathname.length).replace(/^\/+/, ''), readFileSync(path, 'utf8')]),
  );
}
