import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity, type ShippedPackage } from './packages.ts';

/** What a package may be used under. */
export interface Licence {
  /** By its name or expression in the SPDX list. */
  readonly id: string;
  /** The texts that its authors want to go along, as they are. */
  readonly texts: readonly string[];
  /** Where its source is, if its author says so. */
  readonly source: string | undefined;
}

/** Licences that let their code be part of what is under the MIT licence, and used by anybody for anything. */
const WELCOME = ['Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0', '(MPL-2.0 OR Apache-2.0)'];

/**
 * Licences of packages that are not installed by themselves, or do not say. The texts of the former are in `licences/`, and
 * those that a package leaves out, as its author words them elsewhere.
 */
const TOLD: Readonly<Record<string, string>> = {
  'base64-js': 'MIT',
  buffer: 'MIT',
  fastdom: 'MIT',
  ieee754: 'BSD-3-Clause',
  'js-yaml': 'MIT',
  khroma: 'MIT',
  'regenerator-runtime': 'MIT',
};

/** The licence of a package. Throws where there is none, none that is welcome, or no text of it. */
export function licenceOf(shipped: ShippedPackage): Licence {
  const folder = installed(shipped);
  const manifest = folder === undefined ? {} : JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const id = manifest.license ?? TOLD[shipped.name];
  if (!WELCOME.includes(id))
    throw new Error(`${identity(shipped)} has the licence ${id}, which is not among those known`);
  const kept = new URL(`./licences/${shipped.name}.txt`, import.meta.url);
  const own = folder === undefined ? [] : textsIn(folder);
  const texts = own.length === 0 && existsSync(kept) ? [readFileSync(kept, 'utf8')] : own;
  if (texts.length === 0) throw new Error(`There is no text of the licence of ${identity(shipped)}`);
  return { id, texts: texts.map(tidied), source: addressOf(manifest.repository) };
}

/** The folder of a package; of one in another's file, that of the same major version, if it is installed as well. */
function installed({ name, version, folder, within }: ShippedPackage): string | undefined {
  if (within === undefined) return folder;
  const beside = folder.slice(0, folder.length - within.length);
  const candidates = [join(folder, 'node_modules', name), join(beside, name)];
  return candidates.find((candidate) => {
    if (!existsSync(join(candidate, 'package.json'))) return false;
    if (version === undefined) return true;
    const there: string = JSON.parse(readFileSync(join(candidate, 'package.json'), 'utf8')).version;
    return there.split('.')[0] === version.split('.')[0];
  });
}

function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** A text without what differs between machines and editors: line ends, and what is blank at the ends. */
function tidied(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** The address of a repository as a browser takes it. */
function addressOf(repository: unknown): string | undefined {
  const url = typeof repository === 'object' && repository !== null ? Reflect.get(repository, 'url') : repository;
  const path =
    typeof url === 'string' ? /(?:^|github(?:\.com)?[/:])([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url)?.[1] : undefined;
  return path === undefined ? undefined : `https://github.com/${path}`;
}
