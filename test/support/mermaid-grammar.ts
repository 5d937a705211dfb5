import assert from 'node:assert/strict';

/** What may stand in the quotes of a label: nothing that means something to Mermaid, Markdown or HTML, but line breaks. */
const TEXT = '(?:<br/>|[^<>"&#`\\\\*~$@{}|^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}])+';
const LABEL = `"(${TEXT})"`;
const SHAPES = [
  ['[', ']'],
  ['{{', '}}'],
  ['[/', '/]'],
  ['[\\', '/]'],
  ['>', ']'],
  ['(', ')'],
  ['[[', ']]'],
].map(([before, after]) => `${escaped(before)}${LABEL}${escaped(after)}`);
const ARROW = '(?:==>|-->|-\\.->|--x|-\\.-x)';
const CLASS = '(?:fold|stale|late|overdue|heldup|blocked|critical|done|dropped|focus|later|earlier|changed|gone)';
const STYLE = '(?:stroke:#[0-9a-f]{6}|stroke-width:\\d+px|stroke-dasharray:\\d+ \\d+|opacity:0\\.\\d)';

const LINES = {
  node: new RegExp(`^ {2,}(n\\d+)(?:${SHAPES.join('|')})$`, 'u'),
  subgraph: new RegExp(`^ {2,}subgraph (g\\d+)\\[${LABEL}\\]$`, 'u'),
  end: /^ {2,}end$/,
  edge: new RegExp(`^ {2}(n\\d+) (?:(e\\d+)@)?${ARROW}(?:\\|${LABEL}\\|)? (n\\d+)$`, 'u'),
  class: new RegExp(`^ {2}class n\\d+(?:,n\\d+)* ${CLASS}$`),
  classDef: new RegExp(`^ {2}classDef ${CLASS} ${STYLE}(?:,${STYLE})*$`),
  linkStyle: /^ {2}linkStyle \d+(?:,\d+)* stroke:#[0-9a-f]{6}$/,
};

/** How many lines of each kind a source has. */
export type LineCounts = Record<keyof typeof LINES, number>;

/**
 * Checks that a source is a flowchart as Milepost writes it, line by line and character by character, and nothing else.
 * Gives the counts of its lines and the texts of its labels.
 */
export function readFlowchart(source: string): { readonly counts: LineCounts; readonly labels: readonly string[] } {
  const [first, ...lines] = source.split('\n');
  assert.match(first ?? '', /^flowchart (?:LR|TB)$/);
  assert.equal(lines.pop(), '', 'the last line ends');
  const counts = Object.fromEntries(Object.keys(LINES).map((kind) => [kind, 0])) as LineCounts;
  const labels: string[] = [];
  const ids = new Set<string>();
  let depth = 0;
  for (const line of lines) {
    const found = Object.entries(LINES).flatMap(([kind, pattern]) => {
      const match = pattern.exec(line);
      return match ? [{ kind: kind as keyof LineCounts, match }] : [];
    });
    assert.equal(found.length, 1, `this is no line of a flowchart, or several: ${JSON.stringify(line)}`);
    const [{ kind, match }] = found as [{ kind: keyof LineCounts; match: RegExpExecArray }];
    counts[kind]++;
    if (kind === 'node' || kind === 'subgraph') {
      const id = match[1] as string;
      assert.ok(!ids.has(id), `${id} is there twice`);
      ids.add(id);
    }
    if (kind === 'edge') for (const id of [match[1], match[4]]) assert.ok(ids.has(id as string), `${id} is nowhere`);
    depth += kind === 'subgraph' ? 1 : kind === 'end' ? -1 : 0;
    assert.ok(depth >= 0, 'an end ends nothing');
    const [label] = match.slice(kind === 'edge' ? 3 : 2).filter((text) => text !== undefined && !/^n\d+$/.test(text));
    if (label !== undefined && kind !== 'class') labels.push(label);
  }
  assert.equal(depth, 0, 'a subgraph does not end');
  assert.ok(!/%%|:\/\/|fa-|\$\$/.test(labels.join('\n').replace(/∶fa-/g, '')), 'a directive, an address or an icon');
  for (const label of labels) {
    for (const line of label.split('<br/>')) {
      const length = [...new Intl.Segmenter('en').segment(line.replace(/^[✓✕★] /, ''))].length;
      assert.ok(length <= 80, `${length} graphemes: ${line}`);
      assert.doesNotMatch(line, /^(?:[-+=]|\d{1,20}[.)](?: |$))/, 'a list, a rule or front matter');
      assert.doesNotMatch(line, /\](?=[([:])/, 'a link');
    }
  }
  return { counts, labels };
}

function escaped(text: string | undefined): string {
  return (text ?? '').replace(/[[\](){}/\\]/g, '\\$&');
}
