import type { PlanConfig } from '../config/config.ts';

/** Whether the configuration of a plan differs in what can move a date: its rules, for one, cannot. */
export const configMayMove = (base: PlanConfig, head: PlanConfig): boolean => scheduledBy(base) !== scheduledBy(head);

const scheduledBy = ({ calendar, include, exclude, statusWords }: PlanConfig): string =>
  JSON.stringify([calendar, include, exclude, [...statusWords].map(([type, words]) => [type, [...words]])]);
