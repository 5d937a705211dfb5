import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedFiles } from './generate/files.ts';

// Writes what is generated. With --check it writes nothing, and fails where a file is not what would be written.
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const ROOT = new URL('../', import.meta.url);
/** Folders that hold nothing else, so that a page goes with what it was made of. */
const FOLDERS = ['docs/rules', 'docs/pull-requests', 'docs/reports'];

const wanted = new Map(Object.entries(generatedFiles()));
const at = (path: string): URL => new URL(path, ROOT);
const differing = [...wanted].filter(
  ([path, text]) => !existsSync(at(path)) || readFileSync(at(path), 'utf8') !== text,
);
const left = FOLDERS.filter((folder) => existsSync(at(folder)))
  .flatMap((folder) => readdirSync(at(folder)).map((name) => `${folder}/${name}`))
  .filter((path) => !wanted.has(path));

if (values.check) {
  for (const [path] of differing) console.error(`${path} is not what the generator writes`);
  for (const path of left) console.error(`${path} is no longer generated`);
  if (differing.length + left.length > 0) {
    console.error('Run `npm run generate`, and commit what it writes.');
    process.exitCode = 1;
  }
} else {
  for (const [path, text] of differing) {
    mkdirSync(new URL(dirname(path), ROOT), { recursive: true });
    writeFileSync(at(path), text);
    console.log(path);
  }
  for (const path of left) {
    rmSync(at(path));
    console.log(`${path} (removed)`);
  }
}
