import * as vscode from 'vscode';
import { type Message, messagesFor } from '../../core/views/messages.ts';
import type { Clock } from '../clock.ts';
import { withoutIcons } from '../convert.ts';
import type { AttentionView } from '../views/attention-view.ts';
import { personArgument } from './arguments.ts';
import { Refused } from './refused.ts';

/** Copies the open points of a person as text to send: of the one that was given, else of one that is chosen. */
export async function copyMessage(argument: unknown, attention: AttentionView, clock: Clock): Promise<void> {
  const messages = messagesFor(await attention.entries(), clock.today);
  const message = personArgument(argument, messages) ?? (await pick(messages));
  if (!message) return;
  await vscode.env.clipboard.writeText(message.text);
  const points = message.count === 1 ? '1 open point' : `${message.count} open points`;
  vscode.window.setStatusBarMessage(`$(copy) Copied: ${points} of ${withoutIcons(message.label)}`, 3000);
}

async function pick(messages: readonly Message[]): Promise<Message | undefined> {
  if (messages.length === 0) throw new Refused('nobody has open points');
  const choices = messages.map((message) => ({
    label: `$(${message.owner === undefined ? 'question' : 'account'}) ${withoutIcons(message.label)}`,
    description: message.count === 1 ? '1 open point' : `${message.count} open points`,
    message,
  }));
  const picked = await vscode.window.showQuickPick(choices, {
    title: 'Copy Open Points as a Message',
    placeHolder: 'Whose',
  });
  return picked?.message;
}
