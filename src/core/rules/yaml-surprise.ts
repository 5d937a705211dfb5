import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * A value without quotes that YAML does not read as it was written.
 *
 * YAML refuses a value that begins with `@`, takes `: ` for a new key, lets ` #` begin a comment, reads `no` as
 * false, and ends a value in `{ }` at a comma. Milepost reads what was meant where it can; other tools will not. Put
 * the value in quotes.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: @maria
 *        ~~~~~~ yaml-surprise
 * title: Atlas: the migration
 *        ~~~~~~~~~~~~~~~~~~~~ yaml-surprise
 * note: waiting for #42
 *       ~~~~~~~~~~~~~~~ yaml-surprise
 * tags: [no]
 *        ~~ yaml-surprise
 * workstreams:
 *   - { id: platform, title: Platform, core, owner: chen }
 *                            ~~~~~~~~~~~~~~ yaml-surprise
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: "@maria"
 * title: "Atlas: the migration"
 * note: "waiting for #42"   # since Monday
 * tags: ["no"]
 * workstreams:
 *   - { id: platform, title: "Platform, core", owner: chen }
 * ---
 * ```
 */
export const yamlSurprise: Rule = {
  code: 'yaml-surprise',
  severity: 'warning',
  scope: 'document',
  checkDocument: reportProblems('yaml-surprise'),
};
