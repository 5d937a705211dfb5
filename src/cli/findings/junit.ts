import type { Finding } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import { byFile } from './by-file.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import { fails } from './report.ts';

/** A report without a test is taken for a run that broke. */
const NOTHING_FOUND = '  <testsuite name="milepost" tests="1" failures="0"><testcase name="no findings"/></testsuite>';

/**
 * JUnit XML, which every CI server can show: a test case for each finding, in a suite for each file. Findings that do
 * not make the run fail are tests that pass, and say their part as output.
 */
export const formatJunit: Format = ({ findings }, context) => {
  const suites = byFile(findings).map(({ path, findings }) => suite(path, findings, context));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="milepost" ${counts(findings, context)}>`,
    ...(suites.length > 0 ? suites : [NOTHING_FOUND]),
    '</testsuites>\n',
  ].join('\n');
};

function suite(path: string, findings: readonly Finding[], context: FormatContext): string {
  const file = context.place.fromRepository(path);
  const cases = findings.map((finding) => testCase(finding, file, context));
  return [`  <testsuite name="${xml(file)}" ${counts(findings, context)}>`, ...cases, '  </testsuite>'].join('\n');
}

function counts(findings: readonly Finding[], { failOn }: FormatContext): string {
  const failures = findings.filter((finding) => fails(finding, failOn)).length;
  return `tests="${Math.max(findings.length, 1)}" failures="${failures}"`;
}

function testCase(finding: Finding, file: string, { failOn }: FormatContext): string {
  const { code, severity, message, item } = finding;
  const { line, column } = spanOf(finding).start;
  const name = [code, item?.key, `${line}:${column}`].filter((part) => part !== undefined).join(' ');
  const said = xml(`${file}:${line}:${column}: ${severity}: ${message}`);
  const verdict = fails(finding, failOn)
    ? `<failure type="${severity}" message="${xml(message)}">${said}</failure>`
    : `<system-out>${said}</system-out>`;
  return `    <testcase classname="${xml(file)}" name="${xml(name)}">${verdict}</testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML 1.0, which has no way at all to write some characters. */
export const xml = (text: string): string =>
  visible(text)
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
