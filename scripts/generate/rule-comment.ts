/** A file of an example, with the marks that were taken out of it. */
export interface ExampleFile {
  readonly path: string;
  readonly language: string;
  /** As it stands in the comment, with the lines of marks. */
  readonly marked: string;
  /** Without the lines of marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Characters that a finding must cover. Line and columns are zero-based, `end` not included. */
export interface Mark {
  readonly code: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Example {
  readonly ok: boolean;
  /** One sentence on what it shows; empty where it speaks for itself. */
  readonly about: string;
  readonly today: string | undefined;
  readonly files: readonly ExampleFile[];
}

/** What the doc comment of a rule says: its explanation as Markdown, and its examples. */
export interface RuleComment {
  readonly explanation: string;
  readonly examples: readonly Example[];
}

/** Reads the doc comment that stands before the exported rule in a source file. */
export function readRuleComment(source: string): RuleComment {
  const comment = /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport const \w+: Rule = /.exec(source)?.[1];
  if (comment === undefined) throw new Error('no doc comment stands before the exported rule');
  const text = comment.replace(/^ \* ?/gm, '');
  const [explanation, ...parts] = text.split(/^@(?=ok\b|notOk\b)/m) as [string, ...string[]];
  return { explanation: explanation.trim(), examples: parts.map(readExample) };
}

const FENCE = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm;

function readExample(part: string): Example {
  const [, tag, about] = /^(ok|notOk)\b([\s\S]*?)(?=^```|$(?![\s\S]))/m.exec(part) as RegExpExecArray;
  const fences = [...part.matchAll(FENCE)];
  const option = (info: string, name: string): string | undefined => new RegExp(`${name}=(\\S+)`).exec(info)?.[1];
  return {
    ok: tag === 'ok',
    about: (about as string).replace(/\s+/g, ' ').trim(),
    today: fences.map((fence) => option(fence[2] as string, 'today')).find(Boolean),
    files: fences.map(([, language, info, text]) => ({
      path: option(info as string, 'file') ?? (language === 'yaml' ? 'milepost.yaml' : 'plan.md'),
      language: language as string,
      marked: text as string,
      ...takeMarks(text as string),
    })),
  };
}

/** Takes the lines `   ~~~~ code` out of a text; each marks characters of the line above it. */
function takeMarks(text: string): Pick<ExampleFile, 'text' | 'marks'> {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of text.split('\n')) {
    const mark = /^( *)(~+) ([a-z-]+)$/.exec(line);
    if (!mark) {
      lines.push(line);
      continue;
    }
    const [, space, tildes, code] = mark as unknown as [string, string, string, string];
    marks.push({ code, line: lines.length - 1, start: space.length, end: space.length + tildes.length });
  }
  return { text: lines.join('\n'), marks };
}
