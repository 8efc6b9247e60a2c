import { PROTOCOL_VERSION } from '../../lib/messages/envelope';
import type { Input, MessageName, Output, Reply } from '../../lib/messages/protocol';
import type { OptionsPage } from '../pages/options-page';

/** Has a page of the extension send one row of the protocol, and gives what it is answered with. */
export async function sendMessage<Name extends MessageName>(
  { page }: OptionsPage,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const message = { latchkey: PROTOCOL_VERSION, name, input };
  const reply = (await page.evaluate(sent => chrome.runtime.sendMessage(sent), message)) as Reply<Name>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.map(({ code }) => code).join(', ')}`);
  return reply.value;
}
