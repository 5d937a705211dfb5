import assert from 'node:assert/strict';
import type { Format } from '../../../src/cli/findings/format.ts';
import { FORMATS } from '../../../src/cli/findings/formats.ts';
import { COLOURED } from '../../../src/cli/terminal/style.ts';
import { LineIndex } from '../../../src/core/text/line-index.ts';
import { checkSchema, sarifSchema } from '../../cli/schemas.ts';
import { at, CONTROLS, contextWith, FINDINGS, finding, HOSTILE, reportOf } from './findings.ts';

const write = (format: Format, findings = FINDINGS): string => format(reportOf(findings), contextWith());
const parse = (format: Format, findings?: typeof FINDINGS): unknown => JSON.parse(write(format, findings));

describe('every format of check', () => {
  for (const [name, format] of Object.entries(FORMATS)) {
    it(`${name} ends with the end of a line, and holds nothing that a terminal acts on`, () => {
      for (const findings of [[], FINDINGS, HOSTILE]) {
        assert.match(write(format, findings), /[^\n]\n$/);
        assert.doesNotMatch(write(format, findings), CONTROLS);
      }
    });
  }
});

describe('check --format text', () => {
  it('lists findings by file, aligned, with what belongs to them, and counts them', () => {
    assert.equal(
      write(FORMATS.text),
      [
        'api.md',
        '  7:14  error  there is no item "auth"  unknown-reference',
        '',
        'ga.md',
        '   6:6  warning  ga was due  overdue',
        '                 api.md:12:3  api-freeze waits for it',
        '  18:1  info     a milestone has no field "colour"  unknown-field',
        '',
        '1 error, 1 warning, 1 info in 3 documents, 1 item',
        '',
      ].join('\n'),
    );
  });

  it('tells a few of many places that belong to a finding', () => {
    const related = Array.from({ length: 7 }, (_, i) => at('b.md', i + 1, 1, `waits ${i + 1}`));
    const text = write(FORMATS.text, [finding('warning', 'overdue', at('a.md', 1, 1, 'late'), ...related)]);
    assert.match(text, /waits 5\n +… and 2 more\n/);
  });

  it('is friendly where nothing is wrong', () => {
    assert.equal(write(FORMATS.text, []), 'no findings in 3 documents, 1 item\n');
  });

  it('counts what is acknowledged', () => {
    const text = FORMATS.text(reportOf([], { acknowledged: 2 }), contextWith());
    assert.equal(text, 'no findings (2 more acknowledged) in 3 documents, 1 item\n');
  });

  it('is coloured on demand, and the same otherwise', () => {
    const coloured = FORMATS.text(reportOf(FINDINGS), contextWith({ style: COLOURED }));
    assert.match(coloured, /\u001b\[31merror\u001b\[39m/);
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), write(FORMATS.text));
  });
});

describe('check --format json', () => {
  it('has the promised keys in the promised order', () => {
    const written = parse(FORMATS.json) as { findings: object[] };
    const document = checkSchema.parse(written);
    assert.deepEqual(document.summary, { documents: 3, items: 1, errors: 1, warnings: 1, infos: 1 });
    assert.deepEqual(document.findings[1], {
      code: 'overdue',
      severity: 'warning',
      message: 'ga was due',
      item: null,
      file: 'ga.md',
      range: { start: { line: 6, column: 6 }, end: { line: 6, column: 16 } },
      related: [
        {
          message: 'api-freeze waits for it',
          file: 'api.md',
          range: { start: { line: 12, column: 3 }, end: { line: 12, column: 7 } },
        },
      ],
    });
    assert.deepEqual(Object.keys(written), Object.keys(checkSchema.shape));
    assert.deepEqual(Object.keys(written.findings[0] as object), Object.keys(checkSchema.shape.findings.element.shape));
  });

  it('keeps every character', () => {
    const [first] = checkSchema.parse(parse(FORMATS.json, HOSTILE)).findings;
    assert.equal(first?.message, HOSTILE[0]?.message);
    assert.equal(first?.file, HOSTILE[0]?.source.path);
  });
});

describe('check --format github', () => {
  it('annotates the lines, with paths from the top of the repository', () => {
    assert.deepEqual(write(FORMATS.github).split('\n'), [
      '::error file=plans/api.md,line=7,endLine=7,col=14,endColumn=18,title=unknown-reference::there is no item "auth"',
      '::warning file=plans/ga.md,line=6,endLine=6,col=6,endColumn=16,title=overdue::ga was due%0Aplans/api.md:12 api-freeze waits for it',
      '::notice file=plans/ga.md,line=18,endLine=18,col=1,endColumn=5,title=unknown-field::a milestone has no field "colour"',
      '1 error, 1 warning, 1 info in 3 documents, 1 item',
      '',
    ]);
  });

  it('lets nothing that a plan says be a command of its own (CVE-2020-15228)', () => {
    const lines = write(FORMATS.github, HOSTILE).split('\n');
    assert.equal(lines.length, 3);
    assert.match(
      lines[0] as string,
      /^::warning file=plans\/a%25%2Cb%3Ac\\u\{1b\}\[2J\.md,line=1,[^:]*title=overdue::50%25 x/,
    );
    assert.match(lines[1] as string, /^1 warning in/);
  });

  it('gives no columns where the lines differ, which GitHub refuses', () => {
    const source = { path: 'a.md', text: 'a\nb', lines: new LineIndex('a\nb') };
    const across = finding('info', 'stale', { message: 'x', source, range: { start: 0, end: 3 } });
    assert.match(write(FORMATS.github, [across]), /^::notice file=plans\/a\.md,line=1,endLine=2,title=stale::x\n/);
  });
});

describe('check --format sarif', () => {
  it('is SARIF 2.1.0', () => {
    const [{ tool, results }] = sarifSchema.parse(parse(FORMATS.sarif)).runs;
    const [first, second] = results;
    assert.equal(tool.driver.rules[first?.ruleIndex as number]?.id, 'unknown-reference');
    assert.deepEqual(first?.locations[0]?.physicalLocation, {
      artifactLocation: { uri: 'plans/api.md', uriBaseId: '%SRCROOT%' },
      region: { startLine: 7, startColumn: 14, endLine: 7, endColumn: 18 },
    });
    assert.equal(second?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri, 'plans/api.md');
    assert.deepEqual(
      results.map(({ level }) => level),
      ['error', 'warning', 'note'],
    );
  });

  it('writes paths as URIs, and texts without links', () => {
    const [first] = sarifSchema.parse(parse(FORMATS.sarif, HOSTILE)).runs[0].results;
    assert.equal(first?.locations[0]?.physicalLocation.artifactLocation.uri, 'plans/a%25%2Cb%3Ac%1B%5B2J.md');
    assert.match(first?.message.text ?? '', / \| \\\[x\\\]\(http/);
  });
});

describe('check --format junit', () => {
  it('is a test case for each finding, of which those that count fail', () => {
    const xml = FORMATS.junit(reportOf(FINDINGS), contextWith({ failOn: 'warning' }));
    assert.match(
      xml,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="milepost" tests="3" failures="2">/,
    );
    assert.match(xml, /<testsuite name="plans\/ga\.md" tests="2" failures="1">/);
    assert.match(xml, /name="overdue 6:6"><failure type="warning" message="ga was due">plans\/ga\.md:6:6: warning: /);
    assert.match(xml, /name="unknown-field 18:1"><system-out>/);
  });

  it('is one test that passes where nothing is wrong', () => {
    assert.match(write(FORMATS.junit, []), /tests="1" failures="0".*no findings/s);
  });

  it('lets no markup through', () => {
    assert.match(write(FORMATS.junit, HOSTILE), /&lt;b&gt; &amp; @maria/);
  });
});

describe('check --format markdown', () => {
  it('is a table, the worst first', () => {
    const [warning, error] = [FINDINGS[1] as (typeof FINDINGS)[0], FINDINGS[0] as (typeof FINDINGS)[0]];
    assert.equal(
      write(FORMATS.markdown, [warning, error]),
      [
        '**Milepost**: 1 error, 1 warning in 3 documents, 1 item',
        '',
        '| Where | | Finding |',
        '|---|---|---|',
        '| plans/api.md:7 | error | there is no item "auth" (unknown-reference) |',
        '| plans/ga.md:6 | warning | ga was due (overdue) |',
        '',
      ].join('\n'),
    );
  });

  it('lets no mention, issue, markup or link through', () => {
    const text = write(FORMATS.markdown, HOSTILE);
    assert.doesNotMatch(text, /@maria|#12|GH-3|<b>|:\/\/|[^\\]\[x|[^\\]`/);
    const cells = text.trimEnd().split('\n').at(-1)?.replace(/\\\|/g, '').split('|');
    assert.equal(cells?.length, 5);
  });

  it('is no longer than a comment may be', () => {
    const many = Array.from({ length: 2000 }, (_, i) => finding('info', 'stale', at(`${i}.md`, 1, 1, 'x'.repeat(40))));
    const text = write(FORMATS.markdown, many);
    assert.ok(text.length > 50_000 && text.length < 65_536);
    assert.match(text, /… and \d+ findings more: `milepost check` lists them all\.\n$/);
  });
});
