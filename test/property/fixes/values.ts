import type { Chance } from './chance.ts';

/** A value as it is written: in a line of its own, and in braces, where it can stand there. */
export interface Written {
  readonly text: string;
  readonly fitsBraces: boolean;
  /** The lines below the key, where the value is written in several; `text` is empty then. */
  readonly lines?: readonly string[];
}

const one = (text: string): Written => ({ text, fitsBraces: !/[,[\]{}#\n]|^[|>]/.test(text) });
const inBrackets = (text: string): Written => ({ text, fitsBraces: true });

/** The ids that items of each type have, more or less. */
export const IDS: Readonly<Record<string, readonly string[]>> = {
  milestone: ['auth-cutover', 'api-freeze', 'go-live', 'schema-v2'],
  decision: ['D-1', 'D-2'],
  dependency: ['hsm', 'export-api'],
  risk: ['R-1', 'R-2'],
  issue: ['I-1'],
  action: ['A-7', 'A-8'],
  workstream: ['platform'],
  program: ['atlas', 'plan'],
};
export const EVERY_ID: readonly string[] = Object.values(IDS).flat();
const WRONG_IDS = [
  ...['auth-cutver', 'api_freeze', 'golive', 'schema-v3', 'nowhere', 'D-9', 'payments/ledger', 'plan/hsn'],
  ...['ledger', 'ledger'],
];

function reference(chance: Chance, types: readonly string[]): string {
  if (chance.is(chance.isRelated ? 0.02 : 0.2)) return chance.of(WRONG_IDS);
  return chance.of(chance.is(0.85) ? (IDS[chance.of(types)] ?? EVERY_ID) : EVERY_ID);
}

const quoted = (chance: Chance, text: string): string =>
  chance.is(0.8) ? text : chance.is(0.5) ? `"${text}"` : `'${text}'`;

/** One reference to an item of some types. */
export const referenceTo =
  (...types: readonly string[]) =>
  (chance: Chance): Written =>
    one(quoted(chance, reference(chance, types)));

/** Several references, in all the ways in which they are written. */
export const referencesTo =
  (...types: readonly string[]) =>
  (chance: Chance): Written =>
    list(
      chance,
      Array.from({ length: 1 + chance.below(3) }, () => quoted(chance, reference(chance, types))),
    );

/** Several dependencies, with link types and lags. */
export function dependencies(chance: Chance): Written {
  const entries = Array.from({ length: 1 + chance.below(3) }, () => {
    const id = reference(chance, ['milestone', 'milestone', 'decision', 'dependency', 'issue']);
    if (chance.is(0.15)) return `{ id: ${id}, lag: 2d }`;
    return quoted(chance, chance.is(0.25) ? `${id} ${chance.of(['SS', 'FF +2d', '+3d', 'ss-1ed'])}` : id);
  });
  if (chance.is(0.04)) return one(`${chance.of(EVERY_ID)}, ${chance.of(EVERY_ID)}`);
  return list(chance, entries);
}

function list(chance: Chance, entries: readonly string[]): Written {
  const [first] = entries;
  if (entries.length === 1 && first !== undefined && !first.startsWith('{') && chance.is(0.4)) return one(first);
  const style = chance.below(chance.isOdd ? 5 : 4) * (chance.isOdd ? 1 : 2);
  if (style === 0) {
    const comment = (): string => (chance.isOddly(0.3) ? '   # why' : '');
    return { text: '', fitsBraces: false, lines: entries.map((entry) => `- ${entry}${comment()}`) };
  }
  if (style === 1) {
    const lines = entries.map((entry, i) => {
      const comma = i < entries.length - 1 || chance.is(0.3) ? ',' : '';
      return `  ${entry}${comma}${chance.isOddly(0.2) ? ' # why' : ''}`;
    });
    return { text: `[\n${lines.join('\n')}\n]`, fitsBraces: false };
  }
  const comma = chance.of([', ', ', ', ',  ', ',']);
  const space = chance.is(0.2) ? ' ' : '';
  return inBrackets(
    `[${space}${entries.join(comma === ',' && entries.some((e) => e.startsWith('{')) ? ', ' : comma)}${space}]`,
  );
}

const DAYS = [
  '2026-10-30',
  '2026-11-13',
  '2026-11-20',
  '2026-12-11',
  '2027-01-29',
  '2026-W50',
  '2026-Q4',
  '"2026-11-14"',
];
const WRONG_DAYS = ['2026–12–11', 'soon', '31.12.2026', '01/02/2027', 'tbd'];

export const aDate = (chance: Chance): Written => one(chance.of(chance.is(0.9) ? DAYS : WRONG_DAYS));
export const aDay = (chance: Chance): Written =>
  one(chance.of(['2026-10-02', '2026-11-13', '2026-11-20', '2026-12-01', '2027-01-04', 'tbd', "'2026-11-12'"]));

export const aPerson = (chance: Chance): Written =>
  one(
    chance.of(
      chance.isOdd
        ? ['"@chen"', '@noor', "'yuki'", '~', 'sam, li', 'maria #lead', 'maria   # since May', 'dana']
        : ['maria', 'chen', 'dana', 'Maria Silva <maria@example.org>', 'tbd', 'sam, li'],
    ),
  );

export function aTitle(chance: Chance): Written {
  if (!chance.isOdd) return one(chance.of(['Auth cut over', 'Public API frozen', "Bob's turn", 'Ünïcode 日本', 'no']));
  if (chance.is(0.04)) return { text: '|', fitsBraces: false, lines: ['  One: two', '', '  @three #four'] };
  if (chance.is(0.03)) return { text: 'The cutover', fitsBraces: false, lines: ['  of all logins'] };
  return one(
    chance.of([
      ...['Auth cut over', 'Public API frozen', 'Atlas: the migration', 'waiting for #42', 'no', '@maria decides'],
      ...[
        '"Platform: core"',
        "'It''s done'",
        '"a \\"b\\" c"',
        'Call the vendor   # soon',
        'the # of retries',
        'Ünïcode 日本 😀',
      ],
      ...['`code` first', 'see: this: "that"', "Bob's: turn", 'Atlas:'],
    ]),
  );
}

export const aWord =
  (...words: readonly string[]) =>
  (chance: Chance): Written =>
    one(quoted(chance, chance.of(words)));

export function aMute(chance: Chance): Written {
  const code = chance.of(['overdue', 'stale', 'missing-owner', 'overdu']);
  if (chance.is(0.3)) return { text: '', fitsBraces: false, lines: [`  ${code}: 2026-11-01`] };
  return inBrackets(
    chance.of([
      `{ ${code}: 2026-11-01 }`,
      `{ ${code}: }`,
      '{}',
      `{ ${code}: 2026-11-01, start-after-due: 2026-10-01 }`,
    ]),
  );
}
