// Commands that need much code which nothing else does: loaded when one of them is asked for.
export { addDependencyTo } from './add-dependency.ts';
export { fixWorkspace } from './fix-all.ts';
export { openRule } from './open-rule.ts';
export { updateAllBlocks, updateBlocks } from './update-blocks.ts';
export { updateReport } from './update-report.ts';
export { writeReport } from './write-report.ts';
