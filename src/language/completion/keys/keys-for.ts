import { askerOf } from '../../loose/asker.ts';
import { type Expected, namesIn } from '../../loose/expected.ts';
import type { KeySpot } from '../../loose/loose-node.ts';
import type { CompletionRequest } from '../request.ts';
import { documentKeys, fieldKeys, formKeys } from './fields.ts';
import type { Key } from './key.ts';
import { ruleKeys } from './rules.ts';

/** The keys that a mapping could still have, the most useful first. */
export function keysFor(expected: Expected, spot: KeySpot, request: CompletionRequest): Key[] {
  const { plan, findings, explicit } = request;
  const present = namesIn(spot.map, spot.pair);
  switch (expected.kind) {
    case 'document': {
      // Front matter of another sort is nobody's plan, unless somebody wants to make it one.
      const isForeign = expected.type === undefined && present.size > 0;
      return isForeign && !explicit ? [] : documentKeys(expected.type, present, plan);
    }
    case 'items':
    case 'item':
      return fieldKeys(expected.type, present, 'entry', plan);
    case 'value': {
      const { form, field } = expected;
      const one = form.keys || form.each ? form : (form.of ?? form);
      if (one.keys) return formKeys(one, present);
      if (field?.name !== 'mute' || !one.each) return [];
      return ruleKeys(askerOf(request, field.map, field.type).item, findings, present, one.each);
    }
    default:
      return [];
  }
}
