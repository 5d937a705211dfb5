import type { TypeName } from '../model/registry.ts';
import type { LinkType } from '../model/values/reference.ts';

/**
 * What comes in from another tool, as plain data: every reader (CSV, Jira's CSV, MS Project) gives it, and one writer
 * makes a plan of it. Nothing in it has to be right. Names may be taken, texts hostile, links lead nowhere: the writer
 * makes ids, leaves aside what a field does not take, and says so.
 */
export interface IncomingPlan {
  readonly program: IncomingProgram;
  /** In the order in which they are to be written. */
  readonly items: readonly IncomingItem[];
  /** What the reader has left aside or could not be sure of. */
  readonly remarks: readonly Remark[];
}

/** What is known of the whole; a reader need know nothing of it. */
export interface IncomingProgram {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly fields?: IncomingFields | undefined;
  readonly prose?: string | undefined;
  readonly calendar?: IncomingCalendar | undefined;
  readonly links?: readonly IncomingLink[] | undefined;
}

/** Working days, and days on which nobody works. */
export interface IncomingCalendar {
  /** `mon`, `tue` …; five of them, where left out. */
  readonly workdays?: readonly string[] | undefined;
  /** Days, or ranges such as `2026-12-28..2027-01-01`. */
  readonly holidays?: readonly string[] | undefined;
}

/** An item of the other tool, and what it becomes here. */
export interface IncomingItem {
  /** By which the others of the file name it: `ATLAS-12`, the UID of a task. The first of several has the name. */
  readonly key: string;
  /** Where it stands, for messages: `row 12`, `task 7`. */
  readonly place: string;
  readonly type: IncomingType;
  /**
   * What it may be called, best first. The first from which an id can be made that is free becomes its id; without any,
   * its title or the next number of its type does.
   */
  readonly ids?: readonly string[] | undefined;
  readonly title: string;
  /** The name of its workstream, which need not be described by any item. Without one, that of its parent. */
  readonly workstream?: string | undefined;
  /** The key of the item that it is a part of. */
  readonly parent?: string | undefined;
  /** What it says, by the names of Milepost's fields and in the words of its format. No references: see `links`. */
  readonly fields: IncomingFields;
  /** Items that it waits for, holds up, threatens or has to do with. */
  readonly links?: readonly IncomingLink[] | undefined;
  /** What it is about, in plain text of any length. */
  readonly prose?: string | undefined;
  /** When its work is done, where that is not when that of the program is. Of a milestone or a workstream. */
  readonly calendar?: IncomingCalendar | undefined;
}

/** What an item can become. The program is what the whole file becomes. */
export type IncomingType = Exclude<TypeName, 'program'>;

/**
 * Values by field: `due: '2026-12-11'`, `duration: '10d'`, `progress: '40%'`, `tags: ['a', 'b']`,
 * `links: { jira: 'ATLAS-12' }`. What a field does not take is left aside, with a remark.
 */
export type IncomingFields = Readonly<Record<string, IncomingValue>>;
export type IncomingValue = string | readonly string[] | Readonly<Record<string, string>>;

/**
 * A relation of an item to another. The writer puts it into the field, of the one or the other, that can say it.
 *
 * - `waits-for`: the item cannot start, or finish, before the other; with `type` and `lag` as in `depends_on`.
 * - `blocks`: the other way round.
 * - the name of a field that takes references, such as `affects` or `relates_to`.
 */
export interface IncomingLink {
  readonly relation: string;
  /** The key of the other item. */
  readonly key: string;
  /** `FS`, where left out. */
  readonly type?: LinkType | undefined;
  /** As the format writes it: `5d`, `-2ed`. */
  readonly lag?: string | undefined;
}

/** Something that was left aside or could not be told, for whoever imports. The same of many places is told once. */
export interface Remark {
  /** Where: `row 12`; none where it is about the whole. */
  readonly place?: string | undefined;
  /** What was not understood, and what became of it: `"QA" is no status of a milestone: left out`. */
  readonly text: string;
}
