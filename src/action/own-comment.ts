import { ApiFailure, type Comment, type GithubApi } from './github-api.ts';

/** What became of the comment. */
export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'not-needed';

/** What a comment of ours begins with. A plan in another folder of the repository has a comment of its own. */
export const markerOf = (folder: string): string =>
  folder === '.' ? '<!-- milepost -->' : `<!-- milepost ${encodeURIComponent(folder).replaceAll('-', '%2D')} -->`;

/**
 * Brings the one comment of ours on a pull request up to date.
 * @param isNeeded whether there is something to say: if not, a comment is written anew, and none is begun
 */
export async function writeComment(
  api: GithubApi,
  pull: number,
  marker: string,
  text: string,
  isNeeded: boolean,
): Promise<CommentOutcome> {
  const body = `${marker}\n${text}`;
  const own = await ownComment(api, pull, marker);
  if (own) {
    if (own.body.replaceAll('\r\n', '\n').trimEnd() === body.trimEnd()) return 'unchanged';
    if (await isUpdated(api, own, body)) return 'updated';
  }
  if (!isNeeded) return 'not-needed';
  await api.create(pull, body);
  return 'created';
}

/** People can write the marker, too; their comments are not ours to change. */
async function ownComment(api: GithubApi, pull: number, marker: string): Promise<Comment | undefined> {
  for await (const comment of api.comments(pull)) {
    if (comment.author === 'Bot' && comment.body.startsWith(marker)) return comment;
  }
  return undefined;
}

/** Not so where somebody has deleted it meanwhile. */
async function isUpdated(api: GithubApi, { id }: Comment, body: string): Promise<boolean> {
  try {
    await api.update(id, body);
    return true;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return false;
    throw error;
  }
}
