import { quoted } from '../../core/text/visible.ts';
import type { Call } from '../command.ts';
import { note } from '../terminal/note.ts';
import { count, shellWord } from '../words.ts';
import { plansBelow } from './open-plan.ts';
import type { Place } from './place.ts';

/** How many plans are named. */
const NAMED = 3;

/**
 * Names the plans in folders below, for who asks in the wrong folder.
 * @param again how the command is called for a plan, from the folder of this call
 * @returns how many there are
 */
export async function notePlansBelow(
  call: Call,
  place: Place,
  again: (folder: string) => string,
  isMeant: (path: string) => boolean = () => true,
): Promise<number> {
  const others = (await plansBelow(place)).filter(isMeant);
  for (const path of others.slice(0, NAMED)) {
    const written = place.fromHere(path);
    note(call, `${quoted(written)} is a plan of its own: ${again(shellWord(written))}`);
  }
  if (others.length > NAMED) note(call, `and ${count(others.length - NAMED, 'more plan')} below`);
  return others.length;
}
