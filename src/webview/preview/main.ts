import { draw, forget } from './draw.ts';

// Loaded into every Markdown preview: it does nothing, and loads nothing more, where no live block has a diagram.

function drawAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>('.milepost-diagram')) void draw(element);
}

// The editor tells when it has changed what a preview shows.
window.addEventListener('vscode.markdown.updateContent', drawAll);
new MutationObserver(() => {
  forget();
  drawAll();
}).observe(document.body, { attributeFilter: ['class'] });
drawAll();
