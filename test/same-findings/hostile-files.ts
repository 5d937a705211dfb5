const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  for (const [i, unit] of [...`\ufeff${text}`].entries()) view.setUint16(2 * i, unit.charCodeAt(0), true);
  return bytes;
}

/** Latin-1: no UTF-8 where a letter is beyond ASCII. */
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Front matter of a milestone with lines of the given ending. */
const milestone = (lines: readonly string[], end = '\n', body = ''): string =>
  ['---', 'type: milestone', ...lines, '---', body].join(end);

/**
 * What is written in ways that hosts could count or decode otherwise: line ends, a byte order mark, letters of two UTF-16
 * units before a finding, other encodings, broken YAML, conflicts, names that collide, files of values.
 */
export const HOSTILE_FILES: Readonly<Record<string, Uint8Array>> = {
  'milepost.yaml': utf8(
    '\ufeffcolour: red # 🏔️\r\nrules: { stale: "warning", "no-such-rule": error }\r\ncalendar:\r\n  holidays: ["😀", 2026-13-01]\r\n  freezes:\r\n    - { name: "❄️ freeze", from: 2026-12-01, to: 2026-11-01 }\r\ntolerance: soon\r\n',
  ),
  'README.md': utf8('---\ntype: program\ntitle: The 🚀 same everywhere\nowner: maria\ntarget: 2026-12-18\n---\n'),
  'ends/crlf.md': utf8(milestone(['id: crlf', 'owner: a', 'due: tomorrow', 'depends_on: [nobody]'], '\r\n')),
  'ends/cr.md': utf8(milestone(['id: cr', 'owner: a', 'due: tomorrow', 'depends_on: [nobody]'], '\r')),
  'ends/mixed.md': utf8('---\r\ntype: milestone\nid: mixed\rowner: a\r\ndue: tomorrow\ndepends_on: [nobody]\r---\n'),
  'ends/none.md': utf8('---\ntype: milestone\nid: none\ndue: tomorrow\n---'),
  'ends/separators.md': utf8(
    milestone(['id: separators', 'owner: "a\u2028b"', 'due: "to\u0085morrow"', 'x-a: "\u000b\u000c"', 'colour: 1']),
  ),
  'marks/mark.md': utf8(`\ufeff${milestone(['id: mark', 'due: tomorrow'], '\r\n', '[[nobody]] and [[mark]]\r\n')}`),
  'marks/typeless.md': utf8('\ufeff---\ntype: mile-stone\nid: typeless\n---\n'),
  'marks/broken.md': utf8('\ufeff---\ntype: milestone\nid: broken\nowner: "a\ndue: [2026-11-20\n---\n'),
  'letters/before.md': utf8(
    milestone(
      [
        'id: before',
        'owner: a',
        'tags: ["👩‍👩‍👧‍👦", "𝒳"]',
        '"𝒳-𝒴": 1',
        'depends_on: ["😀", "🏔️/😀", "\u00e9", "e\u0301"]',
      ],
      '\n',
      '# 🏔️ A title\n\n😀😀 [[nobody]] 𝒳 [[😀]], `[[no]]`, and again\t[[nobody]].\n',
    ),
  ),
  'letters/hidden.md': utf8(milestone(['id: "hid\u200bden"', 'owner: "\u202egnp.exe"', 'due: "2026-\u206611-20"'])),
  'letters/名前.md': utf8(milestone(['owner: 名前', 'due: 2026-11-20', 'status: 完了'])),
  'encodings/utf-16.md': utf16(milestone(['id: utf-16', 'due: tomorrow'])),
  'encodings/latin-1.md': latin1(milestone(['id: latin-1', 'owner: Jos\u00e9', 'due: tomorrow'])),
  'encodings/nul.md': utf8(milestone(['id: nul', 'owner: "\u0000"'])),
  'empty.md': utf8(''),
  'blank.md': utf8('\ufeff\r\n\r\n'),
  'yaml/broken.md': utf8(milestone(['id: &a broken', 'owner: @maria', 'due: [', 'depends_on: {a: *b}', '\tx: 1'])),
  'yaml/twice.md': utf8(milestone(['id: twice', 'owner: a', 'id: thrice', 'duration: 1.5 moons', 'due: 0000-00-00'])),
  'yaml/open.md': utf8('---\ntype: milestone\nid: open\n'),
  'yaml/unfenced.md': utf8('\ufeff\r\n—\r\ntype: milestone\r\nid: unfenced\r\ndue: tomorrow\r\n—\r\n'),
  'yaml/misclosed.md': utf8('---\ntype: milestone\nid: misclosed\nowner: a\n—\n\n# Misclosed\n'),
  'yaml/conflict.md': utf8(
    milestone(['id: conflict', '<<<<<<< HEAD', 'due: 2026-12-01', '=======', 'due: 2026-12-02', '>>>>>>> other 😀']),
  ),
  'twins/a.md': utf8(milestone(['id: twin', 'owner: a', 'due: 2026-11-20', 'depends_on: [twin-b]'])),
  'twins/b.md': utf8(milestone(['id: twin', 'owner: a', 'due: 2026-11-20', 'depends_on: [crlf, ring]'])),
  'twins/ring.md': utf8(milestone(['id: ring', 'owner: a', 'depends_on: [gnir]'])),
  'twins/gnir.md': utf8(milestone(['id: gnir', 'owner: a', 'depends_on: [ring]'])),
  'registers/risks.md': utf8(
    '---\r\ntype: register\r\nrisks:\r\n  - { id: R-1, title: "😀", owner: a, probability: enormous, impact: low }\r\n  - id: R-1\r\n  - 7\r\ndecisions: none\r\n---\r\n',
  ),
  'registers/old.md': utf8(milestone(['id: old', 'owner: a', 'status: in-progress', 'updated: 2026-01-05'])),
  'metrics/speed.md': utf8(
    '---\ntype: metric\nid: speed\nowner: a\ndirection: up\nthreshold: 40\nsource: speed.csv\n---\n',
  ),
  'metrics/speed.csv': utf8('\ufeffdate,value\r\n2026-11-06,41\r\n2026-11-20,39 😀\r\n2026-31-12,1\r\n'),
  'metrics/gone.md': utf8(
    '---\ntype: metric\nid: gone\nowner: a\ndirection: down\nthreshold: 1\nsource: 😀.csv\n---\n',
  ),
  'blocks.md': utf8(
    milestone(
      ['id: blocks', 'owner: a', 'due: 2026-11-20'],
      '\n',
      '<!-- milepost milestones colour="😀" -->\n<!-- /milepost -->\n\n😀 <!-- milepost nothing -->\n\n<!-- milepost milestones -->\nold\n<!-- /milepost -->\n',
    ),
  ),
  '.gitignore': utf8('ignored/\n*.tmp.md\n'),
  'ignored/a.md': utf8(milestone(['due: tomorrow'])),
  'a.tmp.md': utf8(milestone(['due: tomorrow'])),
  'node_modules/a.md': utf8(milestone(['due: tomorrow'])),
};
