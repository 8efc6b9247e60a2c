// What pages see of keys: no secret is in any of these.
import type { RotationStage } from '../keys/rotation';
import type { Integration, Key } from '../model/key';
import type { Rotation } from '../model/rotation';
import type { KeyView } from './views';

/** One key as the inventory shows it. */
export type InventoryKeyView = KeyView &
  Pick<
    Key,
    | 'label'
    | 'purpose'
    | 'note'
    | 'compromisedAtMs'
    | 'intervalDays'
    | 'neverDueBecause'
    | 'lastUsedAtMs'
    | 'provenAtMs'
    | 'refusedAtMs'
    | 'revokedAtMs'
  > & {
    /** Whether it is in use; `state` says how urgent its rotation is. */
    readonly use: Key['state'];
    readonly integrations: readonly Integration[];
    /** In how many places it is used: more than one is worth a warning. */
    readonly placeCount: number;
    /** An organisation's interval in days, where it is shorter than the one that was chosen; else null. */
    readonly prescribedDays: number | null;
    readonly isFilled: boolean;
    readonly mayBeFilled: boolean;
    readonly snoozesLeft: number;
    /** Whether it would let its owner in while another one is rotated. */
    readonly guardsOthers: boolean;
  };

/** A rotation as its guide shows it. */
export type RotationView = Pick<Rotation, 'oldKeyId' | 'newKeyId' | 'issue' | 'isTrying'> & {
  /** What comes next in it. */
  readonly stage: RotationStage;
  /** Whether signing in can check a key: not where the page asked for none at the last sign-in. */
  readonly signInAsksForKey: boolean;
};

/** All keys of one account. */
export type AccountKeysView = {
  readonly accountId: string;
  readonly intervalDays: number | null;
  readonly neverDueBecause: string | null;
  readonly keys: readonly InventoryKeyView[];
  readonly rotation: RotationView | null;
};
