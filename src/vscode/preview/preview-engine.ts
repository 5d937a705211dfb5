// What previews need of the engine: it comes with what reads plans, since before that they have nothing to show.
export { replaceBlocks } from './find-blocks.ts';
export { contentWithin, previewContent } from './preview-content.ts';
