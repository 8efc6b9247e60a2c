import { browser } from 'wxt/browser';
import { type MessageEnvelope, PROTOCOL_VERSION } from '../messages/envelope';
import { failure } from '../messages/failures';
import type { Input, MessageName, Reply } from '../messages/protocol';
import { err } from '../shared/result';

/**
 * Sends one row of the protocol to the worker. A worker that does not answer is the failure `worker-failed`: whether it
 * did what was asked is then unknown, so nothing is sent a second time from here.
 */
export async function send<Name extends MessageName>(name: Name, input: Input<Name>): Promise<Reply<Name>> {
  const envelope: MessageEnvelope = { latchkey: PROTOCOL_VERSION, name, input };
  try {
    const reply: Reply<Name> | undefined = await browser.runtime.sendMessage(envelope);
    return reply ?? err([failure('worker-failed')]);
  } catch {
    return err([failure('worker-failed')]);
  }
}
