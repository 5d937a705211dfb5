import { readdirSync, readFileSync } from 'node:fs';
import { FIX_MAKERS } from '../../src/core/fixes/registry.ts';

/** What the doc comment of a kind of fix says. */
export interface FixComment {
  /** What it does, on one line. */
  readonly text: string;
  /** Where it may be applied without asking: `where both say the same`; undefined where it never is. */
  readonly safe: string | undefined;
}

const FOLDER = new URL('../../src/core/fixes/make/', import.meta.url);

/** The comments of all kinds of fix, by the names of their makers. */
export function fixComments(): ReadonlyMap<string, FixComment> {
  const sources = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
  return new Map(sources.flatMap(readFixComments));
}

const MAKER = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport const (\w+): FixMaker =/g;

/** The comments that stand before the makers in a source file. */
export function readFixComments(source: string): [string, FixComment][] {
  return [...source.matchAll(MAKER)].map(([, comment, name]) => {
    const [text, safe] = (comment as string).replace(/^ *\* ?/gm, '').split(/^@safe\b/m) as [string, string?];
    return [name as string, { text: oneLine(text), safe: safe === undefined ? undefined : oneLine(safe) }];
  });
}

/** The kinds of fix for the findings of a rule, in the order in which they are offered. */
export function fixesOfRule(code: string, comments: ReadonlyMap<string, FixComment>): readonly FixComment[] {
  return (FIX_MAKERS[code] ?? []).map((make) => {
    const comment = comments.get(make.name);
    if (!comment) throw new Error(`no doc comment stands before ${make.name}`);
    return comment;
  });
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
