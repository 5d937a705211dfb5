import * as vscode from 'vscode';

/** What the launcher says about this run, in the user settings of the editor that it started. */
interface Launch {
  readonly name: string;
  /** The version of VS Code that was asked for. */
  readonly vscode: string;
  readonly bridge: string;
  readonly suite: string;
  readonly grep: string;
}

export function launch(): Launch {
  const found = vscode.workspace.getConfiguration().get<Launch>('milepostTests');
  if (!found?.bridge) throw new Error('These tests run in an editor that scripts/test.mjs started');
  return found;
}

/** Tells or asks the launcher; resolves to its answer, rejects with its complaint. */
export async function post(body: Record<string, unknown>): Promise<unknown> {
  const response = await fetch(launch().bridge, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { value?: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value;
}
