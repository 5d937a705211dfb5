import * as vscode from 'vscode';
import { type Day, dayFrom, parseDay } from '../core/model/values/day.ts';
import type { Log } from './log.ts';
import { onSetting, settings } from './settings.ts';

/** Timers stand still while a machine sleeps: how long a new day may go unnoticed. */
const LOOK_EVERY_MS = 10 * 60_000;

/** What day it is: the one of the machine, or the one that the settings say, for demonstrations and reviews. */
export class Clock implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Day>();
  readonly #log: Log;
  readonly #subscriptions: vscode.Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #today: Day;
  #isPretended: boolean;

  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    this.#today = this.#now();
    this.#isPretended = parseDay(settings.today) !== undefined;
    const look = log.listener('looking at the clock', () => this.#look());
    this.#subscriptions = [
      this.#changed,
      onSetting(['today'], look),
      vscode.window.onDidChangeWindowState(({ focused }) => focused && look()),
    ];
    this.#schedule();
  }

  get today(): Day {
    return this.#today;
  }

  /** Whether the settings say what day it is. */
  get isPretended(): boolean {
    return this.#isPretended;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #now(): Day {
    const said = settings.today;
    const day = parseDay(said);
    if (said !== '' && day === undefined) this.#log.failure('milepost.today', `${said} is no day such as 2026-11-21`);
    const now = new Date();
    return day ?? dayFrom(now.getFullYear(), now.getMonth() + 1, now.getDate());
  }

  #look(): void {
    const today = this.#now();
    const isPretended = parseDay(settings.today) !== undefined;
    if (today === this.#today && isPretended === this.#isPretended) return;
    this.#today = today;
    this.#isPretended = isPretended;
    this.#changed.fire(today);
  }

  #schedule(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    const wait = Math.min(midnight.getTime() - now.getTime() + 1000, LOOK_EVERY_MS);
    this.#timer = setTimeout(() => {
      this.#log.isolate('looking at the clock', () => this.#look(), undefined);
      this.#schedule();
    }, wait);
  }
}
