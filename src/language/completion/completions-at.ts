import { MAX_LENGTH } from '../../core/parse/yaml/limits.ts';
import type { Range } from '../../core/text/range.ts';
import { frontMatterAt } from '../loose/front-matter-at.ts';
import type { Completions } from './completion.ts';
import { inEmptyFile } from './in-empty-file.ts';
import { inProse } from './in-prose.ts';
import { inYaml } from './in-yaml.ts';
import type { CompletionRequest } from './request.ts';

const NOTHING: Completions = { list: [], incomplete: false };

/** What could be written where the cursor is, the best first. Nothing in ordinary prose, and in what is nobody's plan. */
export function completionsAt(request: CompletionRequest): Completions {
  const { text, offset } = request;
  if (isConfiguration(request)) {
    const whole = { start: text.charCodeAt(0) === 0xfeff ? 1 : 0, end: text.length };
    return (text.length <= MAX_LENGTH && inYaml(request, whole, true)) || NOTHING;
  }
  const content: Range | undefined = frontMatterAt(text, offset);
  return (content ? inYaml(request, content, false) : (inEmptyFile(request) ?? inProse(request))) ?? NOTHING;
}

/** Whether a request is about the configuration of its plan. */
const isConfiguration = ({ path }: CompletionRequest): boolean => !path.includes('/') && /\.ya?ml$/.test(path);
