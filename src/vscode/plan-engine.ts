// What reads plans, tells what is wrong in them and answers questions about their documents: most of the code. Loaded once
// the editor has started, so that nobody waits for it.
export { parseDocument } from '../core/parse/parse-document.ts';
export { registerFeatures } from './features.ts';
export { PlanFolder } from './plans/plan-folder.ts';
export * as previewEngine from './preview/preview-engine.ts';
export { BasePlan } from './review/base-plan.ts';
