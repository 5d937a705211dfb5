import { isWritable } from '../../core/fixes/documents.ts';
import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import type { DocumentEdit, TextEdit } from '../../core/fixes/fix.ts';
import { shown } from '../../core/fixes/words.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Range } from '../../core/text/range.ts';
import type { Source } from '../../core/text/source.ts';
import { RenameRefused } from './refused.ts';

/** The edits of a rename as they are gathered. Refuses what cannot be written without harm. */
export class Rewriting {
  readonly #documents = new Map<ParsedDocument, TextEdit[]>();
  readonly #configuration: DocumentEdit[] = [];

  /** An edit of a document. */
  add(document: ParsedDocument, edit: TextEdit): void {
    const edits = this.#documents.get(document);
    if (edits) edits.push(edit);
    else this.#documents.set(document, [mayBeEdited(document, edit)]);
  }

  /** The same where somebody has looked for a way to write it: without one, the rename is refused. */
  addOrRefuse(document: ParsedDocument, edit: TextEdit | undefined, range: Range): void {
    if (!edit) {
      const written = shown(document.text.slice(range.start, range.end));
      throw new RenameRefused(
        `${placeIn(document, range)}: "${written}" cannot be changed safely; write it plainly first`,
      );
    }
    this.add(document, edit);
  }

  /** An edit of the configuration. */
  addToConfiguration({ path, text }: Source, edit: TextEdit): void {
    if (text.includes('\ufffd'))
      throw new RenameRefused(`${path} may not be UTF-8, and would lose what cannot be read`);
    this.#configuration.push({ path, ...edit });
  }

  /** The documents that change, and how; in no order. */
  get documents(): ReadonlyMap<ParsedDocument, readonly TextEdit[]> {
    return this.#documents;
  }

  /** Everything that changes. */
  get edits(): readonly DocumentEdit[] {
    const edits = [...this.#documents].flatMap(([{ path }, own]) => own.map((edit) => ({ path, ...edit })));
    return [...mergedEdits(edits), ...this.#configuration];
  }
}

/** Where something stands, for a person: `risks.md:12`. */
export const placeIn = ({ path, lines }: Source, range: Range): string =>
  `${shown(path)}:${lines.positionAt(range.start).line + 1}`;

/** Whether a document can be changed without harm: all of it was read, and nothing in it would be lost. */
export const mayBeWritten = (document: ParsedDocument): boolean =>
  isWritable(document) && !document.broken && !document.text.includes('\ufffd');

function mayBeEdited(document: ParsedDocument, edit: TextEdit): TextEdit {
  const place = placeIn(document, edit.range);
  if (!isWritable(document))
    throw new RenameRefused(`${place} would change, and has a merge conflict or cannot be read`);
  if (document.broken) throw new RenameRefused(`${place} would change, and its front matter is broken: mend it first`);
  if (document.text.includes('\ufffd')) {
    throw new RenameRefused(`${place} would change, and holds U+FFFD, which stands for bytes that are not UTF-8`);
  }
  return edit;
}
