import { canonicalFieldName } from '../../model/field-name.ts';
import type { Kind } from '../../model/kind.ts';
import { levelMeant } from '../../model/values/scale.ts';
import { nearest } from '../../text/nearest.ts';
import { plainCharacters } from '../../text/plain-characters.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { replaceScalar } from '../edit/scalar.ts';
import { stepsTo, treeOf } from '../edit/tree.ts';
import { fieldSpecAt } from '../field-spec.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Writes a value as plans have it, where a word processor or a hurried hand wrote it otherwise: hyphens for its dashes, no
 * curly quotes, `50%` for `50 percent`, the one word of a few that `High-ish` is nearest to, the level that `huge` comes
 * to.
 * @safe where nothing but dashes, quotes and spaces of a word processor, or the word for `%`, stands in the way, and it
 * silences no findings
 */
export const plainValue: FixMaker = (finding, { plan }) => {
  const document = documentOf(finding, plan);
  const root = document && treeOf(document);
  if (!document || !root || finding.suggestion !== undefined) return [];
  const steps = stepsTo(root, finding.range.start);
  const last = steps.at(-1);
  const node = last?.kind === 'entry' ? last.node : last?.pair.value;
  const kind = fieldSpecAt(document, steps, plan)?.spec.kind;
  if (!kind || node?.kind !== 'scalar' || node.style === 'block' || !isSame(node.range, finding.range)) return [];
  const found = plainForm(node.text, kind);
  if (found === undefined || found.value === node.text) return [];
  const isMute = steps.some((step) => step.kind === 'pair' && canonicalFieldName(step.pair.key.text) === 'mute');
  return [
    {
      title: `Change to ${shown(found.value)}`,
      edits: inDocument(document, [replaceScalar(document.text, node, found.value)]),
      preferred: true,
      safe: found.isSame && !isMute,
    },
  ];
};

interface PlainForm {
  readonly value: string;
  /** Whether it says exactly the same. */
  readonly isSame: boolean;
}

function plainForm(written: string, kind: Kind<unknown>): PlainForm | undefined {
  const plain = plainCharacters(written);
  const percentage = plain.replace(/^(\d+(?:\.\d+)?) ?(?:percent|per cent|pct)\.?$/i, '$1%');
  const same = [plain, percentage].find((value) => takes(kind, value));
  if (same !== undefined) return { value: same, isSame: true };
  const isLevel = kind.name === 'level' || kind.name === 'probability';
  const value = (isLevel ? levelMeant(plain) : undefined) ?? nearestWord(plain, kind.words ?? kind.of?.words ?? []);
  return value !== undefined && takes(kind, value) ? { value, isSame: false } : undefined;
}

function takes(kind: Kind<unknown>, text: string): boolean {
  let isRight = text !== '';
  const range = { start: 0, end: text.length };
  kind.read({ kind: 'scalar', text, style: 'plain', range }, () => {
    isRight = false;
  });
  return isRight;
}

/** Who writes one of these means none of the words beside it. */
const NEGATION = /\b(?:not|no|non|never|neither|nor|isn't|isn’t)\b/i;

/** The one of a few words that a text is about: `High-ish`, `quite high`; none where it is about two. */
function nearestWord(text: string, words: readonly string[]): string | undefined {
  if (text.length > LONGEST || NEGATION.test(text)) return undefined;
  const bare = text.toLowerCase().replace(/[- ]?ish\b/g, '');
  const whole = nearest(bare, words);
  if (whole !== undefined) return whole;
  const parts = bare.split(/[^\p{L}]+/u).filter((part) => part.length >= 3);
  const meant = new Set(parts.flatMap((part) => words.filter((word) => word.startsWith(part))));
  // `very` alone begins two of them, and says of neither that it is meant.
  const [only, ...more] = meant;
  return more.length === 0 ? only : undefined;
}

const LONGEST = 60;
