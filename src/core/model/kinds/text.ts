import type { Surprise, YamlScalar } from '../../parse/yaml/node.ts';
import { quoted } from '../../text/visible.ts';
import type { Kind, ReportValue } from '../kind.ts';
import { anyCase } from '../values/pattern.ts';
import { namesSeveral, type Person, parsePerson } from '../values/person.ts';
import { fail, ok } from '../values/result.ts';
import { asScalar, scalarKind, UNKNOWN } from './scalar.ts';

/** What YAML 1.1 readers take for true or false: the "Norway problem". */
const BOOLEAN_WORD = /^(?:yes|no|on|off|true|false)$/i;

/** Reports text that other readers of YAML take for true or false. */
export function reportBoolean(scalar: YamlScalar, report: ReportValue): void {
  if (scalar.style !== 'plain' || !BOOLEAN_WORD.test(scalar.text)) return;
  const meaning = /^(?:yes|on|true)$/i.test(scalar.text) ? 'true' : 'false';
  report(scalar.range, `YAML reads ${scalar.text} as ${meaning}: write "${scalar.text}"`, 'yaml-surprise');
}

/** Reports where text is not what other readers of YAML make of it. */
export function reportSurprise(scalar: YamlScalar, report: ReportValue): void {
  reportBoolean(scalar, report);
  if (scalar.style === 'plain' && scalar.surprise?.reason === 'comment') reportComment(scalar, scalar.surprise, report);
}

function reportComment(scalar: YamlScalar, { range }: Surprise, report: ReportValue): void {
  const message = `YAML ends the value at " #" and reads only ${quoted(scalar.text)}: put the whole value in quotes`;
  report(range, message, 'yaml-surprise');
}

/** Any text, on one line or several. */
export const text: Kind<string> = {
  name: 'text',
  form: 'text',
  // What other readers of YAML take for a number is text here.
  schema: (z) => z.union([z.string(), z.number()]),
  read(node, report) {
    const scalar = asScalar(node, 'text', report);
    if (!scalar) return undefined;
    reportSurprise(scalar, report);
    if (scalar.surprise?.reason === 'aside') reportComment(scalar, scalar.surprise, report);
    // Whether a block of text ends in line breaks is of interest to nobody.
    return scalar.style === 'block' ? scalar.text.trimEnd() : scalar.text;
  },
};

/** A person: a name, a handle, or a name with an address. `tbd` is nobody yet. */
export const person: Kind<Person> = {
  name: 'person',
  form: 'a person such as maria or Maria Silva <maria@example.org>',
  schema: (z) => z.union([z.string(), z.number()]),
  read(node, report) {
    const scalar = asScalar(node, person.form, report);
    if (!scalar || UNKNOWN.test(scalar.text)) return undefined;
    reportSurprise(scalar, report);
    if (namesSeveral(scalar.text)) {
      report(scalar.range, `${quoted(scalar.text)} are several people: name one, or each by itself in a list`);
      return undefined;
    }
    const read = parsePerson(scalar.text);
    if (read.name !== '') return read;
    report(scalar.range, `${quoted(scalar.text)} is not ${person.form}`);
    return undefined;
  },
};

/** Yes or no. */
export const flag: Kind<boolean> = scalarKind({
  name: 'flag',
  form: 'true or false',
  words: ['true', 'false'],
  parse: (word) => {
    if (/^(?:true|yes|on)$/i.test(word)) return ok(true);
    return /^(?:false|no|off)$/i.test(word) ? ok(false) : fail('write true or false');
  },
  schema: (z) => z.union([z.boolean(), z.string().regex(new RegExp(`^(?:${anyCase('true|false|yes|no|on|off')})$`))]),
});
