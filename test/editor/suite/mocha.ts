import 'mocha/mocha.js';
import type MochaClass from 'mocha';

/**
 * Mocha as browsers get it, in every extension host: bundled, and with no use for files. It leaves itself in globals.
 * Its own `run` wants a page's address, so runs go through the class.
 */
interface BrowserMocha extends MochaClass {
  setup(options: { ui: 'bdd'; timeout: number; retries: number; reporter: unknown }): void;
}

const globals = globalThis as unknown as { mocha: BrowserMocha; Mocha: typeof MochaClass };

export const mocha = globals.mocha;

export function runMocha(done: (failures: number) => void): Mocha.Runner {
  return globals.Mocha.prototype.run.call(mocha, done);
}
