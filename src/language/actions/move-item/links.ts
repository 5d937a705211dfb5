import type { TextEdit } from '../../../core/fixes/fix.ts';
import { shown } from '../../../core/fixes/words.ts';
import type { LinkMention } from '../../../core/parse/body/facts.ts';
import { headingSlugs } from '../../../core/parse/body/slug.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import { destinationOf } from '../../../core/plan/mentions.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Range } from '../../../core/text/range.ts';
import { pathAs } from '../../move/links.ts';
import { isGenerated } from '../../rename/mentions.ts';
import { mayBeWritten } from '../../rename/rewriting.ts';
import { imagesIn, isElsewhere } from './images.ts';
import { MoveRefused } from './refused.ts';
import { isIn } from './sections.ts';

/** Where a link leads: a file, and an anchor in it. */
export interface Destination {
  readonly path: string;
  readonly fragment: string | undefined;
}

/** Prose that goes from one document to a file. */
export interface ProseMove {
  readonly from: ParsedDocument;
  /** The stretches of it that go. */
  readonly sections: readonly Range[];
  /** The file to which they go. */
  readonly to: string;
  /** Where a link leads then that leads there now. */
  readonly then: (destination: Destination) => Destination;
}

/** Edits after which all links of a plan lead where they led, by the documents that they stand in. */
export function linksAfterMove(move: ProseMove, plan: Plan): ReadonlyMap<ParsedDocument, readonly TextEdit[]> {
  const edits = new Map<ParsedDocument, readonly TextEdit[]>();
  for (const document of plan.documents) {
    const images =
      document === move.from && isElsewhere(document.path, move.to) ? imagesIn(document, move.sections) : [];
    const own = [...document.body.mentions, ...images].flatMap((mention) => {
      if (mention.kind !== 'link' || isGenerated(document, mention.range)) return [];
      return linkAfter(document, mention, move) ?? [];
    });
    if (own.length === 0) continue;
    if (!mayBeWritten(document)) {
      throw new MoveRefused(`links in ${shown(document.path)} would change, which cannot be written: mend it first`);
    }
    edits.set(document, own);
  }
  return edits;
}

/** Whether a link outside of some prose leads to the file of it, or a heading there. */
export const leadsTo = (document: ParsedDocument, plan: Plan): boolean =>
  plan.documents.some((other) =>
    other.body.mentions.some(
      (mention) => mention.kind === 'link' && destinationOf(mention.target, other.path).path === document.path,
    ),
  );

function linkAfter(document: ParsedDocument, mention: LinkMention, move: ProseMove): TextEdit | undefined {
  const { target, range } = mention;
  const isMoved = document === move.from && isIn(move.sections, range.start);
  const path = isMoved ? move.to : document.path;
  const now = destinationOf(target, document.path);
  if (now.path === undefined) {
    if (!isMoved || destinationOf(target, path).path === undefined) return undefined;
    throw new MoveRefused(`its link to ${target} leads out of the folder of the plan`);
  }
  const then = move.then({ path: now.path, fragment: now.fragment });
  const read = destinationOf(target, path);
  const isSamePath = read.path === then.path;
  if (isSamePath && read.fragment === then.fragment) return undefined;
  const [, way = '', query = '', hash] = /^([^#?]*)(\?[^#]*)?(?:#(.*))?$/s.exec(
    document.text.slice(range.start, range.end),
  ) as RegExpExecArray;
  const fragment = then.fragment === now.fragment ? hash : then.fragment;
  const isHere = then.path === path && fragment !== undefined && (way === '' || !isSamePath);
  const there = isHere ? '' : isSamePath && way !== '' ? way : pathAs(way, path, then.path);
  return { range, text: `${there}${query}${fragment === undefined ? '' : `#${fragment}`}` };
}

/** The anchors of a document's headings, in order. */
export const slugsOf = ({ body }: ParsedDocument): readonly string[] =>
  headingSlugs(body.headings.map(({ text }) => text));
