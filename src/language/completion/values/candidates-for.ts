import { canonicalFieldName } from '../../../core/model/field-name.ts';
import type { Form } from '../../../core/model/kind.ts';
import { isPath } from '../../../core/model/kinds/paper.ts';
import { suggestId } from '../../../core/scaffold/suggest-id.ts';
import { type Asker, askerOf, calendarOf } from '../../loose/asker.ts';
import { type Expected, textOf, type ValueExpected } from '../../loose/expected.ts';
import type { LooseMap, Slot } from '../../loose/loose-node.ts';
import type { Candidate, Candidates } from '../candidate.ts';
import type { CompletionRequest } from '../request.ts';
import { type DateUse, dateCandidates } from './dates.ts';
import { durationCandidates, estimateCandidates } from './durations.ts';
import { paperCandidates, valueFileCandidates } from './files.ts';
import { isName, peopleInUse, textsInUse } from './in-use.ts';
import { itemCandidates } from './items.ts';
import { NOT_KNOWN, statusCandidates, typeCandidates, wordCandidates } from './words.ts';

/** What may stand at a place for a value, once what it is has been found out: the best first. */
export function candidatesFor(
  expected: Expected,
  slot: Slot,
  typed: string,
  request: CompletionRequest,
): Candidates | undefined {
  switch (expected.kind) {
    case 'type':
      return { list: typeCandidates() };
    case 'status':
      return { list: statusCandidates(expected.type, request.plan.config.statusWords) };
    case 'id': {
      const map = slot.in.kind === 'map' ? slot.in : undefined;
      const { program } = askerOf(request, map, expected.type);
      const id = suggestId(expected.type, (map && textOf(map, 'title')) ?? '', program, request.plan);
      return { list: [{ value: id, kind: 'word', detail: 'free' }] };
    }
    case 'value':
      return valuesFor(expected, slot, typed, request);
    default:
      return undefined;
  }
}

function valuesFor(
  { form, field }: ValueExpected,
  slot: Slot,
  typed: string,
  request: CompletionRequest,
): Candidates | undefined {
  const asker = askerOf(request, field?.map, field?.type);
  const list = (candidates: readonly Candidate[]): Candidates => ({ list: candidates });
  switch (form.name) {
    case 'date':
    case 'day':
    case 'days':
      return list([
        ...dates(form, field?.name, asker, request),
        // Silence needs an end.
        ...(form.name === 'days' || field?.name === 'mute' ? [] : [NOT_KNOWN]),
      ]);
    case 'duration':
    case 'interval':
      return list([...durationCandidates(form.name), NOT_KNOWN]);
    case 'lag':
      return list(durationCandidates('lag'));
    case 'estimate':
      return list(estimateCandidates());
    case 'person':
      return list([...peopleInUse(request.plan, asker.program), NOT_KNOWN]);
    case 'reference':
    case 'dependency':
      return field && references(field.name, field.spec.refersTo, asker, slot, typed, request);
    case 'paper': {
      const items = field && references(field.name, WHAT_IS_MADE, asker, slot, typed, request);
      // An id with an extension would be a file.
      const files = paperCandidates(typed, request);
      return items && { ...items, list: [...items.list.filter(({ value }) => !isPath(value)), ...files] };
    }
    case 'CSV file':
      return list(valueFileCandidates(request));
    case 'text':
      return field && (isName(field.name) || request.plan.config.ownFields.has(field.name))
        ? list(textsInUse(request.plan, field.name, asker.program))
        : undefined;
    default:
      return list(wordCandidates(form));
  }
}

/** Of what can be done before papers are handed in, what people mean most first. */
const WHAT_IS_MADE: readonly string[] = ['milestone', 'decision', 'action', 'dependency', 'gate', 'issue'];

function dates(form: Form, field: string | undefined, asker: Asker, request: CompletionRequest): Candidate[] {
  const use: DateUse = form.name === 'day' ? 'fact' : field === 'start' ? 'start' : 'end';
  const { today, state } = request;
  return dateCandidates(use, { today, state, calendar: calendarOf(request, asker), item: asker.item });
}

function references(
  field: string,
  refersTo: readonly string[] | undefined,
  asker: Asker,
  slot: Slot,
  typed: string,
  request: CompletionRequest,
): Candidates {
  if (field === 'program') return { list: programs(request) };
  const isStream = field === 'workstream';
  return itemCandidates({
    now: request,
    asker,
    types: isStream ? ['workstream'] : (refersTo ?? ['any']),
    field,
    linked: linkedIn(slot),
    typed,
    isLocal: isStream,
  });
}

const programs = ({ plan }: CompletionRequest): Candidate[] =>
  plan.programs.map(({ id, item }) => ({
    value: id,
    kind: 'item',
    ...(item ? { detail: item.title === id ? '' : item.title, item } : {}),
  }));

/** The names that a list has already: those of its other entries. */
function linkedIn(slot: Slot): ReadonlySet<string> {
  const entry = slot.kind === 'entry' ? slot : slot.in.of;
  if (entry?.kind !== 'entry') return new Set();
  return new Set(
    entry.in.entries.flatMap((other) => {
      if (other === entry || !other.value) return [];
      const name =
        other.value.kind === 'map' ? textIn(other.value) : other.value.kind === 'scalar' ? other.value.text : '';
      return name ? [name.trim().split(/\s/)[0]?.normalize('NFC') ?? ''] : [];
    }),
  );
}

const textIn = (map: LooseMap): string | undefined =>
  map.pairs.some(({ key }) => canonicalFieldName(key.text) === 'id') ? textOf(map, 'id') : undefined;
