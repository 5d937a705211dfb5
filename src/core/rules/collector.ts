import type { Severity } from '../config/severity.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Source } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import { type Finding, MOST_RELATED, type Related } from './finding.ts';
import type { Report, Rule } from './rule.ts';

/** A finding, and until when it is muted. */
export interface Judged {
  readonly finding: Finding;
  readonly until: Day | undefined;
}

export const NOTHING_FOUND: readonly Judged[] = [];

/** Takes what rules report, and gives it the severity that the project wants. */
export class Collector {
  readonly #plan: Plan;
  readonly #today: Day;
  #collected: Judged[] = [];
  #subject: Source | Item | undefined;

  constructor(plan: Plan, today: Day) {
    this.#plan = plan;
    this.#today = today;
  }

  severityOf(rule: Rule): Rule['severity'] {
    return this.#plan.config.rules.get(rule.code) ?? rule.severity;
  }

  /** From now on, what is reported has to be about an item or a document; about anything, where none is given. */
  about(subject: Source | Item | undefined): void {
    this.#subject = subject;
  }

  /** What has been reported since this was last asked. */
  take(): readonly Judged[] {
    if (this.#collected.length === 0) return NOTHING_FOUND;
    const taken = this.#collected;
    this.#collected = [];
    return taken;
  }

  reportOf(rule: Rule): Report {
    const severity = this.severityOf(rule) as Severity;
    // What the project says of a rule holds for all of its findings.
    const configured = this.#plan.config.rules.has(rule.code);
    return (reported) => {
      const { item } = reported;
      const source = reported.source ?? (item as Item).document;
      // Results are kept with what they are about.
      if (this.#subject && this.#subject !== item && this.#subject !== source) {
        throw new Error(`the rule ${rule.code} reports on ${source.path}, when it was asked about something else`);
      }
      const finding: Finding = {
        code: rule.code,
        severity: configured ? severity : (reported.severity ?? severity),
        // An id may hold what nobody sees, or what turns the text around.
        message: visible(reported.message),
        source,
        range: reported.range,
        item,
        related: reported.related?.slice(0, MOST_RELATED).map(shown) ?? NOTHING,
        suggestion: reported.suggestion,
      };
      this.#collected.push({ finding, until: item && mutedUntil(item, rule.code, this.#today) });
    };
  }
}

const shown = (related: Related): Related => ({ ...related, message: visible(related.message) });

const NOTHING: readonly Related[] = [];

function mutedUntil(item: Item, code: string, today: Day): Day | undefined {
  const mute = item.values.mute?.find((entry) => entry.code === code);
  return mute && mute.until >= today ? mute.until : undefined;
}
