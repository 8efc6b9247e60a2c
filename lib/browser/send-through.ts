import type { MessageEnvelope } from '../messages/envelope';
import { PROTOCOL_VERSION } from '../messages/envelope';
import { failure } from '../messages/failures';
import type { Input, MessageName, Reply } from '../messages/protocol';
import { err } from '../shared/result';

/**
 * Sends one row of the protocol to the worker, by whatever carries a message there. A worker that does not answer, or not
 * with a reply of ours, is the failure `worker-failed`: whether it did what was asked is then unknown, so nothing is sent a
 * second time from here.
 */
export async function sendThrough<Name extends MessageName>(
  carry: (envelope: MessageEnvelope) => Promise<unknown>,
  name: Name,
  input: Input<Name>,
): Promise<Reply<Name>> {
  try {
    const reply = (await carry({ latchkey: PROTOCOL_VERSION, name, input })) as Reply<Name> | undefined;
    if (typeof reply?.ok === 'boolean') return reply;
  } catch {
    // Told as any other silence.
  }
  return err([failure('worker-failed')]);
}
