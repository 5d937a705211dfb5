/** Puts a text on the clipboard as HTML and as plain text; rejects where the editor does not let it. */
export async function copyRich(html: string, text: string): Promise<void> {
  const kinds = { 'text/html': html, 'text/plain': text };
  try {
    const blobs = Object.entries(kinds).map(([type, data]) => [type, new Blob([data], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } catch {
    // Where a page may not ask for the clipboard, it may still answer to somebody who copies.
    const answer = (event: ClipboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, data] of Object.entries(kinds)) event.clipboardData?.setData(type, data);
    };
    document.addEventListener('copy', answer, { capture: true, once: true });
    const isDone = document.execCommand('copy');
    document.removeEventListener('copy', answer, { capture: true });
    if (!isDone) throw new Error('the editor does not let the page copy');
  }
}
