import * as vscode from 'vscode';
import { RulePages } from '../../../../src/vscode/rule-pages.ts';
import { equal } from '../assert.ts';

describe('the code of a finding', () => {
  it('leads to the file of its page, where files of extensions can be opened', () => {
    const pages = new RulePages(vscode.Uri.parse('vscode-remote://host/milepost'));
    equal(pages.linkOf('overdue')?.toString(), 'vscode-remote://host/milepost/docs/rules/overdue.md');
    equal(pages.linkOf('nothing'), undefined);
  });

  it('shows it by a command, where they are addresses of the web', () => {
    const pages = new RulePages(vscode.Uri.parse('https://example.org/milepost'));
    const link = pages.linkOf('overdue');
    equal(link?.scheme, 'command');
    equal(link?.path, 'milepost.openRule');
    equal(link?.query, '["overdue"]');
  });
});
