import { diffMarkdown } from '../../src/cli/diff/diff-markdown.ts';
import { diffPlans } from '../../src/core/diff/diff-plans.ts';
import { atOnce } from '../../src/core/text/at-once.ts';
import { filesIn } from '../../test/support/folder.ts';
import { snapshotOf } from '../../test/support/plan.ts';
import { EXAMPLE_CHANGES, type ExampleChange } from './atlas-changes.ts';
import { generatedFrom, page } from './markdown.ts';

const EXAMPLE = new URL('../../examples/atlas/', import.meta.url);
const TODAY = { today: '2026-11-21', rootName: 'atlas' };

/** A page for each change to the example, with the comment on it: as GitHub shows it, since GitHub shows these pages. */
export function pullRequestComments(): Record<string, string> {
  return Object.fromEntries(
    EXAMPLE_CHANGES.map((change) => [`docs/pull-requests/${change.name}.md`, page(pageOf(change))]),
  );
}

const pageOf = (change: ExampleChange): readonly string[] => [
  generatedFrom('scripts/generate/atlas-changes.ts'),
  `# ${change.title}`,
  `*${change.by}:* ${change.says}`,
  '---',
  commentOn(change).trimEnd(),
];

/** What `milepost diff --format markdown` says of a change to the example. */
export function commentOn({ apply }: ExampleChange): string {
  const files = filesIn(EXAMPLE);
  const [base, head] = [snapshotOf(files, TODAY), snapshotOf(apply(files), TODAY)];
  const place = { fromRepository: (path: string): string => path };
  // Commits that every reader takes for some commit.
  return diffMarkdown(atOnce(diffPlans(base, head)), {
    place,
    base: { at: '9d1f6b27c0', snapshot: base },
    head: { at: '4e8a05c3b1', snapshot: head },
  });
}
