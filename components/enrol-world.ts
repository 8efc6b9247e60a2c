import type { EnrolPort } from '../lib/browser/enrol-port';
import type { AccountView } from '../lib/messages/views';
import type { HeldWorld } from './AskTouch';
import type { Say } from './use-message';

/** How a passkey is asked that holds accounts; null where nothing is held, or a touch still serves. */
export type TouchWorld = (HeldWorld & { readonly onOpenWindow?: (() => void) | undefined }) | null;

/** What everything that takes something from the page in front, or gives it something, works with. */
export type EnrolWorld = {
  readonly accounts: readonly AccountView[];
  readonly touch: TouchWorld;
  readonly port: EnrolPort;
  readonly say: Say;
};
