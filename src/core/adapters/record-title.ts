import type { BodyFacts, Heading } from '../parse/body/facts.ts';
import { ownHeading } from '../parse/own-heading.ts';
import { isStatusHeading } from './record-text.ts';

/**
 * The heading that a record is called by: its first of the first level, or else the one that it begins with. Without
 * either its file names it: "Status" is no title.
 */
export function recordTitle(body: BodyFacts): Heading | undefined {
  const first = (headings: readonly Heading[]): Heading | undefined => {
    const text = ownHeading({ ...body, headings }, []);
    return text === undefined ? undefined : headings.find((heading) => heading.text === text);
  };
  const found = first(body.headings.filter(({ depth }) => depth === 1)) ?? first(body.headings);
  return found && !isStatusHeading(found.text) ? found : undefined;
}
