import { button, element } from '../dom.ts';
import { host } from '../host.ts';
import { layOut } from '../layout.ts';
import type { ToPage } from '../protocol.ts';
import { cleanHtml } from './clean-html.ts';
import { copyRich } from './copy-rich.ts';
import type { ReportView } from './data.ts';
import { forMail } from './for-mail.ts';
import { WideTables } from './wide-tables.ts';

// The page of a report: what it looks like where it is sent, and how it gets there.

// It is scrolled by keys, too.
const content = element('div', {
  class: 'content report',
  attributes: { tabindex: '0', role: 'region', 'aria-label': 'The report' },
});
const instead = element('p', { class: 'instead', attributes: { role: 'status' } });
const told = element('span', { class: 'told', attributes: { role: 'status' } });
const toolbar = element(
  'div',
  { class: 'toolbar' },
  button('Copy', 'For mail and slides: with its tables and colours, and without pictures', () => void copy()),
  button('Save as HTML…', 'A page with its pictures, to send or to print', () => host.post({ type: 'save-shown' })),
  told,
);
layOut({ title: 'Report', toolbar, content, behind: [instead] });
toolbar.hidden = true;
content.hidden = true;

const tables = new WideTables(content);
let shown: ReportView | undefined;

function hear(message: ToPage): void {
  if (message.type !== 'report' && message.type !== 'nothing') return;
  shown = message.type === 'report' ? message.view : undefined;
  content.hidden = toolbar.hidden = shown === undefined;
  instead.hidden = shown !== undefined;
  told.textContent = '';
  if (message.type === 'nothing') {
    instead.textContent = message.text;
    return;
  }
  content.replaceChildren(cleanHtml(message.view.html));
  tables.frame();
  content.setAttribute('data-drawing', String(message.view.drawing));
  host.keep({ report: message.view.asked });
}

async function copy(): Promise<void> {
  if (!shown) return;
  try {
    await copyRich(forMail(content), shown.text);
    told.textContent = 'Copied: paste it into a mail or a slide.';
  } catch {
    told.textContent = 'Not copied: select the text and copy it.';
  }
}

host.listen(hear);
