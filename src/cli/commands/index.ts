import type { Command } from '../command.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { diff } from './diff.ts';
import { exportItems } from './export.ts';
import { fix } from './fix.ts';
import { graph } from './graph.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { importPlan } from './import.ts';
import { init } from './init.ts';
import { list } from './list.ts';
import { newItem } from './new.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { show } from './show.ts';
import { sync } from './sync.ts';

/** Every command, in the order in which help lists them. A new command is one file and one line here. */
export const COMMANDS: readonly Command[] = [
  check,
  list,
  show,
  schedule,
  diff,
  compare,
  history,
  report,
  graph,
  exportItems,
  importPlan,
  sync,
  fix,
  newItem,
  init,
  help,
];
