// What is used of the package. Its own types lead to those of Node, which the core is to be compiled without.
declare module 'csv-parse/browser/esm/sync' {
  /** What reading takes. */
  interface Options {
    readonly delimiter: string;
    readonly bom: boolean;
    readonly relax_column_count: boolean;
    readonly relax_quotes: boolean;
    readonly record_delimiter?: string[];
    readonly skip_empty_lines?: boolean;
    readonly trim?: boolean;
  }

  interface Row {
    readonly record: string[];
    /** The line on which it ends, from one; of a quoted cell over several lines the last. */
    readonly info: { readonly lines: number };
  }

  /** The records of a table, with their lines where these are asked for. Throws an error with a `code` where it is none. */
  export function parse(text: string, options: Options & { readonly info: true }): Row[];
  export function parse(text: string, options: Options): string[][];
}
