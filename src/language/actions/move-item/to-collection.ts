import { addEntryTo, holdsItems } from '../../../core/fixes/edit/add-item.ts';
import { applyEdits } from '../../../core/fixes/edit/apply.ts';
import { isBlankBetween } from '../../../core/fixes/edit/lines.ts';
import { mergedEdits } from '../../../core/fixes/edit/merged.ts';
import { insertion } from '../../../core/fixes/edit/scalar.ts';
import { pairNamed, treeOf } from '../../../core/fixes/edit/tree.ts';
import type { TextEdit } from '../../../core/fixes/fix.ts';
import { readAgain } from '../../../core/fixes/read-again.ts';
import { shown } from '../../../core/fixes/words.ts';
import { headingCandidates } from '../../../core/parse/body/item-heading.ts';
import { collectionOf } from '../../../core/parse/collections.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import type { Item } from '../../../core/plan/item.ts';
import { destinationOf } from '../../../core/plan/mentions.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { yamlText, yamlWord } from '../../../core/scaffold/yaml-text.ts';
import { namedFilesAfter } from '../../move/named-files.ts';
import { mayBeWritten } from '../../rename/rewriting.ts';
import { type Destination, leadsTo, linksAfterMove, slugsOf } from './links.ts';
import type { MovedItem } from './move-item.ts';
import { newlineOf } from './newline.ts';
import { MoveRefused } from './refused.ts';
import { checkSamePlan } from './same-plan.ts';
import { atDepth, sectionsOf, textOf } from './sections.ts';
import { writtenFields } from './written-fields.ts';

/** The documents to which the item of a file can move: of its workstream, and of its program. */
export function holdersFor(item: Item, plan: Plan): readonly Item[] {
  const { document, type, parsed } = item;
  if (parsed.form !== 'file' || !type.collection || plan.itemsOf(document).length !== 1) return [];
  // A collection in which nothing can be read would be lost.
  if (holdsItems(document) && treeOf(document)?.pairs.some((pair) => collectionOf(pair))) return [];
  const holders = [type.name === 'workstream' ? undefined : plan.workstreamOf(item), plan.lookup.program(item.program)];
  return holders.filter(
    (holder) => holder !== undefined && holder.parsed.form === 'file' && mayBeWritten(holder.document),
  ) as readonly Item[];
}

/** Moves the item of a file into the collection of its type in another document, with its prose. The file goes. */
export function* toCollection(item: Item, holder: Item, plan: Plan): Generator<void, MovedItem> {
  const { document, type } = item;
  const into = holder.document;
  const added = addEntryTo(into, type, entryOf(item));
  if (!added) {
    throw new MoveRefused(
      `the ${type.plural} in ${shown(into.path)} are written in a way that cannot hold what it says`,
    );
  }
  const entry = withPapers(item, into, added, plan);
  const section = sectionOf(item, plan);
  const sections = sectionsOf(item);
  const newline = newlineOf(into);
  const intoWith = (links: readonly TextEdit[], own: readonly TextEdit[] = []): readonly TextEdit[] => {
    const prose = textOf(document, sections, mergedEdits([...section.edits, ...links]), newline);
    const lead = section.isNew ? `## ${section.text}${newline}${prose === '' ? '' : newline}` : '';
    const text = `${lead}${prose}`;
    const end = into.text.length;
    return [entry, ...own, ...(text === '' ? [] : [insertion(end, `${gapAt(into, newline)}${text}`)])];
  };
  const draft = readAgain(into.path, applyEdits(into.text, intoWith([])), plan);
  if (!draft) throw new MoveRefused(`${shown(into.path)} could not be read any more`);
  const then = destinations(document, draft, into.body.headings.length, section.isNew);
  const links = linksAfterMove({ from: document, sections, to: into.path, then }, plan);
  const edits = new Map(links).set(into, intoWith(links.get(document) ?? [], links.get(into)));
  edits.delete(document);
  const after = [...edits].map(([one, some]) => readAgain(one.path, applyEdits(one.text, some), plan));
  yield* checkSamePlan(
    plan,
    { before: [document, ...edits.keys()], after: after.filter((one) => one !== undefined) },
    section.text === undefined ? undefined : { item, text: section.text, isNew: section.isNew },
  );
  return {
    edits: [...edits].flatMap(([one, some]) => some.map((edit) => ({ path: one.path, ...edit }))),
    deletes: document.path,
  };
}

/** An entry whose papers are the files that they were. */
function withPapers({ document, id, type }: Item, into: ParsedDocument, entry: TextEdit, plan: Plan): TextEdit {
  for (const { id: other, document: from, values } of plan.ofType('gate')) {
    const isPaper = values.needs?.some(({ value: { path } }) =>
      path === undefined ? false : destinationOf(path, from.path).path === document.path,
    );
    if (isPaper) throw new MoveRefused(`${shown(other)} needs its file as a paper: let it need ${shown(id)} itself`);
  }
  const after = readAgain(into.path, applyEdits(into.text, [entry]), plan);
  const items = after?.items.filter((one) => one.form === 'entry' && one.id === id && one.type === type) ?? [];
  const papers = { from: document.path, to: into.path };
  const edits = namedFilesAfter({ text: after?.text ?? '', items }, papers);
  const { start } = entry.range;
  const within = edits.map(({ range, text }) => ({
    range: { start: range.start - start, end: range.end - start },
    text,
  }));
  return { ...entry, text: applyEdits(entry.text, within) };
}

function entryOf(item: Item): Parameters<typeof addEntryTo>[2] {
  const { document, parsed } = item;
  const root = treeOf(document);
  if (!root) throw new MoveRefused('its front matter could not be read');
  const fields = writtenFields(document.text, root, document.frontMatter.content);
  const id = pairNamed(root, 'id');
  if (id && item.idRange.start < id.key.range.start)
    throw new MoveRefused('its id is written as nothing: write it first');
  const title = pairNamed(root, 'title');
  const named = id ? [] : [`id: ${yamlWord(item.id)}`];
  // Its heading, which is its title in a file, is none in a collection.
  const titled = title || parsed.title === undefined ? [] : [`title: ${yamlText(parsed.title)}`];
  const whole = (written: readonly string[]): readonly string[] => {
    const at = written.findIndex((line) => ID_ON_ITS_LINE.test(line)) + 1;
    return [...named, ...written.slice(0, at), ...titled, ...written.slice(at)];
  };
  const first = fields.lines.findIndex((line) => !line.startsWith('#') && line.trim() !== '');
  const above = first < 0 ? fields.lines : fields.lines.slice(0, first);
  const own = whole(first < 0 ? [] : fields.lines.slice(first));
  return {
    inBraces: fields.parts && `{ ${whole(fields.parts).join(', ')} }`,
    lines: (newline, column) => {
      const space = ' '.repeat(column);
      const comments = above.filter((line) => line.trim() !== '').map((line) => `${newline}${space}${line}`);
      const lines = own.map((line) => (line.trim() === '' ? line : `${space}  ${line}`));
      return `${comments.join('')}${newline}${space}- ${lines.join(newline).slice(column + 2)}`;
    },
  };
}

/** An id behind which another field can stand on the next line. */
const ID_ON_ITS_LINE = /^id: +["'\p{L}\p{N}]/u;

/** The heading of the section that prose becomes, and the depths of those below it. */
function sectionOf(item: Item, plan: Plan) {
  const { document, id } = item;
  const { text, body, frontMatter } = document;
  const [top, ...below] = body.headings;
  const title = `${id}: ${item.title.replace(/\s+/g, ' ').trim()}`;
  const isFirst = top !== undefined && top.text !== '' && isBlank(text.slice(frontMatter.bodyStart, top.range.start));
  const others = isFirst ? below : body.headings;
  const least = 3 - Math.min(...others.map(({ depth }) => depth));
  const down = isFirst ? Math.max(2 - top.depth, least) : Math.max(0, least);
  const by = others.length === 0 ? 0 : down;
  const edits = others.flatMap((heading) => atDepth(text, heading, heading.depth + by));
  if (!isFirst) {
    const isNeeded = !isBlank(text.slice(frontMatter.bodyStart)) || leadsTo(document, plan);
    return { edits, isNew: isNeeded, text: isNeeded ? title : undefined };
  }
  const isNamed = headingCandidates(top.text.normalize('NFC'))[0] === id;
  const named = isNamed ? [] : [insertion(top.textRange.start, `${id}: `)];
  return {
    edits: [...atDepth(text, top, 2), ...named, ...edits],
    isNew: false,
    text: isNamed ? top.text : `${id}: ${top.text}`,
  };
}

const isBlank = (text: string): boolean => isBlankBetween(text.replace(/[\r\n]/g, ' '), 0, text.length);

/** What has to stand between the end of a document and a new section. */
function gapAt({ text, frontMatter }: ParsedDocument, newline: string): string {
  if (!frontMatter.closed) throw new MoveRefused('the front matter there is not closed: add a line "---" first');
  const breaks = /(?:\r\n|\r|\n)*$/.exec(text)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
  return newline.repeat(Math.max(0, 2 - breaks));
}

/** Where links to the file and its headings lead then. */
function destinations(
  document: ParsedDocument,
  into: ParsedDocument,
  before: number,
  isNew: boolean,
): (destination: Destination) => Destination {
  const count = document.body.headings.length + (isNew ? 1 : 0);
  if (into.body.headings.length !== before + count) throw new MoveRefused('its prose would be read otherwise there');
  const [slugs, then] = [slugsOf(document), slugsOf(into)];
  const { path } = into;
  return (now) => {
    const { fragment } = now;
    if (now.path !== document.path) return now;
    if (fragment === undefined || fragment === '') return { path, fragment: then[before] };
    const index = slugs.indexOf(fragment.toLowerCase());
    return { path, fragment: index < 0 ? fragment : then[before + (isNew ? 1 : 0) + index] };
  };
}
