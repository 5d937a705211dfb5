import { budgetSums } from '../budget/budget-sums.ts';
import { metricState } from '../metrics/metric-state.ts';
import type { TypeName } from '../model/registry.ts';
import { objectiveProgress } from '../objectives/objective-progress.ts';
import type { Item } from '../plan/item.ts';
import { submissionOf } from '../state/submission.ts';
import { visible } from '../text/visible.ts';
import { budgetText, moneyText } from './budget/budget-words.ts';
import { dayLabel, fullDayLabel } from './day-label.ts';
import type { CardInput } from './item-card.ts';
import { metricDetails, metricText } from './metrics/metric-words.ts';
import { objectiveDetails, objectiveText } from './objectives/objective-words.ts';

/** What there is to tell of items of one type beside their dates: what they measure, how far they are, what they cost. */
interface Figures {
  /** For a row; empty where there is nothing. */
  readonly text?: (item: Item, input: CardInput) => string;
  /** For a card, line by line. */
  readonly details?: (item: Item, input: CardInput) => readonly string[];
}

const sumsDetails = (item: Item, { plan }: CardInput): readonly string[] =>
  budgetSums(plan.membersOf(item)).map((sum) => `Budget: ${budgetText(sum)}`);

const FIGURES: Readonly<Record<string, Figures | undefined>> = {
  program: { details: sumsDetails },
  workstream: { details: sumsDetails },
  milestone: { details: milestoneDetails },
  metric: {
    text: (item, input) => metricText(metricState(item, input)),
    details: (item, input) => metricDetails(metricState(item, input), input.today),
  },
  objective: {
    text: (item, input) => objectiveText(objectiveProgress(item, input)),
    details: (item, input) => objectiveDetails(objectiveProgress(item, input), input),
  },
  gate: {
    text: (item, input) => papersText(item, input, (day) => dayLabel(day, input.today)),
    details: (item, input) => {
      const text = papersText(item, input, fullDayLabel);
      return text === '' ? [] : [`${text.charAt(0).toUpperCase()}${text.slice(1)}`];
    },
  },
  update: {
    text: ({ values }) => values.health ?? '',
    details: ({ values }) => [
      ...(values.health === undefined ? [] : [`Health: ${values.health}`]),
      ...(values.summary === undefined ? [] : [visible(values.summary)]),
    ],
  },
} satisfies Partial<Record<TypeName, Figures>>;

/** What a row says of an item beside its dates: `▂▃▅▇ 74 %`, `62 %, 1 of 3 delivered`; empty where there is nothing. */
export const figuresText = (item: Item, input: CardInput): string => FIGURES[item.type.name]?.text?.(item, input) ?? '';

/** What a card says of an item beside its dates, line by line. */
export const figuresDetails = (item: Item, input: CardInput): readonly string[] =>
  FIGURES[item.type.name]?.details?.(item, input) ?? [];

function milestoneDetails({ values: { budget, spent } }: Item): readonly string[] {
  if (!budget) return spent ? [`Spent: ${moneyText(spent.value, spent.currency)}`] : [];
  if (spent && spent.currency !== budget.currency) {
    return [`Budget: ${moneyText(budget.value, budget.currency)}, ${moneyText(spent.value, spent.currency)} spent`];
  }
  return [`Budget: ${budgetText({ currency: budget.currency, budget: budget.value, spent: spent?.value })}`];
}

/** When the papers of a review have to be handed in, or were; empty where neither is known. */
function papersText(gate: Item, { plan, state }: CardInput, label: (day: number) => string): string {
  const { submitted } = gate.values;
  if (!gate.open) return '';
  if (gate.status === 'submitted') return submitted === undefined ? '' : `papers handed in ${label(submitted)}`;
  const due = submissionOf(
    gate,
    plan.linksFrom(gate).map(({ to }) => to),
    state.calendars,
  );
  return due ? `papers due ${label(due.by)}` : '';
}
