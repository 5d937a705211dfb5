import type { ItemType } from '../../model/item-type.ts';
import type { IncomingCalendar, IncomingFields, IncomingLink } from '../incoming.ts';

/** An item that has come in, with its name and its place in the plan that is to be. */
export interface NamedItem {
  readonly key: string;
  readonly place: string;
  readonly type: ItemType;
  readonly id: string;
  readonly title: string;
  /** The id of its workstream. */
  readonly workstream: string | undefined;
  readonly parent: string | undefined;
  readonly fields: IncomingFields;
  readonly links: readonly IncomingLink[];
  readonly prose: string | undefined;
  readonly calendar: IncomingCalendar | undefined;
}
