import { amount } from '../text/words.ts';
import type { PictureSummary } from './picture.ts';

/** What is shown and what is not, in numbers and in words. */
export function summaryOf(numbers: Omit<PictureSummary, 'text'>): PictureSummary {
  return { ...numbers, text: wordsFor(numbers) };
}

function wordsFor(numbers: Omit<PictureSummary, 'text'>): string {
  const { items, shown, folded, folds, filtered, done, unlinked, links, critical } = numbers;
  const left = listed([
    done > 0 ? `${amount(done)} closed` : '',
    filtered > 0 ? counts(filtered, 'other item') : '',
    // A risk says what it affects: that leads somewhere, but nothing waits for it.
    unlinked > 0
      ? `${counts(unlinked, 'item')} that neither ${unlinked === 1 ? 'waits nor is' : 'wait nor are'} waited for`
      : '',
  ]);
  const sentences = [
    folded > 0
      ? `${amount(shown)} of ${counts(items, 'item')} are shown; ${amount(folded)} are folded into ${counts(folds, 'group')}.`
      : '',
    critical > 0 ? `${amount(critical)} of these ${critical === 1 ? 'is' : 'are'} on critical paths.` : '',
    left === '' ? '' : `Not shown: ${left}.`,
    links > 0 ? `${counts(links, 'link')} ${links === 1 ? 'is' : 'are'} not drawn, to keep the picture readable.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

const counts = (count: number, thing: string): string => `${amount(count)} ${thing}${count === 1 ? '' : 's'}`;

/** `a`, `a and b`, `a, b and c`. */
function listed(words: readonly string[]): string {
  const said = words.filter((word) => word !== '');
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
