import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { codeServer } from './code-server.mjs';
import { start } from './processes.mjs';
import { provideExtension, temporaryFolder, userSettings, writeSettings } from './profile.mjs';

/** How long a server may take until it listens; it takes a second. */
const startLimit = 180_000;

/**
 * Starts the VS Code server on a free loopback port, with a profile of its own that is removed with it. `url` is where a
 * browser finds the editor. It has a secret in it that the server asks for, since whoever gets in has a terminal.
 */
export async function startServer(options = {}) {
  const { version = 'newest', trusted = true, log = () => {} } = options;
  const { node, entry, vscode } = await codeServer(version);
  const profile = temporaryFolder('server');
  writeSettings(join(profile.folder, 'data/User/settings.json'), userSettings(options));
  const provided = provideExtension(options, profile.folder);

  const token = randomBytes(16).toString('hex');
  const args = [
    entry,
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
    ...['--server-data-dir', profile.folder, '--accept-server-license-terms', '--telemetry-level', 'off'],
    // Without it, the workbench ignores which extension to develop and which tests to run.
    '--enable-smoke-test-driver',
    ...(trusted ? ['--disable-workspace-trust'] : []),
  ];
  // An empty gallery: the server would otherwise ask one on the network about every extension.
  const env = { ...environment(profile.folder), EXTENSIONS_GALLERY: '{}' };
  const server = start(node, args, { env, cwd: profile.folder });
  server.child.stderr.on('data', (data) => log(String(data)));
  try {
    const port = await listening(server, log);
    const authority = `127.0.0.1:${port}`;
    const close = async () => {
      server.stop();
      await server.ended;
      profile.remove();
    };
    return { vscode, ended: server.ended, close, url: address(authority, token, provided, options) };
  } catch (error) {
    server.stop();
    profile.remove();
    throw error;
  }
}

/** The environment without what would make the server believe that it runs inside another VS Code. */
function environment(folder) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/.test(name));
  // Its sockets are left lying about when it is killed; here they go with the profile. macOS allows only short paths.
  const sockets = process.platform === 'linux' ? { TMPDIR: folder, XDG_RUNTIME_DIR: folder } : {};
  return { ...Object.fromEntries(kept), ...sockets };
}

function listening(server, log) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The VS Code server did not start in time')), startLimit);
    let output = '';
    server.child.stdout.on('data', (data) => {
      log(String(data));
      if (output === undefined) return;
      output += data;
      const port = /listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      output = undefined;
      clearTimeout(timer);
      resolve(port);
    });
    server.ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`The VS Code server ended at once (${code})`));
    });
  });
}

/** Where a browser finds the folder opened. `tests` is the bundle of the extension whose `run` the editor then calls. */
function address(authority, token, { extension, developed }, { folder, workspace, tests }) {
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const payload = [];
  if (developed) payload.push(['extensionDevelopmentPath', remote(developed)]);
  if (tests) payload.push(['extensionTestsPath', remote(join(extension, tests))]);
  const query = new URLSearchParams({ tkn: token, ...(workspace ? { workspace } : { folder }) });
  if (payload.length) query.set('payload', JSON.stringify(payload));
  return `http://${authority}/?${query}`;
}
