import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { CompileContext, HtmlExtension } from 'micromark-util-types';
import { escapeHtml } from './escape-html.ts';

/**
 * Markdown as HTML in which nothing of the text is markup: other HTML is shown as it is written, addresses that run code
 * lead nowhere, and comments, which nobody is to see, are left out.
 */
export const htmlOf = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml(), WITHOUT_COMMENTS] }).replace(
    LIGHT_OR_TAG,
    (whole, light?: string, word?: string) =>
      light === undefined
        ? whole
        : `<span class="health-${word}" style="color:${COLOURS[light]};white-space:nowrap">● ${word}</span>`,
  );

/** What a health is marked with: the sign is in few fonts, and printed in grey in others. In a tag it stays what it is. */
const LIGHT_OR_TAG = /<[^>]*>|([🟢🟠🔴]) (green|amber|red)/gu;
const COLOURS: Readonly<Record<string, string>> = { '🟢': '#1a7f37', '🟠': '#bf8700', '🔴': '#cf222e' };

const COMMENTS = /<!--[\s\S]*?-->/g;

const WITHOUT_COMMENTS: HtmlExtension = {
  enter: { htmlFlow: hold, htmlText: hold },
  exit: {
    htmlFlow() {
      const text = told(this);
      if (text.trim() !== '') this.raw(`<p>${text}</p>`);
    },
    htmlText() {
      this.raw(told(this));
    },
    htmlFlowData: asIs,
    htmlTextData: asIs,
  },
};

function hold(this: CompileContext): undefined {
  this.buffer();
}

function asIs(this: CompileContext, token: Parameters<CompileContext['sliceSerialize']>[0]): undefined {
  this.raw(this.sliceSerialize(token));
}

/** What was held back, without comments, as text. */
const told = (context: CompileContext): string => escapeHtml(context.resume().replace(COMMENTS, ''));
