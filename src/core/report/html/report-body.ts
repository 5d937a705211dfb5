import { readBlock } from '../../blocks/read-block.ts';
import type { PlanOn } from '../../blocks/render-block.ts';
import type { LiveBlock } from '../../parse/body/facts.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { mentionsOf } from '../../plan/mentions.ts';
import { linkTo } from '../../views/item-link.ts';
import { htmlOf } from './markdown-html.ts';

/** How a report becomes HTML. */
export interface HtmlOptions {
  /** Whether parts that have a picture show it. Mail cannot. */
  readonly pictures: boolean;
  /** Where a link or an image of the document leads in the end; undefined leaves it as it is. */
  readonly resolve?: ((address: string, isImage: boolean) => string | undefined) | undefined;
}

/** The body of a report as HTML, its pictures in their places. */
export function reportBody(document: ParsedDocument, now: PlanOn, { pictures, resolve }: HtmlOptions): string {
  const { text, frontMatter, body } = document;
  const drawn: string[] = [];
  const token = tokenFor(text);
  const changes: { start: number; end: number; text: string }[] = mentionsIn(document, now);
  for (const block of body.blocks) {
    const { picture, isInstead } = pictures ? pictureOf(block, document, now) : NO_PICTURE;
    const end = block.close ?? block.open;
    changes.push({ ...block.open, text: '' });
    if (block.close) changes.push({ ...block.close, text: picture === '' ? '' : `\n\n${token}${drawn.length}x\n\n` });
    if (picture === '') continue;
    drawn.push(picture);
    if (isInstead) changes.push({ start: block.open.end, end: end.start, text: '\n' });
  }
  changes.sort((a, b) => a.start - b.start || a.end - b.end);
  let markdown = '';
  let at = frontMatter.bodyStart;
  for (const change of changes) {
    if (change.start < at) continue;
    markdown += text.slice(at, change.start) + change.text;
    at = change.end;
  }
  markdown += text.slice(at);
  const html = htmlOf(markdown).replace(new RegExp(`<p>${token}(\\d+)x</p>`, 'g'), (_, n: string) => {
    return `<figure>${drawn[Number(n)]}</figure>`;
  });
  return resolve ? resolved(html, resolve) : html;
}

/** A word that the text does not have. */
function tokenFor(text: string): string {
  let token = 'picture';
  while (text.includes(token)) token += 'z';
  return token;
}

const NO_PICTURE = { picture: '', isInstead: false };

function pictureOf(block: LiveBlock, document: ParsedDocument, now: PlanOn): typeof NO_PICTURE {
  const { asked } = { asked: undefined, ...readBlock(block, document, now.plan) };
  const { picture, pictureInstead = false } = asked?.view ?? {};
  if (!asked || !picture) return NO_PICTURE;
  const { options, accepts, hasFilters } = asked;
  return {
    picture: picture({ ...now, from: document.path, options, accepts, hasFilters }),
    isInstead: pictureInstead,
  };
}

/** `[[id]]` as a link with the title of what is meant. */
function mentionsIn(document: ParsedDocument, { plan }: PlanOn): { start: number; end: number; text: string }[] {
  const { text, path } = document;
  return mentionsOf(document, plan).found.flatMap(({ range, target }) => {
    const isWiki = text.slice(range.start - 2, range.start) === '[[';
    const close = text.indexOf(']]', range.end);
    return isWiki && target && close >= 0
      ? [{ start: range.start - 2, end: close + 2, text: linkTo(target, path) }]
      : [];
  });
}

/** Links and images as micromark writes them, each with the address that it has in the end. */
const resolved = (html: string, resolve: NonNullable<HtmlOptions['resolve']>): string =>
  html.replace(/(<a href|<img src)="([^"]*)"/g, (whole, tag: string, address: string) => {
    const found = resolve(address.replaceAll('&amp;', '&'), tag !== '<a href');
    return found === undefined ? whole : `${tag}="${found.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
