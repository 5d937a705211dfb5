// Commands that need much code which nothing else does: loaded when one of them is asked for.
export { createFirstPlan } from '../create/first-plan.ts';
export { newItem } from '../create/new-item.ts';
export { REFERS, WAITS } from '../views/questions.ts';
export { addDependencyTo } from './add-dependency.ts';
export { fixWorkspace } from './fix-all.ts';
export { openRule } from './open-rule.ts';
export { showHealth } from './show-health.ts';
export { updateAllBlocks, updateBlocks } from './update-blocks.ts';
export { updateReport } from './update-report.ts';
export { why } from './why.ts';
export { writeReport } from './write-report.ts';
