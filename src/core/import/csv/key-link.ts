import { parseId } from '../../model/values/id.ts';
import type { Column } from './columns.ts';
import { normalHeading } from './headings.ts';
import type { Row, Table } from './read-table.ts';

/** The entry of `links` in which items keep what the table calls them, so that a later table finds them by it. */
export interface KeyLink {
  readonly column: Column;
  /** `jira`, or the heading of the column as a key: `links.task-id`. */
  readonly name: string;
}

/** Jira has its keys below this heading; an "Issue id" beside it is a number that nobody sees. */
const JIRA_KEY = /^(?:issue|work item) key$/i;

/** Whether a table comes from Jira. */
export const isFromJira = (columns: readonly Column[]): boolean =>
  columns.some(({ heading }) => JIRA_KEY.test(heading.trim()));

/** The entry that the keys of a table are kept in; none where it has no keys, or where they become the ids themselves. */
export function keyLinkOf(table: Table, columns: readonly Column[], isJira: boolean): KeyLink | undefined {
  const column =
    columns.find(({ target }) => target === 'ref') ??
    columns.find(({ target, index }) => target === 'id' && !areIds(table.rows, index));
  return column && { column, name: isJira ? 'jira' : normalHeading(column.heading).replaceAll(' ', '-') || 'key' };
}

/** The columns, of which that of the keys says where they are kept. */
export const withKeyLink = (columns: readonly Column[], { column, name }: KeyLink): readonly Column[] =>
  columns.map((one) => (one === column ? { ...one, keptAs: `links.${name}` } : one));

/** Whether all cells of a column can be ids of items. Numbers alone never become any. */
function areIds(rows: readonly Row[], index: number): boolean {
  const ids = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((id) => id !== '');
  return ids.every((id) => parseId(id).ok) && !areNumbers(ids);
}

/** Whether what a table calls its rows is numbers, which say nothing to anybody. */
export const areNumbers = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => /^\d+$/.test(id));
