import { isWrittenIn } from '../../blocks/fingerprint.ts';
import { readBlock } from '../../blocks/read-block.ts';
import { isRecord } from '../../blocks/records.ts';
import { renderBlock } from '../../blocks/render-block.ts';
import { rewrite } from '../../blocks/sync.ts';
import { atOnce } from '../../text/at-once.ts';
import { documentOf } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import type { FixMaker } from '../fix.ts';

/** Writes a live block as the plan has it today, and dates it. */
export const updateBlock: FixMaker = (finding, context) => {
  const document = documentOf(finding, context.plan);
  const block = document?.body.blocks.find(({ open }) => open.start === finding.range.start);
  if (!document || !block) return [];
  const { asked } = { asked: undefined, ...readBlock(block, document, context.plan) };
  // A part of a report is written by what writes reports; it is told of because somebody has written in it.
  if (!asked || isRecord(asked.view, document) || isWrittenIn(block, document)) return [];
  const steps = rewrite(block, document, () => renderBlock(asked, document.path, context), context.today);
  return [
    {
      title: 'Update this block',
      edits: inDocument(document, atOnce(steps)),
      preferred: true,
    },
  ];
};
