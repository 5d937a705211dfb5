import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from './packages.mjs';
import { cache } from './paths.mjs';
import { fonts } from './pins.mjs';

/**
 * A fontconfig file for the browser, so that pictures look the same on every machine, and have text at all on those
 * without fonts (where Chromium does not draw boxes but crashes). The machine's fonts are asked last.
 */
export async function fontConfiguration() {
  if (process.platform !== 'linux') return undefined;
  const folders = await Promise.all(fonts.map((pin) => packageFolder(pin)));
  const file = join(cache, 'fonts.conf');
  await mkdir(cache, { recursive: true });
  await writeFile(file, configuration(folders));
  return file;
}

function configuration(folders) {
  const families = {
    'sans-serif': ['Inter', 'DejaVu Sans'],
    'system-ui': ['Inter', 'DejaVu Sans'],
    serif: ['DejaVu Serif'],
    monospace: ['JetBrains Mono', 'DejaVu Sans Mono'],
  };
  const aliases = Object.entries(families).map(
    ([family, names]) =>
      `  <alias binding="same"><family>${family}</family><prefer>${names
        .map((name) => `<family>${name}</family>`)
        .join('')}</prefer></alias>`,
  );
  const dirs = [...folders, '/usr/share/fonts', '/usr/local/share/fonts'].map((dir) => `  <dir>${dir}</dir>`);
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...dirs,
    `  <cachedir>${join(cache, 'font-cache')}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
}
