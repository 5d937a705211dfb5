import type { Adapter, Convention } from '../config/adapters.ts';
import type { ItemType } from '../model/item-type.ts';
import type { FieldSpec, Kind } from '../model/kind.ts';
import type { FieldValues } from '../model/registry.ts';
import type { StatusWords } from '../model/status.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/range.ts';
import type { BodyFacts } from './body/scan.ts';
import type { Conflict } from './conflicts.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Problem } from './problem.ts';
import type { FieldReference } from './written-references.ts';
import type { YamlNode, YamlScalar } from './yaml/node.ts';

/** What the configuration says that reading a document needs. */
export interface ParseOptions {
  /** The name of the root folder: a README there is named after it. */
  readonly rootName?: string;
  readonly statusWords: StatusWords;
  /** Fields of the project's own, by name. */
  readonly ownFields: ReadonlyMap<string, Kind<unknown>>;
  /** Files that follow conventions of others. */
  readonly adapters?: readonly Adapter[];
}

/** A field of an item as it stands in its document. */
export interface Field {
  /** In snake_case. */
  readonly name: string;
  readonly key: YamlScalar;
  readonly value: YamlNode | undefined;
  readonly spec: FieldSpec<unknown> | undefined;
}

/** An item as its document says it, before it has a place in a plan. */
export interface ParsedItem {
  readonly type: ItemType;
  readonly id: string;
  /** Where the id stands; where the file's name gives it, the type. */
  readonly idRange: Range;
  /** The whole item: its entry in a collection, or the front matter of its file. */
  readonly range: Range;
  /** Whether it has a file of its own or is an entry of a collection. */
  readonly form: 'file' | 'entry';
  readonly title: string | undefined;
  readonly status: string;
  readonly closed: boolean;
  readonly fields: ReadonlyMap<string, Field>;
  readonly values: FieldValues;
  /** What its fields refer to, in the order in which it is written. */
  readonly references: readonly FieldReference[];
  /** The stretches of the body that are its prose. */
  readonly prose: readonly Range[];
  /** Whether part of it could not be read, so that what is missing may be there. */
  readonly broken: boolean;
}

/** A Markdown file that is part of a plan. Never changes; a new text is a new document. */
export class ParsedDocument {
  /** Relative to the root of the plan, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** The type that the file is read as; `register` for a mere holder. */
  readonly type: string;
  readonly items: readonly ParsedItem[];
  /** Fields of the document itself where it is a register. */
  readonly holder: ParsedItem['values'];
  readonly problems: readonly Problem[];
  readonly body: BodyFacts;
  readonly conflicts: readonly Conflict[];
  /** Whether some of its front matter was lost, so that an item that is not found may stand there. */
  readonly broken: boolean;
  /** The convention of others that it is read by; undefined for a document in the format of plans. */
  readonly convention: Convention | undefined;
  /** Whether it is a register that says to which program or workstream its entries belong: few documents are. */
  readonly isHolder: boolean;
  #lines: LineIndex | undefined;

  constructor(parts: Omit<ParsedDocument, 'lines' | 'isHolder' | 'convention'> & { readonly convention?: Convention }) {
    this.path = parts.path;
    this.text = parts.text;
    this.frontMatter = parts.frontMatter;
    this.type = parts.type;
    this.items = parts.items;
    this.holder = parts.holder;
    this.problems = parts.problems;
    this.body = parts.body;
    this.conflicts = parts.conflicts;
    this.broken = parts.broken;
    this.convention = parts.convention;
    this.isHolder = parts.holder.program !== undefined || parts.holder.workstream !== undefined;
  }

  /** Its lines, made when first asked for. */
  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}
