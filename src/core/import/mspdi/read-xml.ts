import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: its text, and the elements in it by name, in their order. */
export interface XmlElement {
  readonly text: string;
  readonly children: ReadonlyMap<string, readonly XmlElement[]>;
}

/** The files of Project for ten thousand tasks have some 50 MB. */
const MOST_CHARACTERS = 200_000_000;
const MOST_NESTED = 40;
const LONGEST_REASON = 160;

/**
 * The root of an XML document, and its name; or why there is none, and where. Attributes, namespaces and comments are
 * left out. A document type is refused: it could define entities that grow without end, or that lead to other files, and
 * a project has none. So every entity is one of XML's own, or stands as it is.
 */
export function readXml(
  text: string,
): { readonly name: string; readonly root: XmlElement } | { readonly trouble: string } {
  if (text.length > MOST_CHARACTERS) return { trouble: 'it is larger than 200 million characters' };
  const doctype = text.search(/<!DOCTYPE/i);
  if (doctype >= 0 && isOutside(text, doctype)) {
    return {
      trouble: `line ${lineOf(text, doctype)}: it has a document type (DOCTYPE), which no project has, and is not read`,
    };
  }
  const checked = XMLValidator.validate(text);
  if (checked !== true) {
    const { line, col, msg } = checked.err;
    return { trouble: `line ${line}, column ${col}: it is no XML that can be read: ${short(msg)}` };
  }
  let parsed: unknown;
  try {
    parsed = PARSER.parse(text);
  } catch (error) {
    return { trouble: `it is no XML that can be read: ${short((error as Error).message)}` };
  }
  const [name, root] = Object.entries(parsed as Record<string, unknown>)[0] ?? [];
  if (name === undefined) return { trouble: 'it is no XML that can be read: there is nothing in it' };
  return { name, root: elementOf(root) };
}

const PARSER = new XMLParser({
  ignoreDeclaration: true,
  ignorePiTags: true,
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
  cdataPropName: 'cdata',
  maxNestedTags: MOST_NESTED,
});

/** Whether a place is in no comment and no literal text: there, the same characters are harmless. */
function isOutside(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const isIn = (open: string, close: string): boolean => before.lastIndexOf(open) > before.lastIndexOf(close);
  return !isIn('<!--', '-->') && !isIn('<![CDATA[', ']]>');
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

const short = (reason: string): string => {
  const line = reason.replace(/\s+/g, ' ');
  return line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)} …` : line;
};

/** What the parser gives as text, as an object, or as a list of either. */
function elementOf(value: unknown): XmlElement {
  if (typeof value !== 'object' || value === null) return { text: decoded(String(value ?? '')), children: NONE };
  const children = new Map<string, readonly XmlElement[]>();
  const texts: string[] = [];
  for (const [name, child] of Object.entries(value)) {
    const all: readonly unknown[] = Array.isArray(child) ? child : [child];
    if (name === '#text') texts.push(...all.map((each) => decoded(String(each))));
    // As it stands: in it, nothing has another meaning.
    else if (name === 'cdata') texts.push(...all.map(String));
    else children.set(name, all.map(elementOf));
  }
  return { text: texts.join(''), children };
}

const NONE: ReadonlyMap<string, readonly XmlElement[]> = new Map();

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
