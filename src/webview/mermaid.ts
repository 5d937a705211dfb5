// Mermaid as a file of its own: pages load it when the first picture is drawn, and once. The build leaves out every kind
// of diagram but flowcharts and Gantt charts: see scripts/mermaid-parts.mjs.
import mermaid from 'mermaid';

export { mermaid };
