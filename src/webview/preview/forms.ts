/** The kinds of lines that a source may have, each with what such a line is like. */
export type Form = readonly (readonly [name: string, pattern: RegExp])[];

const form = (lines: Readonly<Record<string, string>>): Form =>
  Object.entries(lines).map(([name, pattern]) => [name, new RegExp(`^ *(?:${pattern})$`)]);

/**
 * What means something to Mermaid in the quotes of a label, and in a name of a Gantt chart: `core/text/look-alikes.ts` has
 * the same, and replaces it.
 */
export const SPECIAL_IN_LABELS = '<>"&#`\\*~$@{}|^';
export const SPECIAL_IN_NAMES = '<>&"\'`#;:%$\\{}[]|@';

const noneOf = (characters: string): string => `[^${characters.replace(/[\\\]^-]/g, '\\$&')}]`;
const LABEL = `"(?:${noneOf(SPECIAL_IN_LABELS)}|<br/>)*"`;
const NAME = `${noneOf(SPECIAL_IN_NAMES)}*`;
const STYLE = '[a-z-]+:[#\\w. ]+';
const DAY = '\\d{4}-\\d\\d-\\d\\d';

/** What may stand before a Gantt chart, and nothing else: how wide the column of its sections is. */
export const GANTT_DIRECTIVE = /^%%\{init: \{"gantt": \{"leftPadding": \d{1,3}\}\}\}%%$/;

/** What sources look like that Milepost writes, by their first line. */
export const FORMS: ReadonlyMap<string, Form> = new Map([
  [
    'flowchart LR',
    form({
      nodes: `n\\d+(?:\\[|\\[\\[|\\[/|\\[\\\\|\\{\\{|\\(|>)${LABEL}(?:\\]|\\]\\]|/\\]|\\}\\}|\\))`,
      arrows: `n\\d+ (?:==>|--[>x]|-\\.-[>x])(?:\\|${LABEL}\\|)? n\\d+`,
      frames: `subgraph g\\d+\\[${LABEL}\\]`,
      ends: 'end',
      classes: 'class n\\d+(?:,n\\d+)* [a-z]+',
      styles: `classDef [a-z]+ ${STYLE}(?:,${STYLE})*|linkStyle \\d+(?:,\\d+)* ${STYLE}`,
    }),
  ],
  [
    'gantt',
    form({
      axis: 'dateFormat YYYY-MM-DD|axisFormat [%\\w ]+|tickInterval \\d+(?:day|week|month)|inclusiveEndDates',
      sections: `section ${NAME}`,
      bars: `[✓●○▲] ${NAME} :(?:(?:crit|done|active|milestone), )*t\\d+, ${DAY}, (?:${DAY}|0d)`,
    }),
  ],
]);
