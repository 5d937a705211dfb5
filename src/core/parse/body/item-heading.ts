/** The ids that a heading may name, most telling first. */
export function headingCandidates(text: string): string[] {
  const found = [text.trim()];
  const end = /(?:\(([^()\s]+)\)|\{#([^{}\s]+)\})\s*$/.exec(text);
  if (end) found.push((end[1] ?? end[2]) as string);
  const lead = /^(\S+?)(?::(?:\s|$)|\s+[-–—](?:\s|$)|[–—])/u.exec(text.trim());
  if (lead) found.push(lead[1] as string);
  return found;
}
