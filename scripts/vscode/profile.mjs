import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './paths.mjs';
import { cleanup } from './processes.mjs';

export const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** An editor that asks nobody anything, shows nothing unasked, and keeps files as a desktop VS Code does. */
const quiet = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // The server's workbench would save by itself, which the desktop does not.
  'files.autoSave': 'off',
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.confirmBeforeClose': 'never',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** The user settings of a launch: quiet ones, its own, and where they decide, the host its extension runs in. */
export function userSettings({ host = 'node', theme = 'dark', settings = {} }) {
  return {
    ...quiet,
    ...(theme === 'system'
      ? { 'window.autoDetectColorScheme': true }
      : { 'workbench.colorTheme': themes[theme] ?? theme }),
    // Has the last word over the manifest, which offers both an entry for Node and one for a web worker.
    ...(host === 'web' ? { 'remote.extensionKind': { 'milepost.milepost': ['web'] } } : {}),
    ...settings,
  };
}

/** A new folder of a launch's own, gone when it is over or this process ends. */
export function temporaryFolder(purpose) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `milepost-${purpose}-`)));
  const remove = cleanup(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return { folder, remove };
}

export function writeSettings(file, settings) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

/**
 * Gives a profile the extension: in development, or with `installed` among the installed ones, where Restricted Mode and
 * the promised VS Code version count for it as for anybody's, and the window's title does not speak of development.
 * Answers with where the extension is, and what is to be developed: tests need something, if only a stranger.
 */
export function provideExtension({ installed, tests }, profile, extensions = join(profile, 'extensions')) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Not the repository itself: the editor would take the themes of every VS Code in .vscode-test, below it, for themes
  // under development, and show one of them whatever the settings say.
  const extension = installed ? join(extensions, `${publisher}.${name}-${version}`) : join(profile, name);
  mkdirSync(dirname(extension), { recursive: true });
  symlinkSync(root, extension, 'junction');
  if (!installed) return { extension, developed: extension };
  if (!tests) return { extension };
  const developed = join(profile, 'stranger');
  const manifest = { publisher, name: 'stranger', version: '1.0.0', engines: { vscode: '*' } };
  mkdirSync(developed);
  writeFileSync(join(developed, 'package.json'), JSON.stringify(manifest));
  return { extension, developed };
}
