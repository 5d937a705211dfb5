import { statusMeaning, statusOfMeaning } from '../../import/values/statuses.ts';
import type { ItemType } from '../../model/item-type.ts';
import { readStatus, type StatusWords, statusesOf } from '../../model/status.ts';
import { plainCharacters } from '../../text/plain-characters.ts';
import { isSame } from '../edit/reference.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker } from '../fix.ts';

/** Where a status is near to none that its type has: any of these, first what its words say elsewhere. */
export const chooseStatus: FixMaker = ({ item, suggestion, range }, { plan }) => {
  const written = item?.field('status')?.value;
  // An entry that is no item stands in one.
  if (!item || !written || !isSame(written.range, range) || suggestion !== undefined) return [];
  const text = written.kind === 'scalar' ? written.text : '';
  const likely = likelyStatus(item.type, text, plan.config.statusWords);
  const all = statusesOf(item.type);
  const ordered = likely === undefined ? all : [likely, ...all.filter((status) => status !== likely)];
  return ordered.flatMap((status) => {
    const edits = setFields(item, [['status', status]]);
    return edits ? [{ title: `Change to ${status}`, edits, preferred: status === likely }] : [];
  });
};

/** `nearly done`, `half way`: work has begun, and has not ended. */
const UNFINISHED = /\b(?:nearly|almost|mostly|partly|partially|half|halfway|part-way)\b/;
const NEGATION = /\b(?:not|no|never|isn't|un\w+)\b/;
/** More words than these are a sentence, and say more than a status. */
const MOST_WORDS = 6;

/** The status that the words of another one say, as teams and tools have them; undefined where they say several, or none. */
function likelyStatus(type: ItemType, written: string, own: StatusWords): string | undefined {
  const text = plainCharacters(written.slice(0, 200)).toLowerCase().replaceAll('’', "'");
  const read = (word: string): string | undefined => {
    const meaning = statusMeaning(word);
    return readStatus(type, word, own) ?? (meaning && statusOfMeaning(type, meaning));
  };
  // `under way` is `underway` to others.
  const whole = read(text) ?? read(text.replace(/\s+/g, ''));
  if (whole !== undefined) return whole;
  if (UNFINISHED.test(text)) return statusOfMeaning(type, 'doing');
  const words = text.split(/[^\p{L}']+/u).filter((word) => word !== '');
  if (NEGATION.test(text) || words.length > MOST_WORDS) return undefined;
  const [only, ...more] = new Set(words.flatMap((word) => read(word) ?? []));
  return more.length === 0 ? only : undefined;
}
