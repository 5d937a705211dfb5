import { drawAll } from './draw.ts';

// Loaded into every Markdown preview: it does nothing, and loads nothing more, where no live block has a diagram.

// The editor tells when it has changed what a preview shows, but may have let the page be painted before. Who watches
// the page itself puts a known diagram back before that, and nothing blinks.
new MutationObserver(drawAll).observe(document.body, { childList: true, subtree: true });
// Another theme has other colours.
new MutationObserver(drawAll).observe(document.body, { attributeFilter: ['class'] });
drawAll();
