import type { SyncedBlock, SyncedDocument } from '../../core/blocks/sync-plan.ts';
import { troubleText } from '../../core/blocks/trouble-text.ts';
import { visible } from '../../core/text/visible.ts';
import type { Place } from '../plan/place.ts';
import type { Style } from '../terminal/style.ts';
import { count, shellWord } from '../words.ts';

/** For people: what became of which block, by file; those that are left alone are counted only. */
export function syncedText(
  documents: readonly SyncedDocument[],
  {
    place,
    style,
    isCheck,
    behind,
  }: {
    readonly place: Place;
    readonly style: Style;
    readonly isCheck: boolean;
    readonly behind: ReadonlySet<string>;
  },
): string {
  const files = documents.flatMap(({ document, blocks }) => {
    const told = blocks.flatMap((one) => {
      const said = wordOf(one, isCheck);
      if (said === undefined) return [];
      const { line, column } = document.lines.positionAt(one.block.open.start);
      return [`  ${style.dim(`${line + 1}:${column + 1}`)}  ${visible(one.block.view)}  ${visible(said)}`];
    });
    const lines = behind.has(document.path) ? [...told, `  ${behindText(document.path, place)}`] : told;
    return lines.length > 0
      ? [`${style.underline(visible(place.fromHere(document.path)))}\n${lines.join('\n')}\n`]
      : [];
  });
  return [...files, `${style.bold(syncedSummary(documents, isCheck))}\n`].join('\n');
}

/** That a report of today is no longer what the plan gives, and what to do about it. */
export const behindText = (path: string, place: Place): string =>
  `this report of today would say something else now: "milepost report ${visible(shellWord(place.fromHere(path)))}" writes its parts anew`;

function wordOf({ outcome, trouble, message }: SyncedBlock, isCheck: boolean): string | undefined {
  if (outcome === 'invalid') return message;
  if (isCheck) return trouble && troubleText(trouble);
  return outcome === 'updated' ? 'updated' : undefined;
}

/** `2 blocks updated in 1 file, 3 up to date, 1 that cannot be generated, 5 parts of reports left as they are`. */
export function syncedSummary(documents: readonly SyncedDocument[], isCheck: boolean): string {
  const blocks = documents.flatMap((document) => document.blocks);
  const isChanged = ({ outcome, trouble }: SyncedBlock): boolean =>
    outcome !== 'invalid' && (isCheck ? trouble !== undefined : outcome === 'updated');
  const changed = blocks.filter(isChanged).length;
  const invalid = blocks.filter(({ outcome }) => outcome === 'invalid').length;
  const files = documents.filter((document) => document.blocks.some(isChanged)).length;
  const records = blocks.filter(({ outcome }) => outcome === 'record').length;
  const current = blocks.length - changed - invalid - records;
  if (blocks.length === 0) return 'no live blocks';
  return [
    changed > 0 ? `${count(changed, 'block')} ${isCheck ? 'outdated' : 'updated'} in ${count(files, 'file')}` : '',
    current > 0 ? `${changed > 0 ? current : count(current, 'block')} up to date` : '',
    invalid > 0 ? `${changed + current > 0 ? invalid : count(invalid, 'block')} that cannot be generated` : '',
    records > 0
      ? `${records} ${records === 1 ? 'part of a report' : 'parts of reports'} left as ${records === 1 ? 'it is' : 'they are'}`
      : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
