import type { PlanConfig } from '../config/config.ts';
import { applyEdits } from '../fixes/edit/apply.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { splitFrontMatter } from '../parse/front-matter.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { TEMPLATES } from './audiences.ts';
import { fillTemplate, type TemplateInput } from './fill-template.ts';

/**
 * A new report from a template, with its generated parts still empty. A template without front matter gets that of a
 * status update.
 * @param path where it is to stand: links lead from there
 * @throws TemplateProblem where the template cannot be filled
 */
export function beginReport(template: string, path: string, input: TemplateInput, config: PlanConfig): ParsedDocument {
  const usual = splitFrontMatter(TEMPLATES.executive);
  const own = splitFrontMatter(template);
  const whole = own?.closed ? template : `${TEMPLATES.executive.slice(0, usual?.bodyStart)}\n${template}`;
  return parseDocument(path, unwritten(fillTemplate(whole, input), path, config), config) as ParsedDocument;
}

/** A template may be an old report: in a new one nothing has been generated yet, whatever its comments say of that. */
function unwritten(text: string, path: string, config: PlanConfig): string {
  const { body } = parseDocument(path, text, config) as ParsedDocument;
  const closing = body.blocks.flatMap(({ close, date }) => (close && date !== undefined ? [close] : []));
  return applyEdits(
    text,
    closing.map((range) => ({ range, text: '<!-- /milepost -->' })),
  );
}
