import { sendThrough } from '../../lib/browser/send-through';
import type { Input, Output } from '../../lib/messages/protocol';
import { runtime } from './runtime';

type LoginPageMessage = 'signin.hello' | 'signin.arrived' | 'signin.step' | 'signin.submitted';

/**
 * Asks the worker, once more where it died under the question: asking twice is safe, since the worker serves no value a
 * second time. Null where it refuses or stays silent, as it does for a script from before an update.
 */
export async function ask<Name extends LoginPageMessage>(name: Name, input: Input<Name>): Promise<Output<Name> | null> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const reply = await sendThrough(envelope => runtime.sendMessage(envelope), name, input);
    if (reply.ok) return reply.value;
    if (reply.error[0]?.code !== 'worker-failed') return null;
  }
  return null;
}
