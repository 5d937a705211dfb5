import * as vscode from 'vscode';
import type { Missing } from '../../git/missing.ts';
import type { PlatformGit } from '../platform.ts';
import type { PlanFolder } from './plan-folder.ts';

const BROWSER = 'a browser has no git; open the folder in VS Code on a desktop';
const NO_DISK = 'git can only be asked about files on a disk; clone the repository, and open that folder';
const NOT_TRUSTED = 'git is not asked in Restricted Mode; trust the folder first';

/**
 * Git, where it may be asked about a plan; else why not, with what helps. Only a disk has a repository, and git listens to
 * what is in there: so it is asked in folders alone that are trusted.
 */
export function gitOf({ uri }: Pick<PlanFolder, 'uri'>, git: PlatformGit | undefined): PlatformGit | Missing {
  if (!git) return no(BROWSER);
  if (uri.scheme !== 'file') return no(NO_DISK);
  return vscode.workspace.isTrusted ? git : no(NOT_TRUSTED);
}

const no = (text: string): Missing => ({ reason: 'no-git', text });
