import type { Page } from 'playwright';
import { PROTOCOL_VERSION } from '../../lib/messages/envelope';
import type { Input, MessageName, Output, Reply } from '../../lib/messages/protocol';

/**
 * Has a page of the extension send one row of the protocol. Null where no answer came: the worker has died over it, and
 * nobody can say whether it was done.
 */
export async function tryMessage<Name extends MessageName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Reply<Name> | null> {
  const message = { latchkey: PROTOCOL_VERSION, name, input };
  const reply = await page.evaluate(sent => chrome.runtime.sendMessage(sent).catch(() => null), message);
  return (reply ?? null) as Reply<Name> | null;
}

/** Has a page of the extension send one row of the protocol, and gives what it is answered with. */
export async function sendMessage<Name extends MessageName>(
  { page }: { readonly page: Page },
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const reply = await tryMessage(page, name, input);
  if (reply === null) throw new Error(`${name} was not answered`);
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.map(({ code }) => code).join(', ')}`);
  return reply.value;
}
