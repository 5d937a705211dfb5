import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import type { Step } from './step.ts';
import { onDisk, textOf, typeInto, writeOnDisk } from './texts.ts';

const DAYS = ['2026-11-20', '2026-11-21', '2026-11-23', '2026-12-24', '2027-06-30', '2026-03-01'];

/** Lines that mean something in a `milepost.yaml`, alone and beside each other; some are mistakes. */
const LINES = [
  'baseline: v1',
  'baseline: nowhere',
  'tolerance: 5d',
  'stale_after: { milestone: 3d, risk: 90d }',
  'rules: { stale: off, overdue: error, missing-owner: off }',
  'rules: { blocked-upstream: warning, due-before-dependency: info }',
  'calendar: { workdays: [mon, tue, wed, thu] }',
  'calendar: { workdays: [] }',
  'exclude: [program-1/**]',
  'statuses: { milestone: { done: [launched, shipped] } }',
  'fields: { cost_centre: text }',
  'nonsense: x',
  'rules: [',
];

/** Settings of the editor that change what it shows, or when. */
const SETTINGS: Readonly<Record<string, readonly unknown[]>> = {
  'fileDecorations.enabled': [true, false],
  'codeLens.enabled': [true, false],
  'inlayHints.float': [true, false],
  'programTree.groupBy': ['owner', 'type', 'float', 'nonsense', 'workstream'],
};

const setSetting = (name: string, value: unknown): Thenable<void> =>
  vscode.workspace.getConfiguration('milepost').update(name, value, vscode.ConfigurationTarget.Global);

/** The configuration of the plan, of its parts, and of the editor. */
export const SETTINGS_STEPS: readonly Step[] = [
  {
    what: 'change the configuration of the plan',
    weight: 5,
    async run({ chance }) {
      const text = `${chance.few(LINES, 0.25).join('\n')}\n`;
      if (existsSync(onDisk('milepost.yaml')) && chance.is(0.5)) await typeInto('milepost.yaml', text);
      else writeOnDisk('milepost.yaml', text);
      return text.trimEnd().replaceAll('\n', ', ');
    },
  },
  {
    what: 'make a folder a plan of its own, or part of the whole again',
    weight: 2,
    run({ chance }) {
      const path = `${chance.of(['atlas', 'program-1', 'program-2/milestones'])}/milepost.yaml`;
      writeOnDisk(path, textOf(path) === undefined ? 'tolerance: 1d\n' : undefined);
      return path;
    },
  },
  {
    what: 'leave files out by .gitignore',
    weight: 2,
    run({ chance }) {
      const path = `${chance.of(['', 'atlas/', 'program-2/'])}.gitignore`;
      const lines = chance.few(['milestones/', '*-1*.md', '!m-21.md', 'decisions.md', '/program-1', '**/*.csv'], 0.4);
      writeOnDisk(path, lines.length === 0 ? undefined : `${lines.join('\n')}\n`);
      return `${path}: ${lines.join(', ')}`;
    },
  },
  {
    what: 'show the plan as of another day',
    weight: 2,
    async run(drawing) {
      const day = drawing.chance.of(DAYS);
      await setSetting('today', day);
      drawing.today = day;
      return day;
    },
  },
  {
    what: 'show findings, or none',
    weight: 1,
    async run(drawing) {
      drawing.isShown = !drawing.isShown;
      await setSetting('diagnostics.enabled', drawing.isShown);
      return String(drawing.isShown);
    },
  },
  {
    what: 'change another setting of the editor',
    weight: 2,
    async run({ chance }) {
      const name = chance.of(Object.keys(SETTINGS));
      const value = chance.of(SETTINGS[name] ?? []);
      await setSetting(name, value);
      return `${name}: ${value}`;
    },
  },
];

/** Gives every setting the value that it has when the editor is started. */
export async function resetSettings(today: string): Promise<void> {
  for (const name of ['diagnostics.enabled', ...Object.keys(SETTINGS)]) await setSetting(name, undefined);
  await setSetting('today', today);
}
