import { shown } from '../../core/fixes/words.ts';
import { parseId } from '../../core/model/values/id.ts';
import { namesSeveral, parsePerson } from '../../core/model/values/person.ts';
import { mayBeLost } from '../../core/plan/lost-ids.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { textProblem } from '../../core/scaffold/text-problem.ts';
import { yamlWord } from '../../core/scaffold/yaml-text.ts';
import type { Named } from './named.ts';
import { RenameRefused } from './refused.ts';
import { wordsOf } from './words.ts';

/** The name that somebody has typed, as it is written. Refused where it cannot be that of what is renamed. */
export function checkName(named: Named, typed: string, plan: Plan): string {
  const name = typed.trim().normalize('NFC');
  if (name === '') throw new RenameRefused('write a name');
  if (named.kind === 'person' || named.kind === 'tag') return checkWord(named.kind, named.name, name, plan);
  const id = parseId(name);
  if (!id.ok) throw new RenameRefused(id.why);
  if (yamlWord(name) !== name || /^tbd$/i.test(name)) {
    throw new RenameRefused(
      `YAML reads ${name} as something else than text, so that it would need quotes wherever it is written`,
    );
  }
  if (named.kind === 'item') checkItem(named.item.id, name, named, plan);
  else if (named.kind === 'program') checkProgram(name, plan);
  else checkMember(named.program, name, plan);
  return name;
}

function checkItem(from: string, to: string, { item }: Extract<Named, { kind: 'item' }>, plan: Plan): void {
  if (from === to) return;
  const twins = plan.lookup.duplicates.find((group) => group.includes(item));
  if (twins) throw new RenameRefused(`${twins.length} items have the id ${item.id}: renumber all but one first`);
  if (mayBeLost(to, plan))
    throw new RenameRefused(`${to} may be the id of something that cannot be read: mend broken documents first`);
  if (item.type.name === 'program') checkProgram(to, plan);
  else checkMember(item.program, to, plan);
}

function checkProgram(to: string, { lookup }: Plan): void {
  for (const id of lookup.programIds) if (id === to) throw new RenameRefused(`${to} is the id of a program already`);
}

function checkMember(program: string, to: string, plan: Plan): void {
  const other = plan.lookup.member(program, to);
  if (other) throw new RenameRefused(`${to} is the id of ${other.type.name} "${shown(other.title)}" already`);
  // A workstream that no document describes is a name all the same.
  const member = plan.items.find((item) => item.program === program && item.workstream === to);
  if (member) throw new RenameRefused(`${to} is a workstream of ${program} already: ${shown(member.id)} belongs to it`);
}

function checkWord(kind: 'person' | 'tag', from: string, to: string, plan: Plan): string {
  const hidden = textProblem(to);
  if (hidden !== undefined) throw new RenameRefused(hidden);
  if (/[\r\n]/.test(to)) throw new RenameRefused('write it on one line');
  if (kind === 'person') {
    if (/^tbd$/i.test(to)) throw new RenameRefused('tbd stands for nobody yet');
    if (namesSeveral(to)) throw new RenameRefused(`${to} are several people: write one name`);
    const { name, email } = parsePerson(to);
    if (name !== to || email !== undefined)
      throw new RenameRefused('write the name alone: an @ before it, and an address behind it, stay');
  }
  const fold = (text: string): string => text.toLowerCase();
  const known = [...wordsOf(kind, plan)].find((word) => word !== from && fold(word) === fold(to));
  if (known !== undefined) {
    throw new RenameRefused(
      `${shown(known)} is ${kind === 'person' ? 'somebody' : 'a tag'} already, and the two could not be told apart any more`,
    );
  }
  return to;
}
