import { recordFolders } from '../../core/scaffold/decision-records.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { note } from '../terminal/note.ts';
import { count, shellWord } from '../words.ts';
import { notePlansBelow } from './note-plans-below.ts';
import type { OpenedPlan } from './open-plan.ts';

type SomePlan = Pick<OpenedPlan, 'place' | 'snapshot'>;

/** Whether there is a plan at all. */
export const isThere = ({ plan }: SomePlan['snapshot']): boolean => plan.documents.length > 0;

/** What is said where something is asked of programs, and a plan has none. */
export const NO_PROGRAM = 'there is no program in this plan: "milepost new program" writes one';

/** What is said where none of the items of a plan is what was asked for. */
export const noneOf = (items: number): string =>
  items === 0
    ? 'the plan has no items yet: "milepost new" writes one'
    : `${count(items, 'item')} in the plan, and none passes: "milepost list" shows all of them`;

/** How many folders of decision records are named. */
const NAMED = 3;

/**
 * Where there is no plan, says so, and what to do about it: ask about one of those in folders below, write a first one, or
 * have the decision records read that are there.
 * @param again how the command is called for a plan in a folder, as seen from that of the call
 * @returns whether there is none
 */
export async function sayNoPlan(
  call: Call,
  { place, snapshot }: SomePlan,
  again = (folder: string): string => `go there, or add --cwd ${folder}`,
): Promise<boolean> {
  if (isThere(snapshot)) return false;
  if ((await notePlansBelow(call, place, again)) > 0) return true;
  note(call, `there is no plan in ${visible(place.root)} yet: "milepost init" writes a first one`);
  for (const { path, count: records } of recordFolders(snapshot.plan.listFiles()).slice(0, NAMED)) {
    const folder = place.fromHere(path);
    note(
      call,
      `${count(records, 'decision record')} in ${quoted(folder)}: "milepost init --adr ${shellWord(folder)}" has them read as decisions`,
    );
  }
  return true;
}
