/** Whether a path names a Markdown file. */
export const isMarkdown = (path: string): boolean => /\.(?:md|markdown|mdx)$/i.test(path);

/** How git finds names that end like that, in capitals or not. It finds a few others too, which does no harm. */
const ENDINGS = ['*.[mM][dD]*', '*.[mM][aA][rR][kK]*'];

/** Patterns for git: the Markdown files of a folder and all folders below. The folder is empty, or ends in `/`. */
export const markdownBelow = (folder: string): string[] => ENDINGS.map((ending) => `:(top)${escaped(folder)}${ending}`);

/** Patterns for git: the files of values of a folder and all folders below. */
export const valueFilesBelow = (folder: string): string[] => [`:(top)${escaped(folder)}*.[cC][sS][vV]`];

/** Patterns for git: the Markdown files of a folder itself. */
export const markdownIn = (folder: string): string[] =>
  ENDINGS.map((ending) => `:(top,glob)${escaped(folder)}${ending}`);

/** Whether a path names a file that settles which Markdown files belong to a plan. */
export const isSettings = (path: string): boolean => /(?:^|\/)(?:\.gitignore|milepost\.yaml)$/.test(path);

/** Patterns for git: such files of a folder and all folders below. They take in a few others too. */
export const settingsBelow = (folder: string): string[] =>
  ['*.gitignore', '*milepost.yaml'].map((name) => `:(top)${escaped(folder)}${name}`);

const escaped = (folder: string): string => folder.replace(/[\\*?[]/g, '\\$&');
