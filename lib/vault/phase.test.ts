import { describe, expect, it } from 'vitest';
import { parseEnvelope } from '../crypto/envelope';
import { formatUnsealed, makeHeader } from '../crypto/envelope.testing';
import type { Copy } from './copies';
import type { Phase, VaultAct } from './phase';
import { derivePhase, refusalOf, TRANSITIONS } from './phase';
import { startSession } from './session';
import { NOON_MS } from './vault.testing';

/** phase, create, unlock, lock, use: where each leads, or why it is refused. */
const TABLE = [
  ['absent', 'unlocked', 'vault-absent', 'absent', 'vault-absent'],
  ['locked', 'vault-exists', 'unlocked', 'locked', 'vault-locked'],
  ['unlocked', 'vault-exists', 'unlocked', 'locked', 'unlocked'],
  ['damaged', 'vault-damaged', 'vault-damaged', 'damaged', 'vault-damaged'],
] as const;

const PHASES: readonly string[] = TABLE.map(([phase]) => phase);
const ROWS = TABLE.flatMap(([phase, create, unlock, lock, use]) =>
  Object.entries({ create, unlock, lock, use }).map(([act, next]) => [phase, act as VaultAct, next] as const),
);

describe('the transition table', () => {
  it.each(ROWS)('%s, %s: %s', (phase, act, next) => {
    expect(TRANSITIONS[phase][act]).toBe(next);
    expect(refusalOf(phase, act)).toBe(PHASES.includes(next) ? null : next);
  });

  it('has no other phases and acts', () => {
    expect(Object.keys(TRANSITIONS).toSorted()).toEqual([...PHASES].toSorted());
  });

  it('lets a vault be created in one phase only, the one in which nothing can be lost', () => {
    expect(PHASES.filter(phase => refusalOf(phase as Phase, 'create') === null)).toEqual(['absent']);
  });

  it('always lets it be locked', () => {
    expect(PHASES.filter(phase => refusalOf(phase as Phase, 'lock') !== null)).toEqual([]);
  });
});

function copyIn(state: Copy['state'], name: Copy['name']): Copy {
  if (state === 'refused') return { name, state, failure: 'envelope-malformed' };
  if (state !== 'parsed') return { name, state };
  const parsed = parseEnvelope(formatUnsealed(makeHeader()));
  if (!parsed.ok) throw new Error(parsed.error);
  return { name, state, envelope: parsed.value };
}

const STATES: readonly Copy['state'][] = ['empty', 'unreadable', 'refused', 'parsed'];
const SESSIONS = {
  none: null,
  valid: startSession(new Uint8Array(32), NOON_MS, 60),
  expired: startSession(new Uint8Array(32), NOON_MS - 61 * 60_000, 60),
} as const;

const COMBINATIONS = STATES.flatMap(a =>
  STATES.flatMap(b => Object.keys(SESSIONS).map(session => [a, b, session as keyof typeof SESSIONS] as const)),
);

function expectedPhase(a: Copy['state'], b: Copy['state'], session: keyof typeof SESSIONS): Phase {
  if (a === 'parsed' || b === 'parsed') return session === 'valid' ? 'unlocked' : 'locked';
  return a === 'empty' && b === 'empty' ? 'absent' : 'damaged';
}

describe('derivePhase', () => {
  it.each(COMBINATIONS)('of copies %s and %s with session %s', (a, b, session) => {
    const phase = derivePhase([copyIn(a, 'a'), copyIn(b, 'b')], SESSIONS[session], NOON_MS);
    expect(phase).toBe(expectedPhase(a, b, session));
  });
});
