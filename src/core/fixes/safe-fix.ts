import type { Finding } from '../rules/finding.ts';
import type { Fix, FixContext } from './fix.ts';
import { keepsAllWhole, proposedFixes } from './fixes-for.ts';

/**
 * The fix for a finding that may be applied without asking: the only one that is safe, in the document of the finding
 * itself. Undefined where a person has to choose.
 */
export function safeFixFor(finding: Finding, context: FixContext): Fix | undefined {
  const [fix, ...more] = proposedFixes(finding, context).filter(({ safe }) => safe);
  if (!fix || more.length > 0 || fix.creates) return undefined;
  if (fix.edits.some(({ path }) => path !== finding.source.path)) return undefined;
  return keepsAllWhole(fix.edits, fix.code, context.plan) ? fix : undefined;
}
