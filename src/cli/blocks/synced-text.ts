import type { SyncedBlock, SyncedDocument } from '../../core/blocks/sync-plan.ts';
import { troubleText } from '../../core/blocks/trouble-text.ts';
import { visible } from '../../core/text/visible.ts';
import type { Place } from '../plan/place.ts';
import type { Style } from '../terminal/style.ts';
import { count } from '../words.ts';

/** For people: what became of which block, by file; those that are left alone are counted only. */
export function syncedText(
  documents: readonly SyncedDocument[],
  { place, style, isCheck }: { readonly place: Place; readonly style: Style; readonly isCheck: boolean },
): string {
  const files = documents.flatMap(({ document, blocks }) => {
    const lines = blocks.flatMap((one) => {
      const said = wordOf(one, isCheck);
      if (said === undefined) return [];
      const { line, column } = document.lines.positionAt(one.block.open.start);
      return [`  ${style.dim(`${line + 1}:${column + 1}`)}  ${visible(one.block.view)}  ${visible(said)}`];
    });
    return lines.length > 0
      ? [`${style.underline(visible(place.fromHere(document.path)))}\n${lines.join('\n')}\n`]
      : [];
  });
  return [...files, `${style.bold(syncedSummary(documents, isCheck))}\n`].join('\n');
}

function wordOf({ outcome, trouble, message }: SyncedBlock, isCheck: boolean): string | undefined {
  if (outcome === 'invalid') return message;
  if (isCheck) return trouble && troubleText(trouble);
  return outcome === 'updated' ? 'updated' : undefined;
}

/** `2 blocks updated in 1 file, 3 up to date, 1 invalid`. */
export function syncedSummary(documents: readonly SyncedDocument[], isCheck: boolean): string {
  const blocks = documents.flatMap((document) => document.blocks);
  const isChanged = ({ outcome, trouble }: SyncedBlock): boolean =>
    outcome !== 'invalid' && (isCheck ? trouble !== undefined : outcome === 'updated');
  const changed = blocks.filter(isChanged).length;
  const invalid = blocks.filter(({ outcome }) => outcome === 'invalid').length;
  const files = documents.filter((document) => document.blocks.some(isChanged)).length;
  const current = blocks.length - changed - invalid;
  if (blocks.length === 0) return 'no live blocks';
  return [
    changed > 0 ? `${count(changed, 'block')} ${isCheck ? 'outdated' : 'updated'} in ${count(files, 'file')}` : '',
    current > 0 ? `${changed > 0 ? current : count(current, 'block')} up to date` : '',
    invalid > 0 ? `${changed + current > 0 ? invalid : count(invalid, 'block')} that cannot be generated` : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
