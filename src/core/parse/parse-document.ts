import { parseRecord } from '../adapters/parse-record.ts';
import { conventionOf } from '../config/adapters.ts';
import type { ItemType } from '../model/item-type.ts';
import { COLLECTIONS, DOCUMENT_TYPES, type FieldValues, noValues, REGISTER, typeNamed } from '../model/registry.ts';
import { workstream } from '../model/types/workstream.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { oneOf, withArticle } from '../text/words.ts';
import { scanBody } from './body/scan.ts';
import { collectionOf, holdsCollections } from './collections.ts';
import type { Conflict } from './conflicts.ts';
import { ParsedDocument, type ParsedItem, type ParseOptions } from './document.ts';
import { cutAtMisfence, cutAtProse, type FrontMatter } from './front-matter.ts';
import { idFromPath } from './id-from-path.ts';
import { ownHeading } from './own-heading.ts';
import { type FrontItem, parseItem, readFields, readValues } from './parse-item.ts';
import type { Problem } from './problem.ts';
import { withProse } from './prose.ts';
import { conflictProblem, readable, strayProblem } from './readable.ts';
import { unfencedDocument } from './unfenced.ts';
import { firstProblems } from './yaml/first-problems.ts';
import { isEmpty, valueAt, type YamlList, type YamlMap, type YamlNode, type YamlResult } from './yaml/node.ts';
import { readYaml } from './yaml/read.ts';

/** What nearly every Markdown file that is no plan lacks: looked for before any YAML is read. */
const MAYBE_PLAN = new RegExp(`(?:^|[{,])[ \\t]*["']?(?:type|${COLLECTIONS.join('|')})["']?[ \\t]*:`, 'mi');

/** A collection whose first entry has fields, in YAML that could not be read. */
const COLLECTION_LINES = new RegExp(
  `^(?:${COLLECTIONS.join('|')})[ \\t]*:[ \\t]*(?:#.*)?\\r?\\n[ \\t]*-[ \\t]+(?:\\{|[\\w-]+[ \\t]*:)`,
  'm',
);

/**
 * Reads a Markdown file. Undefined where it is no part of a plan: then nothing in it is Milepost's affair.
 * Never throws; whatever is wrong is among the document's problems, and what could be read among its items.
 *
 * @param path relative to the root of the plan, with `/`: gives an id to a file that has none
 */
export function parseDocument(path: string, text: string, options: ParseOptions): ParsedDocument | undefined {
  const { source, conflicts, strays, frontMatter: found } = readable(text);
  const asRecord = (): ParsedDocument | undefined =>
    conventionOf(path, options.adapters ?? []) ? parseRecord(path, text, options) : undefined;
  if (!found) return asRecord() ?? unfencedDocument(path, text);
  if (!MAYBE_PLAN.test(source.slice(found.content.start, found.content.end))) return asRecord();
  const { frontMatter, yaml } = readFrontMatter(source, found);
  const kind = documentKind(yaml, source, frontMatter);
  if (!kind) return asRecord();
  return new DocumentReader(path, text, source, frontMatter, yaml, kind, options).read(
    conflicts,
    strays.filter(({ start }) => start < frontMatter.range.end),
  );
}

/** The YAML of front matter; where prose, or a line that was to close it, was taken for a part of it, of what stands before that. */
function readFrontMatter(source: string, found: FrontMatter): { frontMatter: FrontMatter; yaml: YamlResult } {
  const yaml = readYaml(source, found.content.start, found.content.end);
  if (yaml.broken || !found.closed) {
    for (const cut of [cutAtMisfence(source, found), cutAtProse(source, found)]) {
      const read = cut && readYaml(source, cut.content.start, cut.content.end);
      if (cut && read && (!read.broken || !found.closed)) return { frontMatter: cut, yaml: read };
    }
  }
  return { frontMatter: found, yaml };
}

/** `risk register`, `RAID log`: what people call a document that holds items. */
const REGISTERS = /(?:^|[\s_-])(?:register|log|list|raid)$/i;

/** What a document is read as, and where its type stands. */
interface DocumentKind {
  readonly name: string;
  readonly written: { readonly text: string; readonly range: Range } | undefined;
}

/** Undefined where the front matter is nobody's plan. */
function documentKind(yaml: YamlResult, source: string, { content }: FrontMatter): DocumentKind | undefined {
  const written = writtenType(yaml.root, source, content);
  if (written) {
    if (DOCUMENT_TYPES.includes(written.text)) return { name: written.text, written };
    const near = nearest(written.text, DOCUMENT_TYPES);
    // `type: risks` over a list of risks was meant as a register, not as one risk.
    const holder = near !== undefined && holds(typeNamed(near));
    if (near !== undefined && (holder || !holdsCollections(yaml.root))) return { name: near, written };
  }
  // Other tools have keys of these names too, `dependencies` above all: only entries with fields make a plan.
  const lines = yaml.broken && COLLECTION_LINES.test(source.slice(content.start, content.end));
  return lines || holdsCollections(yaml.root) ? { name: REGISTER, written } : undefined;
}

function writtenType(root: YamlMap | undefined, source: string, content: Range): DocumentKind['written'] {
  const node = root && valueAt(root, 'type');
  if (node) return node.kind === 'scalar' ? { text: node.text.trim(), range: node.range } : undefined;
  // Where YAML could not be read, the line can be.
  const line = /^type[ \t]*:[ \t]*(["']?)([\w-]+)\1[ \t]*(?:#.*)?$/m.exec(source.slice(content.start, content.end));
  if (!line) return undefined;
  const start = content.start + line.index + line[0].indexOf(line[2] as string, 5);
  return { text: line[2] as string, range: { start, end: start + (line[2] as string).length } };
}

class DocumentReader {
  readonly #path: string;
  readonly #text: string;
  readonly #source: string;
  readonly #frontMatter: FrontMatter;
  readonly #yaml: YamlResult;
  readonly #kind: DocumentKind;
  readonly #options: ParseOptions;
  readonly #problems: Problem[] = [];
  readonly #report = (problem: Problem): void => {
    this.#problems.push(problem);
  };

  constructor(
    path: string,
    text: string,
    source: string,
    frontMatter: FrontMatter,
    yaml: YamlResult,
    kind: DocumentKind,
    options: ParseOptions,
  ) {
    this.#path = path;
    this.#text = text;
    this.#source = source;
    this.#frontMatter = frontMatter;
    this.#yaml = yaml;
    this.#kind = kind;
    this.#options = options;
  }

  read(conflicts: ParsedDocument['conflicts'], strays: readonly Range[]): ParsedDocument {
    const { root } = this.#yaml;
    this.#reportConflicts(conflicts, strays);
    this.#reportYaml();
    this.#checkType();
    const body = scanBody(this.#source, this.#frontMatter.bodyStart);
    const type = typeNamed(this.#kind.name);
    const entries = root && holds(type) ? this.#entries(root) : [];
    const own = type ? this.#ownItem(type, root, ownHeading(body, entries)) : undefined;
    const holder = type ? noValues() : this.#register(root);
    const items: readonly ParsedItem[] = withProse(own, entries, body, {
      start: this.#frontMatter.bodyStart,
      end: this.#text.length,
    });
    return new ParsedDocument({
      path: this.#path,
      text: this.#text,
      frontMatter: this.#frontMatter,
      type: this.#kind.name,
      items,
      holder,
      problems: capped(this.#problems),
      body,
      conflicts,
      broken: this.#yaml.broken || !this.#frontMatter.closed || conflicts.some((conflict) => !this.#isOfBody(conflict)),
    });
  }

  #reportConflicts(conflicts: ParsedDocument['conflicts'], strays: readonly Range[]): void {
    // In the body no field of the plan is in doubt.
    for (const conflict of conflicts) this.#report(conflictProblem(conflict, this.#isOfBody(conflict)));
    for (const range of strays) this.#report(strayProblem(range));
  }

  #isOfBody({ range }: Conflict): boolean {
    return range.start >= this.#frontMatter.bodyStart;
  }

  #reportYaml(): void {
    const { range, closed, misclosed } = this.#frontMatter;
    if (misclosed) {
      this.#report({
        code: 'invalid-front-matter',
        message: `a line "---" closes front matter: write it in the place of ${quoted(
          this.#source.slice(misclosed.start, misclosed.end),
        )}`,
        range: misclosed,
      });
    } else if (!closed) {
      this.#report({
        code: 'invalid-front-matter',
        message: 'the front matter that opens here is never closed: add a line "---" after its last field',
        range: { start: range.start, end: range.start + 3 },
      });
    }
    for (const problem of this.#yaml.problems) {
      this.#report({ code: 'invalid-front-matter', ...problem });
    }
    for (const { reason, range: at } of this.#yaml.surprises) {
      const value = this.#source.slice(at.start, at.end);
      this.#report({
        code: 'yaml-surprise',
        message:
          reason === 'at'
            ? `YAML refuses a value that begins with "${value[0]}": put it in quotes`
            : `YAML reads the ": " in ${quoted(value)} as another key: put the whole value in quotes`,
        range: at,
      });
    }
  }

  #checkType(): void {
    const { name, written } = this.#kind;
    if (!written || DOCUMENT_TYPES.includes(written.text)) return;
    const near =
      nearest(written.text, DOCUMENT_TYPES) || (name === REGISTER && REGISTERS.test(written.text)) ? name : undefined;
    this.#report({
      code: 'unknown-type',
      message: `${quoted(written.text)} is not a type of document: ${
        near ? `did you mean ${near}?` : `write ${oneOf(DOCUMENT_TYPES)}`
      }`,
      range: written.range,
      ...(near ? { suggestion: near } : {}),
    });
  }

  #ownItem(type: ItemType, root: YamlMap | undefined, heading: string | undefined): FrontItem | undefined {
    const { range, content } = this.#frontMatter;
    const map: YamlMap = root ?? { kind: 'map', flow: false, pairs: [], range: content };
    const written = this.#kind.written;
    const context = {
      type,
      form: 'file',
      range,
      fallback: {
        id: idFromPath(this.#path, this.#options.rootName),
        range: written?.range ?? { start: range.start, end: range.start + 3 },
      },
      heading,
      broken: this.#yaml.broken,
      options: this.#options,
      report: this.#report,
    } as const;
    return parseItem(this.#withReadableId(map), context, (pair) => holds(type) && collectionOf(pair) !== undefined);
  }

  /** Where the YAML of the whole could not be read at all, its `id` line still can. */
  #withReadableId(map: YamlMap): YamlMap {
    if (!this.#yaml.broken || valueAt(map, 'id')) return map;
    const { start, end } = this.#frontMatter.content;
    const line = /^id[ \t]*:[ \t]*(["']?)([^\s"']+)\1[ \t]*(?:[ \t]#.*)?$/m.exec(this.#source.slice(start, end));
    if (!line) return map;
    const at = start + line.index;
    const textAt = at + line[0].indexOf(line[2] as string, 3);
    const scalar = (text: string, from: number) =>
      ({ kind: 'scalar', text, style: 'plain', range: { start: from, end: from + text.length } }) as const;
    return {
      ...map,
      pairs: [...map.pairs, { key: scalar('id', at), value: scalar(line[2] as string, textAt), bare: false }],
    };
  }

  /** A register is no item; what it says holds for its entries. */
  #register(root: YamlMap | undefined): FieldValues {
    if (!root) return noValues();
    const fields = readFields(
      root,
      { ...workstream, name: REGISTER },
      { options: this.#options, report: this.#report },
      (pair) => collectionOf(pair) !== undefined,
    );
    return readValues(fields, this.#report);
  }

  #entries(root: YamlMap): FrontItem[] {
    const items: FrontItem[] = [];
    const seen = new Map<ItemType, Range>();
    for (const pair of root.pairs) {
      const { key, value } = pair;
      const collection = collectionOf(pair);
      if (!collection || !value) continue;
      const { type, misspelt } = collection;
      const first = seen.get(type);
      if (first) {
        this.#report({
          code: 'invalid-front-matter',
          message: `${quoted(key.text)} is written twice: both are read here, but not by other tools; join them`,
          range: key.range,
          related: [{ message: 'the first', range: first }],
        });
      }
      seen.set(type, key.range);
      if (misspelt) {
        this.#report({
          code: 'unknown-field',
          severity: 'warning',
          message: `${quoted(key.text)} is read as ${type.plural}: write ${type.plural}`,
          range: key.range,
          suggestion: type.plural,
        });
      }
      if (value.kind === 'list') {
        items.push(...this.#list(type, value));
      } else if (!(value.kind === 'scalar' && /^(?:|~|null|tbd)$/.test(value.text))) {
        this.#report({
          code: 'invalid-value',
          message: `${key.text}: a list stands here: write "- id: …" for each ${type.name}`,
          range: value.range,
        });
      }
    }
    return items;
  }

  #list(type: ItemType, list: YamlList): FrontItem[] {
    return list.items.flatMap((node) => {
      if (!node || isEmpty(node)) return [];
      if (node.kind !== 'map') {
        this.#report(entryNeeded(type, node));
        return [];
      }
      const broken = this.#yaml.problems.some(
        ({ range }) => range.start >= node.range.start && range.start <= node.range.end,
      );
      const item = parseItem(node, {
        type,
        form: 'entry',
        range: node.range,
        heading: undefined,
        broken,
        options: this.#options,
        report: this.#report,
      });
      return item ? [item] : [];
    });
  }
}

/** Of what is wrong with the front matter itself the first problems, and a count; of all else everything. */
function capped(problems: readonly Problem[]): readonly Problem[] {
  const shown = firstProblems(problems.filter((problem) => problem.code === 'invalid-front-matter'));
  return [...shown, ...problems.filter((problem) => problem.code !== 'invalid-front-matter')];
}

function entryNeeded(type: ItemType, node: YamlNode): Problem {
  const id = node.kind === 'scalar' ? node.text : '…';
  return {
    code: 'invalid-value',
    message: `${withArticle(type.name)} has fields: write { id: ${quoted(id).slice(1, -1)}, title: … }`,
    range: node.range,
  };
}

/** Whether documents of a type hold collections. */
const holds = (type: ItemType | undefined): boolean => type === undefined || type.holdsItems === true;
