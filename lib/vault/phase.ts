import type { CopyName } from '../model/copy-name';
import { LIVE_NAMES } from '../model/copy-name';
import type { Copy } from './copies';
import { hasParsed } from './copies';

/** Where the vault stands. It is derived from what is stored, at every wake, and never kept in a variable. */
export type Phase = 'absent' | 'locked' | 'unlocked' | 'damaged';

/** What can be asked of a vault as a whole. `use` stands for everything that reads or changes its contents. */
export type VaultAct = 'create' | 'unlock' | 'lock' | 'use';

export type PhaseFailure = 'vault-exists' | 'vault-absent' | 'vault-locked' | 'vault-damaged';

/** The transition table: for each phase, where an act leads, or why it is refused. */
export const TRANSITIONS: Readonly<Record<Phase, Readonly<Record<VaultAct, Phase | PhaseFailure>>>> = {
  absent: { create: 'unlocked', unlock: 'vault-absent', lock: 'absent', use: 'vault-absent' },
  locked: { create: 'vault-exists', unlock: 'unlocked', lock: 'locked', use: 'vault-locked' },
  unlocked: { create: 'vault-exists', unlock: 'unlocked', lock: 'locked', use: 'unlocked' },
  damaged: { create: 'vault-damaged', unlock: 'vault-damaged', lock: 'damaged', use: 'vault-damaged' },
};

/** Why an act is refused in a phase, or null where it may go ahead. */
export function refusalOf(phase: Phase, act: VaultAct): PhaseFailure | null {
  const next = TRANSITIONS[phase][act];
  return next === 'absent' || next === 'locked' || next === 'unlocked' || next === 'damaged' ? null : next;
}

function isLive(name: CopyName): boolean {
  return LIVE_NAMES.some(live => live === name);
}

/**
 * The phase that stored copies give, and whether a session holds. A vault is absent only where every copy is known to be empty, the
 * spare ones too; one copy that cannot be read makes it damaged rather than absent, so that nothing is ever created over
 * it. Spare copies alone make it damaged as well, unless it is open: which of them is opened is for the person to say.
 */
export function derivePhase(copies: readonly Copy[], isSessionHeld: boolean): Phase {
  if (copies.every(copy => copy.state === 'empty')) return 'absent';
  if (isSessionHeld && hasParsed(copies)) return 'unlocked';
  return hasParsed(copies.filter(({ name }) => isLive(name))) ? 'locked' : 'damaged';
}
