// The types of the library speak of Node, and would bring all of it into what compiles without: tsconfig.core.json has
// these in their place. Only what is used is here; tsconfig.json holds that to the library's own.

/** What reading takes. */
interface Options {
  readonly delimiter: string;
  readonly bom: boolean;
  readonly relax_column_count: boolean;
  readonly relax_quotes: boolean;
}

/** The records of a table. Throws an error with a `code` where it is none. */
export function parse(text: string, options: Options): string[][];
