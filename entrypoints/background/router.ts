// The vault's front door. Invariants: own id, envelope, version, name, caller, schema, in this order, before any handler
// runs; what crosses back is the output or codes; no payload is ever logged.
import * as v from 'valibot';
import { envelopeSchema, PROTOCOL_VERSION } from '../../lib/messages/envelope';
import type { Failure } from '../../lib/messages/failures';
import { failure } from '../../lib/messages/failures';
import type { CheckedInput, MessageName, Reply } from '../../lib/messages/protocol';
import { PROTOCOL } from '../../lib/messages/protocol';
import type { Err } from '../../lib/shared/result';
import { err } from '../../lib/shared/result';
import type { IdentifiedCaller, LoginDocument, Sender } from './caller';

/** A handler of a row that pages use, or one that the login page uses and that is told which document asks. */
type Handler<Name extends MessageName> = (typeof PROTOCOL)[Name]['from'] extends 'login-page'
  ? (input: CheckedInput<Name>, document: LoginDocument) => Promise<Reply<Name>>
  : (input: CheckedInput<Name>) => Promise<Reply<Name>>;

/** One handler for each row: a missing or misspelt one does not compile. */
export type Handlers = { readonly [Name in MessageName]: Handler<Name> };

export type RouterPorts = {
  readonly handlers: Handlers;
  readonly ownId: string;
  readonly identify: (sender: Sender) => IdentifiedCaller | null;
  /** Called after something that a person did on purpose: it puts off the lock if it succeeded, and shows what changed. */
  readonly afterAct: (succeeded: boolean) => Promise<void>;
};

type AnyReply = Err<readonly Failure[]> | Reply<MessageName>;

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(PROTOCOL, name);
}

/** Makes the one listener for messages. It gives undefined, which is no answer at all, to senders that are not ours. */
export function createRouter(ports: RouterPorts): (message: unknown, sender: Sender) => Promise<AnyReply> | undefined {
  return (message, sender) => {
    if (sender.id !== ports.ownId) return undefined;
    return route(ports, message, sender).catch(() => err([failure('worker-failed')]));
  };
}

async function route(ports: RouterPorts, message: unknown, sender: Sender): Promise<AnyReply> {
  const envelope = v.safeParse(envelopeSchema, message);
  if (!envelope.success) return err([failure('message-invalid')]);
  const { latchkey: version, name } = envelope.output;
  if (version !== PROTOCOL_VERSION) return err([failure('message-outdated')]);
  if (!isMessageName(name)) return err([failure('message-invalid')]);
  const row = PROTOCOL[name];
  const identified = ports.identify(sender);
  if (identified === null || identified.caller !== row.from) return err([failure('message-refused')]);
  const input = v.safeParse(row.input, envelope.output.input);
  if (!input.success) {
    const isTooLong = input.issues.some(issue => issue.type === 'max_length');
    return err([failure(isTooLong ? 'input-too-long' : 'message-invalid')]);
  }

  const document = identified.caller === 'login-page' ? identified.document : undefined;
  // The table pairs each name with its handler's types; the compiler cannot follow that through a name known at run time.
  const handler = ports.handlers[name] as (input: unknown, document?: LoginDocument) => Promise<Reply<MessageName>>;
  const reply = await handler(input.output, document);
  // What was done is done: failing to note it means to lock earlier, and not that it failed.
  if (row.act) await ports.afterAct(reply.ok).catch(() => undefined);
  return reply;
}
