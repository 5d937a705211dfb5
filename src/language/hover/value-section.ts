import { typeNamed } from '../../core/model/registry.ts';
import { readStatus } from '../../core/model/status.ts';
import { statusEffect, statusMeaning } from '../../core/model/status-meaning.ts';
import { LEVELS, parseLevel, parseProbability } from '../../core/model/values/scale.ts';
import { boxesOf, tickedBoxes } from '../../core/plan/references.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { statusLabel } from '../../core/views/item-label.ts';
import type { ValuePlace } from '../place/place.ts';
import type { DocumentNow } from '../request.ts';
import { dateSection } from './date-section.ts';
import { durationSection } from './duration-section.ts';
import type { HoverSection } from './hover.ts';
import { linkSection } from './link-section.ts';
import { personSection } from './person-section.ts';
import { sourceSection } from './source-section.ts';
import { typeSection } from './type-section.ts';

/** What a value comes to; undefined where it says all of that itself. */
export function valueSection(place: ValuePlace, asked: DocumentNow): HoverSection | undefined {
  const { field, item, scalar } = place;
  const text = scalar.text.trim();
  if (field.name === 'status') return statusSection(place, asked);
  if (field.name === 'type') {
    const type = typeNamed(text);
    return type && typeSection(type);
  }
  switch (field.spec?.kind.name) {
    case 'date':
    case 'day':
    case 'days':
    case 'list of days':
    case 'calendar':
    case 'mute':
      return dateSection(place, asked);
    case 'duration':
    case 'interval':
    case 'estimate':
      return durationSection(place, asked);
    case 'source':
      return sourceSection(place, asked);
    case 'list of dependency':
      return linkSection(place);
    case 'person':
    case 'list of person':
      return personSection(text, asked);
    case 'level': {
      const level = parseLevel(text);
      return level.ok ? { title: `${words(level.value)}: ${level.value} of 5`, lines: [] } : undefined;
    }
    case 'probability': {
      const read = parseProbability(text);
      if (!read.ok) return undefined;
      const { percent, level } = read.value;
      return { title: `${percent} %: ${words(level)}, ${level} of 5`, lines: [] };
    }
    case 'progress': {
      if (item.values.progress !== 'checklist') return undefined;
      const boxes = boxesOf(item).length;
      return {
        title: `${tickedBoxes(item)} of ${counted(boxes, 'box')}`.replace(/boxs$/, 'boxes'),
        lines: ['The share of the boxes that are ticked in its prose'],
      };
    }
    default:
      return undefined;
  }
}

const words = (level: number): string => (LEVELS[level - 1] as string).replace('-', ' ');

function statusSection({ item, scalar }: ValuePlace, { plan }: DocumentNow): HoverSection | undefined {
  const status = readStatus(item.type, scalar.text, plan.config.statusWords);
  if (status === undefined) return undefined;
  const written = statusLabel(status) === scalar.text.trim() || status === scalar.text.trim();
  return {
    title: statusLabel(status),
    lines: [
      `Of ${item.type.plural}: ${statusMeaning(item.type, status)}`,
      `Counts as ${statusEffect(item.type, status)}`,
      written ? '' : `${visible(scalar.text.trim())} is read as it`,
    ].filter((line) => line !== ''),
  };
}
