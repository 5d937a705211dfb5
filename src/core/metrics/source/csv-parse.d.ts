// What is used of the package. Its own types lead to those of Node, which the core is to be compiled without.
declare module 'csv-parse/browser/esm/sync' {
  interface Options {
    readonly bom: boolean;
    readonly delimiter: string;
    readonly info: boolean;
    readonly record_delimiter: readonly string[];
    readonly relax_column_count: boolean;
    readonly relax_quotes: boolean;
    readonly skip_empty_lines: boolean;
    readonly trim: boolean;
  }

  interface Row {
    readonly record: readonly string[];
    /** The line on which it ends, from one; of a quoted cell over several lines the last. */
    readonly info: { readonly lines: number };
  }

  export function parse(input: string, options: Options): readonly Row[];
}
