import { applyEdits } from '../../core/fixes/edit/apply.ts';
import { insertField } from '../../core/fixes/edit/insert-field.ts';
import { mergedEdits } from '../../core/fixes/edit/merged.ts';
import { setFields } from '../../core/fixes/edit/set-fields.ts';
import { treeOf } from '../../core/fixes/edit/tree.ts';
import type { DocumentEdit, TextEdit } from '../../core/fixes/fix.ts';
import { readAgain } from '../../core/fixes/read-again.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { Scope } from '../../core/plan/scope.ts';
import { yamlWord } from '../../core/scaffold/yaml-text.ts';
import type { FileMove, MayHold } from '../rename/file-name.ts';
import { mayBeWritten } from '../rename/rewriting.ts';
import { linksAfter } from './links.ts';
import { pathAfter } from './moved-path.ts';
import { namedFilesAfter } from './named-files.ts';

/** What has to change for a plan to stay the same while files of it move. */
export interface Moved {
  /** In the documents as they are, before any file has moved. */
  readonly edits: readonly DocumentEdit[];
  /** The documents that would have to change, and cannot be written without harm. */
  readonly left: readonly string[];
}

/** How many documents are looked at before a pause is offered. */
const AT_ONCE = 100;

/**
 * What has to change for a plan to say the same once files or folders have other paths: an id that came from the name of
 * a file or folder is written, and so is a program that came from where it lies; links from and to what moves lead where
 * they led, and so do the files that fields name. Pauses, as a generator, where a host may do something else.
 */
export function* movedFiles(moves: readonly FileMove[], plan: Plan, mayHold: MayHold): Generator<void, Moved> {
  const edits = new Map<ParsedDocument, TextEdit[]>();
  const add = (document: ParsedDocument, some: readonly TextEdit[]): void => {
    if (some.length > 0) edits.set(document, [...(edits.get(document) ?? []), ...some]);
  };
  const after: ParsedDocument[] = [];
  for (const [index, document] of plan.documents.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const path = pathAfter(document.path, moves);
    add(document, linksAfter(document, moves));
    add(
      document,
      namedFilesAfter(document, { from: document.path, to: path, pathThen: (one) => pathAfter(one, moves) }),
    );
    if (path === document.path) after.push(document);
    if (path === document.path || !mayHold(path)) continue;
    const ids = idWritten(document, path, plan);
    add(document, ids);
    const then = readAgain(path, applyEdits(document.text, ids), plan);
    if (then) after.push(then);
  }
  yield;
  for (const [document, written] of programsWritten(after, moves, plan)) add(document, written);
  const whole = [...edits.keys()].filter(mayBeWritten);
  return {
    edits: whole.flatMap((document) =>
      mergedEdits(edits.get(document) ?? []).map((edit) => ({ path: document.path, ...edit })),
    ),
    left: [...edits.keys()].filter((document) => !mayBeWritten(document)).map(({ path }) => path),
  };
}

/** The id of the item of a file, where another path would give it another. */
function idWritten(document: ParsedDocument, path: string, plan: Plan): readonly TextEdit[] {
  const [item] = plan.itemsOf(document);
  if (item?.parsed.form !== 'file') return [];
  const then = readAgain(path, document.text, plan)?.items[0];
  return then?.id === item.id ? [] : (setFields(item, [['id', item.id]]) ?? []);
}

/** The programs of items that would belong to another where they are then, by their documents as they are now. */
function* programsWritten(
  after: readonly ParsedDocument[],
  moves: readonly FileMove[],
  plan: Plan,
): Generator<readonly [ParsedDocument, readonly TextEdit[]]> {
  const sorted = [...after].sort((a, b) => (a.path < b.path ? -1 : 1));
  const scope = new Scope(sorted, plan.parts.input.rootName);
  const now = new Map(plan.documents.map((document) => [pathAfter(document.path, moves), document]));
  for (const then of sorted) {
    const document = now.get(then.path) as ParsedDocument;
    const items = plan.itemsOf(document);
    const wasDoubtful = plan.problems.has(document);
    for (const [index, parsed] of then.items.entries()) {
      let isDoubtful = false;
      const program = scope.programOf(parsed, then, () => {
        isDoubtful = true;
      });
      const item = items[index];
      if (!item || (program === item.program && (!isDoubtful || wasDoubtful))) continue;
      // What a document says holds for the entries in it.
      yield [document, programIn(document, item.program, plan)];
      break;
    }
  }
}

function programIn(document: ParsedDocument, program: string, plan: Plan): readonly TextEdit[] {
  const [first] = plan.itemsOf(document);
  if (first?.parsed.form === 'file') return setFields(first, [['program', program]]) ?? [];
  const root = treeOf(document);
  const edit = root && insertField(document, root, 'program', yamlWord(program));
  return edit ? [edit] : [];
}
