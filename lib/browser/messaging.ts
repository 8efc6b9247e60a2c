import { browser } from 'wxt/browser';
import type { Input, MessageName, Reply } from '../messages/protocol';
import { sendThrough } from './send-through';

/** Sends one row of the protocol to the worker, as `sendThrough` says. */
export function send<Name extends MessageName>(name: Name, input: Input<Name>): Promise<Reply<Name>> {
  return sendThrough(envelope => browser.runtime.sendMessage(envelope), name, input);
}
