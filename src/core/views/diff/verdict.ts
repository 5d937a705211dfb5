import type { PlanDiff, ProgramChange } from '../../diff/plan-diff.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';

/** What matters most of a change, in one line of text. */
export function verdict({ programs, items, findings }: PlanDiff): string {
  const slipped = programs.filter(({ workingDaysMoved }) => workingDaysMoved !== undefined && workingDaysMoved !== 0);
  const said = slipped.map(({ id, workingDaysMoved }) => {
    const days = workingDaysMoved as number;
    return `${visible(id)} finishes ${counted(Math.abs(days), 'working day')} ${days > 0 ? 'later' : 'earlier'}`;
  });
  const rest = [
    counted(items.length, 'item') + (items.length === 1 ? ' is changed or moved' : ' are changed or moved'),
    ...(findings.new.length > 0 ? [counted(findings.new.length, 'new finding')] : []),
    ...(findings.resolved.length > 0 ? [`${findings.resolved.length} resolved`] : []),
  ];
  if (items.length === 0 && said.length === 0 && findings.new.length + findings.resolved.length === 0)
    return 'Nothing of the plan has changed.';
  return `${said.length > 0 ? `${said.join(', ')}; ` : 'No program moves; '}${rest.join(', ')}.`;
}

/** Whether a program ends otherwise, stands otherwise, or has another critical path. */
export const hasChanged = ({ finish, health, criticalPath }: ProgramChange): boolean =>
  finish.base !== finish.head ||
  health.base !== health.head ||
  criticalPath.base.map(({ key }) => key).join() !== criticalPath.head.map(({ key }) => key).join();
