import { LEVELS } from '../../model/values/scale.ts';
import type { Item } from '../../plan/item.ts';
import { exposureOf } from '../../state/exposure.ts';
import { riskScore } from '../../state/risk-score.ts';
import { counted } from '../../text/words.ts';
import { statusLabel } from '../../views/item-label.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { linkedId, linkedIds, nothing, ownerText, shownText, tableOf, targetsOf, titleText } from './markdown.ts';
import { askedFor, SHOW } from './show.ts';

const HEAD = [
  ...['Risk', 'Title', 'Owner', 'Probability', 'Impact', 'Score', 'Exposure'],
  ...['Affects', 'Mitigation', 'Status'],
];

/** Risks by their score; what is closed comes last. */
export const risks: BlockView = {
  name: 'risks',
  doc: 'A table of risks by their score: probability, impact, exposure, what they affect and what is done.',
  options: SHOW,
  *lines(request) {
    const asked = askedFor('risk', request);
    const ranks = new Map(asked.map((risk) => [risk, (riskScore(risk) ?? 0) - (risk.open ? 0 : 100)]));
    if (ranks.size === 0) return nothing('risks');
    yield;
    const sorted = [...ranks].sort(([, a], [, b]) => b - a).map(([risk]) => risk);
    return tableOf(HEAD, sorted, (risk) => rowOf(risk, request));
  },
};

function rowOf(risk: Item, request: ViewRequest): string[] {
  const { probability, impact, mitigation } = risk.values;
  const { plan, state } = request;
  const exposure = exposureOf(risk, state.calendars.of(risk));
  const mitigating = linkedIds(targetsOf(risk, 'mitigated_by', plan), request);
  return [
    linkedId(risk, request),
    titleText(risk),
    ownerText(risk),
    probability ? `${probability.percent}%` : '',
    impact ? (LEVELS[impact - 1] as string).replace('-', ' ') : '',
    String(riskScore(risk) ?? ''),
    exposure === undefined ? '' : counted(exposure, 'day'),
    linkedIds(targetsOf(risk, 'affects', plan), request),
    [mitigation ? shownText(mitigation) : '', mitigating].filter((part) => part !== '').join('; '),
    shownText(statusLabel(risk.status)),
  ];
}
