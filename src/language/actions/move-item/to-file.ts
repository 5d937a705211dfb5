import { applyEdits } from '../../../core/fixes/edit/apply.ts';
import { isBlankBetween, lineStart } from '../../../core/fixes/edit/lines.ts';
import { deletion } from '../../../core/fixes/edit/scalar.ts';
import { mapOf, pairNamed } from '../../../core/fixes/edit/tree.ts';
import type { TextEdit } from '../../../core/fixes/fix.ts';
import { programOf } from '../../../core/fixes/program-of.ts';
import { readAgain } from '../../../core/fixes/read-again.ts';
import { shown } from '../../../core/fixes/words.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import { anchorsOf } from '../../../core/plan/anchors.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { isTaken } from '../../../core/scaffold/file-name.ts';
import { placeFor } from '../../../core/scaffold/place.ts';
import { yamlText, yamlWord } from '../../../core/scaffold/yaml-text.ts';
import type { Range } from '../../../core/text/range.ts';
import { namedFilesAfter } from '../../move/named-files.ts';
import type { MayHold } from '../../rename/file-name.ts';
import { cutEntry } from './cut-entry.ts';
import { type Destination, linksAfterMove, slugsOf } from './links.ts';
import type { MovedItem } from './move-item.ts';
import { newlineOf } from './newline.ts';
import { MoveRefused } from './refused.ts';
import { checkSamePlan } from './same-plan.ts';
import { atDepth, headingsIn, isIn, sectionsOf, textOf } from './sections.ts';
import type { WrittenFields } from './written-fields.ts';

/** Where the file of an entry would be; undefined where something stands there, or nothing may. */
export function fileFor(item: Item, plan: Plan, mayHold: MayHold): { path: string; needsProgram: boolean } | undefined {
  const { folder, name, needsProgram } = placeFor(item.type, item.id, item.program, plan);
  const path = folder === '' ? name : `${folder}/${name}`;
  const isHidden = path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
  const paths = plan.documents.map((document) => document.path);
  return isHidden || plan.hasFile(path) || isTaken(path, paths) || !mayHold(path) ? undefined : { path, needsProgram };
}

/** Gives an entry of a collection a file of its own, with its prose. */
export function* toFile(item: Item, plan: Plan, mayHold: MayHold): Generator<void, MovedItem> {
  const place = fileFor(item, plan, mayHold);
  if (!place) throw new MoveRefused(`there is no free name for the file of ${shown(item.id)}`);
  const { document } = item;
  const { path } = place;
  const sections = sectionsOf(item);
  const isShown = document.body.blocks.some(({ range }) => isIn(sections, range.start));
  if (isShown && programOf(document, plan) !== item.program) {
    throw new MoveRefused('its prose has a live block, which would show another program');
  }
  const cut = cutEntry(item);
  const front = frontMatter(item, place.needsProgram, cut.fields);
  const headings = headingsIn(document, sections);
  const up = Math.min(...headings.map(({ depth }) => depth)) - 1;
  const shifts = headings.flatMap((heading) => atDepth(document.text, heading, heading.depth - up));
  const newline = newlineOf(document);
  const fileWith = (links: readonly TextEdit[]): string => {
    const prose = textOf(document, sections, [...shifts, ...links], newline);
    return `---${newline}${front.map((line) => `${line}${newline}`).join('')}---${newline}${prose === '' ? '' : newline}${prose}`;
  };
  const rest = [...cut.edits, ...joined(sections).map((section) => withoutBlanks(document, section))];
  const file = readAgain(path, fileWith([]), plan);
  const left = readAgain(document.path, applyEdits(document.text, rest), plan);
  if (!left) throw new MoveRefused(`${shown(document.path)} would be no part of the plan: write its type first`);
  if (!file) throw new MoveRefused('its file could not be read');
  const then = destinations(item, sections, left, file);
  const links = linksAfterMove({ from: document, sections, to: path, then }, plan);
  const isMoved = ({ range }: TextEdit): boolean => isIn(sections, range.start);
  const own = links.get(document) ?? [];
  const edits = new Map(links).set(document, [...rest, ...own.filter((edit) => !isMoved(edit))]);
  const withLinks = fileWith(own.filter(isMoved));
  const papers = { from: document.path, to: path };
  const text = applyEdits(withLinks, namedFilesAfter(readAgain(path, withLinks, plan) ?? file, papers));
  const after = [...edits].map(([one, some]) => readAgain(one.path, applyEdits(one.text, some), plan));
  yield* checkSamePlan(plan, {
    before: [...edits.keys()],
    after: [readAgain(path, text, plan), ...after].filter((one) => one !== undefined),
  });
  return {
    edits: [...edits].flatMap(([one, some]) => some.map((edit) => ({ path: one.path, ...edit }))),
    creates: { path, text },
  };
}

function frontMatter(item: Item, needsProgram: boolean, { lines }: WrittenFields): readonly string[] {
  const { type, values, parsed, program, workstream } = item;
  const map = mapOf(item);
  const said = map && pairNamed(map, 'type')?.value;
  if (said && (said.kind !== 'scalar' || said.text.trim() !== type.name)) {
    throw new MoveRefused('it says that it is of another type than its collection: correct that first');
  }
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const has = (name: string): boolean => map !== undefined && pairNamed(map, name) !== undefined;
  return [
    ...lines.slice(0, first),
    `type: ${type.name}`,
    ...lines.slice(first),
    // Its heading, which is its title in a file, is none in a collection.
    ...(parsed.title === undefined && parsed.prose.length > 0 && !has('title') ? [`title: ${yamlText(item.id)}`] : []),
    ...(needsProgram && !values.program && !has('program') ? [`program: ${yamlWord(program)}`] : []),
    ...(workstream !== undefined && !values.workstream && !has('workstream')
      ? [`workstream: ${yamlWord(workstream)}`]
      : []),
  ];
}

/** Sections, those that follow each other as one. */
function joined(sections: readonly Range[]): readonly Range[] {
  const whole: Range[] = [];
  for (const { start, end } of [...sections].sort((a, b) => a.start - b.start)) {
    const before = whole.at(-1);
    if (before?.end === start) whole[whole.length - 1] = { start: before.start, end };
    else whole.push({ start, end });
  }
  return whole;
}

/** An edit that takes a section away; where it is the last of a document, with the blank lines before it. */
function withoutBlanks({ text, frontMatter: { bodyStart } }: ParsedDocument, section: Range): TextEdit {
  let { start } = section;
  while (section.end === text.length && start > bodyStart) {
    const before = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (before < bodyStart || !isBlankBetween(text, before, start - (text.startsWith('\r\n', start - 2) ? 2 : 1)))
      break;
    start = before;
  }
  return deletion(start, section.end);
}

/** Where links lead then: to the file, or to a heading of it, which led to the prose that goes there. */
function destinations(
  { document }: Item,
  sections: Parameters<typeof isIn>[0],
  left: ParsedDocument,
  file: ParsedDocument,
): (destination: Destination) => Destination {
  const { headings } = document.body;
  const isMoved = headings.map(({ range }) => isIn(sections, range.start));
  const count = isMoved.filter(Boolean).length;
  if (file.body.headings.length !== count || left.body.headings.length !== headings.length - count) {
    throw new MoveRefused('its prose would be read otherwise in a file of its own');
  }
  const [slugs, inFile, inRest] = [slugsOf(document), slugsOf(file), slugsOf(left)];
  return (now) => {
    const { path, fragment } = now;
    if (path !== document.path || fragment === undefined) return now;
    const index = slugs.indexOf(fragment.toLowerCase());
    if (index < 0) {
      const isOwn = anchorsOf(file).own.has(fragment) && !anchorsOf(left).own.has(fragment);
      return isOwn ? { path: file.path, fragment } : now;
    }
    const before = isMoved.slice(0, index).filter((moved) => moved === isMoved[index]).length;
    const slug = (isMoved[index] ? inFile : inRest)[before];
    if (isMoved[index]) return { path: file.path, fragment: before === 0 ? undefined : slug };
    return { path, fragment: slug === slugs[index] ? fragment : slug };
  };
}
