import type { PlanDiff } from '../../core/diff/plan-diff.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { counted } from '../../core/text/words.ts';
import { fullDayLabel } from '../../core/views/day-label.ts';
import { movesMermaid } from '../../core/views/diff/moves-mermaid.ts';
import { movesPicture } from '../../core/views/diff/moves-picture.ts';
import { isChore, verdict, verdictClauses } from '../../core/views/diff/verdict.ts';
import type { Compared } from './diff-format.ts';
import { type Room, tableText } from './markdown/table.ts';
import { tablesOf } from './markdown/tables.ts';
import { nameOfSide } from './side-name.ts';

/** GitHub takes comments of 65,536 characters; what counts is bytes in other places, and somebody may add a few words. */
const COMMENT: Room = { characters: 60_000, rows: 100 };

/** What the page of a job takes, which is a megabyte of UTF-8, three bytes a character at most: as good as everything. */
export const WHOLE: Room = { characters: 320_000, rows: 2000 };

/** For the picture. */
const MOST_SOURCE = 20_000;

/** For a comment on a pull request: the verdict first, a picture of what moved, then tables. As long as GitHub takes. */
export function diffMarkdown(diff: PlanDiff, sides: Compared, { characters, rows }: Room = COMMENT): string {
  const head = verdictText(diff);
  // GitHub makes links of the commits.
  const foot = `<sub>From ${nameOfSide(sides.base)} to ${nameOfSide(sides.head)}, as of ${fullDayLabel(diff.today)}.</sub>\n`;
  const picture = pictureText(diff, sides);
  let room = characters - head.length - picture.length - foot.length;
  const [programs, ...tables] = tablesOf(diff, sides).map((table) => {
    const text = tableText(table, { characters: room, rows });
    room -= text.length;
    return text;
  });
  return [head, programs, picture, ...tables, choresText(diff), foot].filter((part) => part !== '').join('\n');
}

/** The verdict, and in bold what comes first in it: what moves. */
function verdictText(diff: PlanDiff): string {
  const [first, ...rest] = verdictClauses(diff).map(escapeMarkdown);
  return first === undefined ? `${verdict(diff)}\n` : `${[`**${first}**`, ...rest].join('; ')}.\n`;
}

/** What is left to do by a command, in a line. */
function choresText({ findings }: PlanDiff): string {
  const { length } = findings.new.filter(isChore);
  if (length === 0) return '';
  return `${length === 1 ? 'One live block is' : `${length} live blocks are`} outdated by that: \`milepost sync\` updates ${length === 1 ? 'it' : 'them'}.\n`;
}

/** What moves, drawn by whoever shows the comment. */
function pictureText(diff: PlanDiff, { head: { snapshot } }: Compared): string {
  const picture = movesPicture(diff, snapshot);
  if (!picture) return '';
  const source = movesMermaid(picture, diff.today);
  if (source.length > MOST_SOURCE) return '';
  const more = picture.more > 0 ? `\n<sub>${counted(picture.more, 'item')} more in the tables below.</sub>\n` : '';
  return `\`\`\`mermaid\n${source}\`\`\`\n${more}`;
}
