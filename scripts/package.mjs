import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// Makes dist/milepost.vsix of what has been built, and fails where vsce warns of something, where it holds anything but
// the files of the committed list, or is too large. With --update it writes the list.
const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = 'dist/milepost.vsix';
const list = 'scripts/package-contents.txt';
const mostBytes = 3 * 1024 * 1024;

makePackage();
checkContents(namesIn(readFileSync(`${root}/${vsix}`)));
checkSize(statSync(`${root}/${vsix}`).size);

function makePackage() {
  mkdirSync(`${root}/dist`, { recursive: true });
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  // While the project has no home on the web, relative links of the README lead nowhere outside of it, and stay.
  const homeless = manifest.repository ? [] : ['--allow-missing-repository', '--no-rewrite-relative-links'];
  // vsce lists what it packs on standard output; the list is compared below. What it writes besides is a warning.
  const { status, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', ...homeless, '--out', vsix],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env: steady(process.env) },
  );
  if (stderr !== '') process.stderr.write(stderr);
  if (status !== 0 || stderr !== '') process.exit(1);
}

/**
 * An environment in which the same commit gives the same package: files have the date of the commit. And in a workflow of
 * GitHub vsce would write warnings where it lists files.
 */
function steady({ GITHUB_ACTIONS: _, ...env }) {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  return { ...env, TZ: 'UTC', ...(status === 0 && { SOURCE_DATE_EPOCH: stdout.trim() }) };
}

/** The names of the files in a zip archive, from its central directory, in the order of the alphabet. */
function namesIn(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names = [];
  for (let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28);
    // How many parts the code has that several share is no news.
    names.push(zip.toString('utf8', at + 46, at + 46 + length).replace(/shared-\d+\.cjs$/, 'shared-N.cjs'));
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return [...new Set(names)].sort();
}

function checkContents(names) {
  if (values.update) writeFileSync(`${root}/${list}`, `${names.join('\n')}\n`);
  const expected = readFileSync(`${root}/${list}`, 'utf8').trimEnd().split('\n');
  const added = names.filter((name) => !expected.includes(name));
  const missing = expected.filter((name) => !names.includes(name));
  for (const name of added) console.error(`${vsix} holds ${name}, which ${list} does not name`);
  for (const name of missing) console.error(`${vsix} lacks ${name}, which ${list} names`);
  if (added.length + missing.length === 0) return;
  console.error(`If that is as it should be, run “node scripts/package.mjs --update” and commit ${list}.`);
  process.exit(1);
}

function checkSize(bytes) {
  const size = `${(bytes / 1024).toFixed(0)} KiB`;
  if (bytes > mostBytes) {
    console.error(`${vsix} has ${size}; at most ${mostBytes / 1024} KiB are allowed`);
    process.exit(1);
  }
  console.log(`${vsix}: ${size}`);
}
