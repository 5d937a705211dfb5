import type { PlanCommit } from '../../core/history/commit.ts';
import { dueTrend } from '../../core/history/due-moves.ts';
import type { HistoryEntry, ItemHistory } from '../../core/history/item-history.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Program } from '../../core/plan/program.ts';
import { toJson } from '../json.ts';
import { dayJson } from '../schedule/day-json.ts';
import { decisionsOf, type Moved, movedBy } from './moved.ts';
import { finishesOf, movedMilestones, programMoved } from './program-trend.ts';
import type { ToldHistory } from './told-history.ts';

/** The history of items and programs, for programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export function historyJson(items: readonly ItemHistory[], programs: readonly Program[], told: ToldHistory): string {
  const { history, since, snapshot } = told;
  return toJson({
    today: formatDay(snapshot.today),
    head: history.repository.head,
    since: since?.name ?? null,
    complete: history.missing === undefined,
    commits: history.commits.length,
    samples: history.finishes.length,
    programs: programs.map((program) => programJson(program, told)),
    items: items.map((item) => itemJson(item, told)),
  });
}

function programJson(program: Program, told: ToldHistory) {
  const points = finishesOf(program, told);
  const now = told.snapshot.state.schedule.program(program.id)?.finish;
  const [first] = points;
  return {
    id: program.id,
    title: program.item?.title ?? program.id,
    finish: dayJson(now),
    ...movedJson(first && now !== undefined ? programMoved(program, first.finish, now, told) : undefined),
    finishes: points.map(({ commit, finish }) => ({
      asOf: dayJson(commit.committed),
      finish: formatDay(finish),
      commit: commitJson(commit),
    })),
    milestones: movedMilestones(program, told).map(({ item, trend, moved }) => ({
      id: item.key,
      title: item.title,
      first: dayJson(trend.first),
      due: dayJson(trend.last),
      timesMoved: trend.times,
      ...movedJson(moved),
      dates: trend.moves.map(({ entry, to }) => ({ date: dayJson(entry.commit?.authored), due: dayJson(to) })),
    })),
  };
}

function itemJson(history: ItemHistory, told: ToldHistory) {
  const trend = dueTrend(history, told.since);
  const moved = movedBy(history, trend.first, trend.last, told);
  return {
    id: history.key,
    type: history.facts.type,
    title: history.facts.title ?? history.facts.id,
    file: history.path,
    gone: history.isGone,
    first: dayJson(trend.first),
    due: dayJson(trend.last),
    timesMoved: trend.times,
    ...movedJson(moved),
    changes: history.entries
      .filter((entry) => !told.since || told.since.includes(entry))
      .map((entry) => entryJson(entry, history, told)),
  };
}

function entryJson(entry: HistoryEntry, history: ItemHistory, told: ToldHistory) {
  const due = entry.days.find(({ field }) => field === 'due');
  const { from, to } = due ?? { from: undefined, to: undefined };
  return {
    change: entry.kind,
    commit: entry.commit ? commitJson(entry.commit) : null,
    merge: entry.merge?.hash ?? null,
    fields: [
      ...entry.days.map((move) => ({ field: move.field, from: dayJson(move.from), to: dayJson(move.to) })),
      ...entry.words.map((move) => ({ field: move.field, from: move.from ?? null, to: move.to ?? null })),
    ],
    ...movedJson(movedBy(history, from, to, told)),
    decisions: due ? decisionsOf({ entry, from, to }, history, told).map(({ key }) => key) : [],
  };
}

const movedJson = (moved: Moved | undefined) => ({
  workingDaysMoved: moved?.workingDays ?? null,
  calendarDaysMoved: moved?.days ?? null,
});

const commitJson = ({ hash, author, authored, subject }: PlanCommit) => ({
  hash,
  author,
  date: dayJson(authored),
  subject,
});
