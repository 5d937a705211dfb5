import { readFile } from 'node:fs/promises';

/**
 * Lets all modules of a bundle share one import of the editor's interface. Each `import * as vscode` would else copy its
 * hundreds of names into an object of its own while the extension is loaded: a fifth of the time that takes.
 */
export const editorOnce = () => ({
  name: 'editor-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]vscode[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.replace(/^import \* as vscode from 'vscode';$/m, IMPORT), loader: 'ts' };
    });
    build.onResolve({ filter: /^vscode-once$/ }, () => ({ path: 'vscode', namespace: 'once' }));
    build.onLoad({ filter: /./, namespace: 'once' }, () => ({ contents: ONCE }));
  },
});

const IMPORT = "import { vscode } from 'vscode-once';";
const ONCE = "import * as vscode from 'vscode';\nexport { vscode };";
