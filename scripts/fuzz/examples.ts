// What is right, for inputs that are nearly so.
import {
  formatUnsealed,
  makeHeader,
  makeSlot,
  PASSKEY_PARAMETERS,
  PASSWORD_PARAMETERS,
  RECOVERY_PARAMETERS,
} from '../../lib/crypto/envelope.testing';
import { formatSlot } from '../../lib/crypto/slot';
import type { Bytes } from '../../lib/shared/bytes';
import { bodyWith, fields } from '../../lib/vault/accounts.testing';
import { encodeBody } from '../../lib/vault/body';

/** A slot of each type, as fields. */
export const SLOTS_OF_EXAMPLE = [PASSWORD_PARAMETERS, PASSKEY_PARAMETERS, RECOVERY_PARAMETERS].map(parameters =>
  makeSlot(parameters),
);

/** A slot of each type, as bytes. */
export const SLOTS: readonly Bytes[] = SLOTS_OF_EXAMPLE.map(formatSlot);

/** An envelope with all of them. */
export const ENVELOPE: Bytes = formatUnsealed(makeHeader({ slots: SLOTS_OF_EXAMPLE }));

/** The body of a vault with one account. */
export const BODY: Bytes = encodeBody(bodyWith(fields()));
