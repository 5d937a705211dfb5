import { labelText } from '../../graph/label-text.ts';
import { SPECIAL_IN_NAMES, withLookAlikes } from '../../text/look-alikes.ts';

/** Text of a plan as a name in a Gantt chart: on one line, cut, and with nothing in it that Mermaid or a page acts on. */
export const mermaidText = (text: string): string => withLookAlikes(labelText(text), SPECIAL_IN_NAMES);
