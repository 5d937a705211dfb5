import { readFileSync } from 'node:fs';
import { SEVERITIES, type Severity } from '../../src/core/config/severity.ts';
import type { Finding } from '../../src/core/rules/finding.ts';
import { RULES } from '../../src/core/rules/registry.ts';
import type { Rule } from '../../src/core/rules/rule.ts';
import { snapshotOf } from '../../test/support/plan.ts';
import { type FixComment, fixComments, fixesOfRule } from './fix-comments.ts';
import { escaped, fenced, generatedFrom, oneOf, page, table } from './markdown.ts';
import { type Example, type ExampleFile, type RuleComment, readRuleComment } from './rule-comment.ts';

/** A page for each rule, and one that lists them all. */
export function rulePages(): Record<string, string> {
  const rules = RULES.map((rule) => ({ rule, comment: commentOf(rule) }));
  const fixes = fixComments();
  return {
    'docs/rules/README.md': listPage(rules),
    ...Object.fromEntries(
      rules.map(({ rule, comment }) => [
        `docs/rules/${rule.code}.md`,
        rulePage(rule, comment, fixesOfRule(rule.code, fixes)),
      ]),
    ),
  };
}

function commentOf({ code }: Rule): RuleComment {
  return readRuleComment(readFileSync(new URL(`../../src/core/rules/${code}.ts`, import.meta.url), 'utf8'));
}

/** The groups of the list, each with what it means. */
const GROUPS: readonly { severity: Severity | 'off'; heading: string; meaning: string }[] = [
  {
    severity: 'error',
    heading: 'Errors',
    meaning: 'The plan does not say what it means to say. `milepost check` exits with 1, unless told otherwise.',
  },
  { severity: 'warning', heading: 'Warnings', meaning: 'The plan can be read, and somebody should do something.' },
  { severity: 'info', heading: 'Infos', meaning: 'Worth knowing, and worth mending when you are there.' },
  { severity: 'off', heading: 'Off', meaning: 'For those who turn them on.' },
];

function listPage(rules: readonly { rule: Rule; comment: RuleComment }[]): string {
  const groups = GROUPS.flatMap(({ severity, heading, meaning }) => {
    const rows = rules
      .filter(({ rule }) => rule.severity === severity)
      .map(({ rule: { code }, comment }) => [`[${code}](${code}.md)`, cell(firstSentence(comment.explanation))]);
    return rows.length > 0 ? [`## ${heading}`, meaning, table(['Rule', 'What it finds'], rows)] : [];
  });
  return page([
    generatedFrom('the comments in src/core/rules'),
    '# Rules',
    [
      'Each finding has the code of its rule and stands on the characters that cause it. One cause gives one finding:',
      'what follows from it is listed with it as related information. A finding that is there only because a day has',
      'passed is never an error by default, so a check that was green yesterday does not fail today.',
    ].join('\n'),
    'The severity of a rule is set for a whole plan in `milepost.yaml`:',
    fenced('yaml', `rules: { missing-owner: error, stale: warning, unknown-field: off }\n`),
    'A finding on one item is silenced, up to and including a day, in that item:',
    fenced('yaml', 'mute: { overdue: 2026-12-04 }\n'),
    ...groups,
  ]);
}

/** The first sentence of an explanation, on one line. */
const firstSentence = (text: string): string =>
  (/^.+?[.](?=\s|$)/s.exec(text)?.[0] ?? text).replace(/\s+/g, ' ').trim();

const cell = (text: string): string => text.replaceAll('|', '\\|');

function rulePage(rule: Rule, { explanation, examples }: RuleComment, fixes: readonly FixComment[]): string {
  const shown = examples.map((example) => ({ example, findings: findingsOf(example) }));
  const own = shown.flatMap(({ findings }) => findings).filter(({ code }) => code === rule.code);
  const notOk = shown.filter(({ example }) => !example.ok);
  const ok = shown.filter(({ example }) => example.ok);
  return page([
    generatedFrom(`the comment in src/core/rules/${rule.code}.ts`),
    `# ${rule.code}`,
    settingLine(
      rule,
      own.some(({ item }) => item),
    ),
    linked(explanation, rule),
    '## Not ok',
    ...notOk.flatMap(({ example, findings }) => [
      ...introduction(example),
      ...files(example, ({ marked }) => fenced('text', marked)),
      messages(rule, example, findings),
    ]),
    '## Ok',
    ...ok.flatMap(({ example }) => [
      ...introduction(example),
      ...files(example, ({ language, text }) => fenced(language === 'md' ? 'markdown' : language, text)),
    ]),
    ...(fixes.length > 0 ? ['## Quick fixes', fixes.map(fixLine).join('\n')] : []),
    '[All rules](README.md)',
  ]);
}

const fixLine = ({ text, safe }: FixComment): string =>
  `- ${text}${safe === undefined ? '' : ` Done [without asking](../fixes.md#without-asking) ${safe}.`}`;

/** What the rule's severity is, and how to change it, everywhere or on one item. */
function settingLine({ code, severity }: Rule, mutable: boolean): string {
  const any = oneOf([...SEVERITIES, 'off'].filter((word) => word !== severity).map((word) => `\`${word}\``));
  const set = `\`rules: { ${code}: ${severity === 'error' ? 'warning' : 'info'} }\``;
  const everywhere =
    severity === 'off'
      ? `**Off** by default. Turn it on in \`milepost.yaml\`: ${set} (${any}).`
      : `**${severity[0]?.toUpperCase()}${severity.slice(1)}** by default. Set another severity (${any}) in \`milepost.yaml\`: ${severity === 'info' ? set.replace('info', 'off') : set}.`;
  const here = `Silence it on one item, up to and including a day, in that item: \`mute: { ${code}: 2026-12-04 }\`.`;
  return mutable ? `${everywhere} ${here}` : everywhere;
}

/** An explanation with the other rules that it names as links to their pages. */
function linked(explanation: string, { code }: Rule): string {
  return explanation.replace(/`([a-z-]+)`/g, (written, word: string) =>
    word !== code && RULES.some((rule) => rule.code === word) ? `[${written}](${word}.md)` : written,
  );
}

function introduction({ about, today }: Example): string[] {
  const lines = [...(about ? [about] : []), ...(today ? [`On ${today}:`] : [])];
  return lines.length > 0 ? [lines.join(' ')] : [];
}

/** The files of an example, with their names where they have been given one. */
function files(example: Example, show: (file: ExampleFile) => string): string[] {
  const named = example.files.length > 1 || example.files.some(({ path }) => path !== 'plan.md');
  return example.files.flatMap((file) => [...(named ? [`\`${file.path}\``] : []), show(file)]);
}

function findingsOf({ files: given, today }: Example): readonly Finding[] {
  const texts = Object.fromEntries(given.map(({ path, text }) => [path, text]));
  return snapshotOf(texts, today ? { today } : {}).findings;
}

/** What Milepost says of an example: the characters that are marked, and the message. */
function messages(rule: Rule, example: Example, findings: readonly Finding[]): string {
  const lines = findings.map(({ code, severity, message, source, range }) => {
    const place = example.files.length > 1 ? ` in \`${source.path}\`` : '';
    const note =
      code !== rule.code
        ? ` ([${code}](${code}.md))`
        : severity !== rule.severity && rule.severity !== 'off'
          ? ` (${severity})`
          : '';
    return `- \`${source.text.slice(range.start, range.end)}\`${place}: ${escaped(message)}${note}`;
  });
  return lines.join('\n');
}
