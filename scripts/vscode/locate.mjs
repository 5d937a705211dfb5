import { existsSync, readdirSync } from 'node:fs';
import { cache } from './paths.mjs';

let decision;

/**
 * Which VS Code to use: the one that MILEPOST_VSCODE names (`desktop` or `server`), else the desktop where it can be
 * shown and downloaded, else the server. Decided once a process.
 */
export function locate() {
  decision ??= decide();
  return decision;
}

async function decide() {
  const choice = process.env.MILEPOST_VSCODE;
  if (choice === 'desktop' || choice === 'server') return choice;
  if (choice) throw new Error(`MILEPOST_VSCODE is “${choice}”; it can be desktop or server`);
  if (!hasScreen()) return 'server';
  return downloaded() || (await reachable()) ? 'desktop' : 'server';
}

function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function downloaded() {
  return existsSync(cache) && readdirSync(cache).some((name) => name.startsWith('vscode-'));
}

async function reachable() {
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', {
      method: 'HEAD',
      signal: AbortSignal.timeout(3000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
