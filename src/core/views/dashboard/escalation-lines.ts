import { LEVELS } from '../../model/values/scale.ts';
import type { Item } from '../../plan/item.ts';
import type { Ask } from '../../report/asks.ts';
import { visible } from '../../text/visible.ts';
import { whenText } from './ask-lines.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { type Shortlist, shortlist } from './shortlist.ts';

/** An escalation that nobody has answered yet. */
export interface EscalationLine {
  readonly item: Item;
  /** Who has been asked. */
  readonly to: string;
  /** `3 days overdue`, `by 25 Nov`; empty where no day was agreed. */
  readonly when: string;
  readonly isOverdue: boolean;
  /** Of how bad an issue, and whose. */
  readonly detail: string;
}

const MOST_ESCALATIONS = 4;

/** What was escalated and not answered, the answers that are overdue first. */
export function escalationLines(asks: readonly Ask[], { today }: DashboardInput): Shortlist<EscalationLine> {
  const open = asks.filter(({ kind }) => kind === 'answer');
  return shortlist(open, MOST_ESCALATIONS, ({ item, of, due }) => ({
    item,
    to: of.map(({ name }) => visible(name)).join(', '),
    when: whenText(due, today),
    isOverdue: due !== undefined && due < today,
    detail: [severityOf(item), item.owner ? `owned by ${visible(item.owner.name)}` : '']
      .filter((part) => part !== '')
      .join(', '),
  }));
}

const severityOf = ({ values: { severity } }: Item): string =>
  severity === undefined ? '' : `severity ${LEVELS[severity - 1]?.replace('-', ' ')}`;
