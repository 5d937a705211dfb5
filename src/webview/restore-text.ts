/**
 * Puts what was written in the place of what was drawn. The source of a picture has look-alikes for the characters that
 * mean something to Mermaid, one for one; here they become the characters again, as text. Where a label was drawn
 * otherwise than it was written, it stays as it was drawn, and the tooltip has the rest.
 */
export function restoreText(label: Element, written: readonly string[]): void {
  const wanted = [...written.join('').replace(/\s+/g, '')];
  const texts = textsIn(label);
  const drawn = [
    ...texts
      .map((text) => text.data)
      .join('')
      .replace(/\s+/g, ''),
  ];
  // A mark that the source puts before a title was not written by anybody.
  const marks = /[✓✕★]/.test(drawn[0] ?? '') ? drawn.length - wanted.length : 0;
  if (drawn.length !== wanted.length + marks || marks < 0 || marks > 1) return;
  let at = -marks;
  for (const text of texts) {
    text.data = [...text.data]
      .map((character) => (/\s/.test(character) ? character : (wanted[at++] ?? character)))
      .join('');
  }
}

function textsIn(label: Element): Text[] {
  const walker = document.createTreeWalker(label, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}
