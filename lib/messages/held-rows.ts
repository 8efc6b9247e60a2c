// The rows of the trust table for passkey-held accounts.
import * as v from 'valibot';
import { heldTouch, id, keepOpenMinutes, namedPasskey, nothing, recoveryCode, touch, wayIn } from './inputs';
import type { Row } from './row';
import { type } from './row';
import type { CodesView, HeldView } from './views';

export const HELD_ROWS = {
  /** Null until there is one. */
  'held.read': { from: 'page', act: false, input: nothing, output: type<HeldView | null>() },
  /** The first account that is held names passkey and recovery code; later ones take a touch. */
  'held.set-up': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, accountId: id, ...namedPasskey.entries, recoveryCode }),
    output: type<null>(),
  },
  'held.hold': { from: 'page', act: true, input: v.strictObject({ accountId: id, touch }), output: type<null>() },
  /** Takes a touch even while one serves for codes: what it gives back stays in the open. */
  'held.release': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch: heldTouch }),
    output: type<null>(),
  },
  /** Keeps the held key at hand for the minutes that were chosen. */
  'held.open': { from: 'page', act: true, input: v.strictObject({ touch: heldTouch }), output: type<null>() },
  'held.close': { from: 'page', act: false, input: nothing, output: type<null>() },
  'held.code': {
    from: 'page',
    act: true,
    input: v.strictObject({ accountId: id, touch }),
    output: type<CodesView>(),
  },
  'held.add-passkey': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, touch: heldTouch, ...namedPasskey.entries }),
    output: type<null>(),
  },
  'held.remove-passkey': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, wrapId: id }),
    output: type<null>(),
  },
  'held.set-recovery-code': {
    from: 'page',
    act: true,
    input: v.strictObject({ proof: wayIn, touch: heldTouch, code: recoveryCode }),
    output: type<null>(),
  },
  'held.set-keep-open': {
    from: 'page',
    act: true,
    input: v.strictObject({ touch: heldTouch, minutes: keepOpenMinutes }),
    output: type<null>(),
  },
} as const satisfies Readonly<Record<string, Row>>;
