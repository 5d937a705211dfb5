import { noValues } from '../model/registry.ts';
import { decision } from '../model/types/decision.ts';
import { scanBody } from '../parse/body/scan.ts';
import { ParsedDocument, type ParseOptions } from '../parse/document.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import { idFromPath } from '../parse/id-from-path.ts';
import { parseItem } from '../parse/parse-item.ts';
import type { Problem } from '../parse/problem.ts';
import { withProse } from '../parse/prose.ts';
import { conflictProblem, readableBody, strayProblem } from '../parse/readable.ts';
import { readYaml } from '../parse/yaml/read.ts';
import { isDecisionRecord, isOwnAffair, isTheirsAt, recordFields } from './decision-record.ts';
import { textOf } from './record-text.ts';
import { recordTitle } from './record-title.ts';

/** The place of front matter in a text that has none. */
const NO_FRONT_MATTER: FrontMatter = {
  range: { start: 0, end: 0 },
  content: { start: 0, end: 0 },
  bodyStart: 0,
  closed: true,
};

/** Reads an architecture decision record; undefined for a file beside the records that is none. What its front matter has besides is the affair of others, faults included. */
export function parseRecord(path: string, text: string, options: ParseOptions): ParsedDocument | undefined {
  if (!isDecisionRecord(path)) return undefined;
  const { source, conflicts, strays, frontMatter = NO_FRONT_MATTER } = readableBody(text);
  const { bodyStart, content } = frontMatter;
  const { root } = readYaml(source, content.start, content.end);
  const body = scanBody(source, bodyStart);
  const heading = recordTitle(body);
  const at = heading?.textRange ?? frontMatter.range;
  // Fields stand in the body as well as in front matter: any conflict may be over one.
  const problems: Problem[] = [...conflicts.map((conflict) => conflictProblem(conflict)), ...strays.map(strayProblem)];
  const broken = conflicts.length > 0;
  const fields = recordFields(textOf(source, bodyStart, root, body), options.statusWords);
  const own = parseItem(fields, {
    type: decision,
    form: 'file',
    range: frontMatter === NO_FRONT_MATTER ? (heading?.range ?? frontMatter.range) : frontMatter.range,
    fallback: { id: idFromPath(path, options.rootName), range: at },
    heading: heading?.text,
    broken,
    options,
    report: (problem) => {
      if (isOwnAffair(problem.range, fields)) return;
      // How others write a date is no error of theirs: it is what is missing here.
      problems.push(isTheirsAt(problem.range, fields) ? { ...problem, severity: 'warning' } : problem);
    },
  });
  if (!own) return undefined;
  return new ParsedDocument({
    ...{ path, text, frontMatter, problems, body, convention: 'adr' },
    type: decision.name,
    items: withProse(own, [], body, { start: bodyStart, end: text.length }),
    holder: noValues(),
    conflicts,
    broken,
  });
}
