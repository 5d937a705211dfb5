import assert from 'node:assert/strict';
import { findUnfenced } from '../../../src/core/parse/unfenced.ts';
import { problemsOf, read, readPlan } from '../../support/reading.ts';

const FIELDS = 'type: milestone\nid: a\nowner: maria\ndue: 2027-02-12\n';

/** What is said of a text that is left out of the plan. */
function said(text: string): string {
  const document = readPlan(text);
  assert.deepEqual(document.items, [], text);
  assert.equal(document.broken, true);
  const [problem, ...more] = document.problems;
  assert.equal(problem?.code, 'unfenced-front-matter', text);
  assert.deepEqual(more, []);
  return problem.message.replace('these fields are no front matter, so this file is left out of the plan: ', '');
}

describe('fields that were meant as front matter', () => {
  it('row 26: whose first line is missing say so, and are no item of the plan', () => {
    const document = readPlan(`${FIELDS}---\n\n# Title\n`);
    assert.deepEqual(problemsOf(document), ['unfenced-front-matter 1:1 "type: milestone"']);
    assert.equal(said(`${FIELDS}---\n`), 'write a line "---" above this one');
    assert.equal(
      said(`${FIELDS}\nText.\n`),
      'write a line "---" above this one, and write a line "---" after the last field',
    );
    assert.equal(
      said(FIELDS.trimEnd()),
      'write a line "---" above this one, and write a line "---" after the last field',
    );
  });

  for (const line of ['—', '–', '--', '----', '-—', '– –', '\\---', '* * *', '\u200b---', '   ---', '−−−', '___']) {
    it(`row 26: whose first line is ${JSON.stringify(line)} say what would be right`, () => {
      const shown = JSON.stringify(line.trim()).replaceAll('\\\\', '\\');
      assert.match(
        said(`${line}\n${FIELDS}---\n`),
        line.includes('\u200b')
          ? /^write "---" in the place of ".*200b.*---" above them$/
          : /^write "---" in the place of ".* above them/,
      );
      if (!line.includes('\u200b'))
        assert.equal(
          said(`${line}\n\n${FIELDS}\n${line}\n\nText.\n`),
          `write "---" in the place of ${shown} above them, and of ${shown} below them`,
        );
      assert.deepEqual(problemsOf(readPlan(`\ufeff${line} \r\n${FIELDS.replaceAll('\n', '\r\n')}---`)).length, 1);
    });
  }

  it('row 26: whose first line stands below empty ones say so', () => {
    const document = readPlan(`\ufeff\r\n  \r\n---\r\n${FIELDS}---\r\n`);
    assert.deepEqual(problemsOf(document), ['unfenced-front-matter 3:1 "---"']);
    assert.equal(said(`\n---\n${FIELDS}---\n`), 'remove the empty lines above this one');
  });

  it('row 26: that hold a collection are as clear as those with a type', () => {
    for (const entry of ['{ id: R-1 }', 'id: R-1', 'probability: high\n    impact: low'])
      assert.equal(said(`risks:\n  - ${entry}\n\n  - id: R-2\n---\n`), 'write a line "---" above this one');
  });

  it('row 26: with a slip in a line are found all the same, where a line opens or closes them', () => {
    const slip = FIELDS.replace('due:', 'due');
    assert.match(said(`—\n${slip}—\n`), /in the place of "—" above them, and of "—" below them$/);
    assert.match(said(`${slip}---\n`), /above this one$/);
  });

  it('row 26: are not ended by what stands in one of their values', () => {
    const rest = 'owner: maria\ndue: 2027-02-12\n';
    for (const value of [
      'note: |\n  a\n  ***\n  b\n',
      'note: a\n  —\n  b\n',
      'note: >-\n  a\n\n  b\n',
      'escalations:\n  - note: |\n      a\n      ---\n    to: b\n',
      'depends_on:\n  - —\n',
      'depends_on:\n- –\n',
      'tags:\n  - |\n    --\n',
    ]) {
      const text = `type: milestone\nid: a\n${value}${rest}`;
      const found = findUnfenced(`${text}\n# Title\n`);
      assert.equal(found?.closing, undefined, value);
      assert.equal(found?.content.end, text.length, value);
    }
  });

  it('are found in time that the length of the text alone decides', () => {
    for (const text of [
      `${'\n'.repeat(1e6)}${FIELDS}`,
      `a: ${'b\na: '.repeat(3e5)}`,
      '-'.repeat(1e6),
      '* '.repeat(5e5),
    ])
      assert.equal(findUnfenced(text), undefined);
  });
});

describe('a text without front matter', () => {
  for (const [what, text] of Object.entries({
    'is no plan, whatever its words': 'Type: we have a milestone\nid: a\n\ntype: risk\n',
    'is no plan where a type is another': 'type: post\nid: a\ndue: 2027-02-12\n---\n',
    'is no plan where a type is nearly one': 'type: milestnoe\nid: a\ndue: 2027-02-12\n---\n',
    'is no plan where its type is all it has': 'type: milestone\n---\n\nText.\n',
    'is no plan where it has what any notes have': 'title: On releases\ntype: decision\nstatus: accepted\n\nText.\n',
    'is no plan with lists of other tools': 'dependencies:\n  - left-pad\n  - right-pad\n---\n',
    'is no plan with fields below its heading': `# Title\n\n${FIELDS}`,
    'is no plan with fields below some text': `Some text.\n${FIELDS}`,
    'is no plan with fields in code': `\`\`\`yaml\n${FIELDS}\`\`\`\n`,
    'is no plan with fields in a list': '- type: milestone\n- id: a\n',
    'is no plan with prose right below a few fields': 'type: action\nid: a\nowner: b\nWe met and talked.\n',
    'is no plan with a heading that is underlined': 'type: action\n===\n\nid: a\nowner: b\n',
    'is no plan with fields far down': `${'\n'.repeat(20)}${FIELDS}---\n`,
  })) {
    it(what, () => {
      assert.equal(read(text), undefined);
    });
  }

  it('is none either where its front matter is that of another tool', () => {
    assert.equal(read(`---\nlayout: post\n---\n${FIELDS}---\n`), undefined);
  });
});

describe('front matter', () => {
  for (const line of ['—', '--', '----', '– –', '\\---', '\u200b---']) {
    it(`row 26: whose last line is ${JSON.stringify(line)} ends there, and says so`, () => {
      for (const body of ['', '\n# Title\n\nText.\n', 'Text.\n\n---\n\nMore.\n']) {
        const document = readPlan(`---\n${FIELDS}${line}\n${body}`);
        assert.match(problemsOf(document).join(), /^invalid-front-matter 6:1 ".*"$/);
        assert.match(
          document.problems[0]?.message ?? '',
          /^a line "---" closes front matter: write it in the place of "/,
        );
        assert.equal(document.items[0]?.values.due !== undefined, true);
        assert.equal(document.text.slice(document.frontMatter.bodyStart), body);
        assert.equal(document.broken, true);
      }
    });
  }

  it('row 26: with a slip of another kind before such a line ends there as well', () => {
    const document = readPlan(`---\ntype: milestone\nid: a\ndue 2027-02-12\n----\n\n# Title\n`);
    assert.deepEqual(problemsOf(document), [
      'invalid-front-matter 5:1 "----"',
      'invalid-front-matter 4:1 "due 2027-02-12"',
    ]);
    assert.equal(document.items[0]?.title, 'Title');
  });

  it('is not ended by dashes in a text of its own', () => {
    const document = readPlan(
      '---\ntype: milestone\nid: a\nowner: m\nnote: |\n  a\n  ----\n  b\ntags: [\n  --,\n  b ]\n---\n',
    );
    assert.deepEqual(document.problems, []);
  });

  it('is not ended by them either where a line below cannot be read', () => {
    for (const value of ['note: |\n  a\n  ***\n  b\n', 'note: a\n  —\n  b\n', 'depends_on:\n  - —\n']) {
      const { problems, frontMatter } = readPlan(`---\ntype: milestone\nid: a\n${value}due: "2027-02-12" sharp\n---\n`);
      assert.match(problems.map(({ message }) => message).join(), /the quote that opens here/);
      assert.equal(frontMatter.closed, true, value);
    }
  });
});
