import { exampleReports } from './example-reports.ts';
import { fieldReference } from './field-reference.ts';
import { fixPage } from './fix-page.ts';
import { grammarFiles } from './grammar.ts';
import { grammarLists } from './grammar-lists.ts';
import { pullRequestComments } from './pull-request-comments.ts';
import { reliabilityPage } from './reliability.ts';
import { rulePages } from './rule-pages.ts';
import { schemaFiles } from './schemas.ts';

/** Everything that is generated: the text of each file by its path in the repository. */
export function generatedFiles(): Record<string, string> {
  return {
    ...grammarFiles(grammarLists()),
    ...rulePages(),
    ...fixPage(),
    ...fieldReference(),
    ...schemaFiles(),
    ...pullRequestComments(),
    ...exampleReports(),
    ...reliabilityPage(),
  };
}
