import type { Plan } from '../../core/plan/plan.ts';
import { writtenPeople } from '../../core/plan/written-people.ts';
import { fieldsIn } from './fields.ts';
import { configuredTags, tagsIn } from './tags.ts';

/** The people that a plan names, or its tags. */
export function wordsOf(kind: 'person' | 'tag', plan: Plan): ReadonlySet<string> {
  const words = new Set<string>();
  for (const document of plan.documents) {
    for (const fields of fieldsIn(document, plan)) {
      if (kind === 'person') for (const { name } of writtenPeople(fields)) words.add(name);
      else for (const { text } of tagsIn(fields)) words.add(text.trim().normalize('NFC'));
    }
  }
  const { source } = plan.configuration;
  if (kind === 'tag' && source) for (const { text } of configuredTags(source)) words.add(text.normalize('NFC'));
  return words;
}
