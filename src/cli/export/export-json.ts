import { fieldTexts } from '../../core/diff/field-texts.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { figuresJson } from '../items/figures-json.ts';
import { itemJson } from '../items/item-json.ts';
import { toJson } from '../json.ts';
import type { ExportFormat } from './export-format.ts';

/** Everything that items say, field by field as it is written, and what follows from it, beside what `milepost list` tells of each. */
export const exportJson: ExportFormat = (items, snapshot) =>
  toJson({
    today: formatDay(snapshot.today),
    items: items.map((item) => ({
      ...itemJson(item, snapshot),
      figures: figuresJson(item, snapshot),
      fields: Object.fromEntries(fieldTexts(item)),
    })),
  });
