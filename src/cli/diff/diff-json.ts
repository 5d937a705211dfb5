import type { Cause, ItemChange, LifecycleChange, PlanDiff, ProgramChange } from '../../core/diff/plan-diff.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { verdict } from '../../core/views/diff/verdict.ts';
import { findingJson } from '../findings/json.ts';
import type { OpenedSides } from '../plan/open-sides.ts';
import { dayJson } from '../schedule/day-json.ts';

/** What a change does to a plan, for programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export function diffJson(diff: PlanDiff, { base, head }: OpenedSides) {
  return {
    today: formatDay(head.snapshot.today),
    base: base.at,
    head: head.at,
    verdict: verdict(diff),
    programs: diff.programs.map(programJson),
    items: diff.items.map(itemJson),
    lifecycle: diff.lifecycle.map(lifecycleJson),
    findings: { new: diff.findings.new.map(findingJson), resolved: diff.findings.resolved.map(findingJson) },
  };
}

function programJson({ id, finish, workingDaysMoved, criticalPath, health, firmDatesMissed }: ProgramChange) {
  const keys = (items: ProgramChange['criticalPath']['base']): string[] => items.map(({ key }) => key);
  return {
    id,
    finish: { base: dayJson(finish.base), head: dayJson(finish.head) },
    workingDaysMoved: workingDaysMoved ?? null,
    criticalPath: { base: keys(criticalPath.base), head: keys(criticalPath.head) },
    health: { base: health.base ?? null, head: health.head ?? null },
    firmDatesMissed: { base: keys(firmDatesMissed.base), head: keys(firmDatesMissed.head) },
  };
}

function itemJson({ kind, item, fields, forecast, workingDaysMoved, causes }: ItemChange) {
  const { base, head } = item;
  return {
    id: (head ?? base)?.key,
    title: (head ?? base)?.title,
    change: kind,
    ...(base && head && base.key !== head.key ? { from: base.key } : {}),
    file: { base: base?.document.path ?? null, head: head?.document.path ?? null },
    fields: fields.map((field) => ({ field: field.field, base: field.base ?? null, head: field.head ?? null })),
    forecast: { base: dayJson(forecast.base), head: dayJson(forecast.head) },
    workingDaysMoved: workingDaysMoved ?? null,
    causes: causes.map(causeJson),
  };
}

function lifecycleJson({ event, item: { base, head } }: LifecycleChange) {
  const item = (head ?? base) as Item;
  const status = { base: base?.status ?? null, head: head?.status ?? null };
  return { id: item.key, type: item.type.name, title: item.title, event, status };
}

function causeJson(cause: Cause) {
  switch (cause.kind) {
    case 'item':
      return { kind: 'item', id: cause.item.key, path: cause.path.map(({ key }) => key) };
    case 'program':
      return { kind: 'program', id: cause.program };
    case 'configuration':
      return { kind: 'configuration', id: 'milepost.yaml' };
  }
}
