import type * as vscode from 'vscode';

/** The documents that can be part of a plan, whatever the editor takes their language for. */
export const PLAN_FILES: vscode.DocumentSelector = [
  { language: 'markdown' },
  { pattern: '**/*.{md,markdown,mdx}' },
  { pattern: '**/milepost.yaml' },
];
