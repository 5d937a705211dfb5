import type { Form } from '../../../core/model/kind.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Finding } from '../../../core/rules/finding.ts';
import { RULE_CODES } from '../../../core/rules/registry.ts';
import type { Key } from './key.ts';

/** The rules that an item can silence: first those that have found something in it. */
export function ruleKeys(
  item: Item | undefined,
  findings: readonly Finding[],
  present: ReadonlySet<string>,
  form: Form,
): Key[] {
  const messages = new Map<string, string>();
  if (item)
    for (const finding of findings)
      if (finding.item?.key === item.key && !messages.has(finding.code)) messages.set(finding.code, finding.message);
  const codes = [...messages.keys(), ...RULE_CODES.filter((code) => !messages.has(code))];
  return codes
    .filter((code) => !present.has(code))
    .map((name) => ({ name, kind: 'rule', doc: messages.get(name) ?? '', form }));
}
