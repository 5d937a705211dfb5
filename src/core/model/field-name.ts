/** A field name in snake_case: `dependsOn`, `depends-on` and `Depends on` are read as `depends_on`. */
export function canonicalFieldName(written: string): string {
  if (/^[a-z][a-z0-9_]*$/.test(written)) return written;
  return written
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}

/** Whether a field is its author's own: `x-cost-centre`, `x_cost_centre`. */
export const isOwnField = (written: string): boolean => /^x[-_]/i.test(written);
