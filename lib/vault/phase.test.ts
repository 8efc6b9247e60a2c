import { describe, expect, it } from 'vitest';
import { parseEnvelope } from '../crypto/envelope';
import { formatUnsealed, makeHeader } from '../crypto/envelope.testing';
import type { Copy } from './copies';
import type { Phase, VaultAct } from './phase';
import { derivePhase, refusalOf, TRANSITIONS } from './phase';

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
const COMBINATIONS = STATES.flatMap(a =>
  STATES.flatMap(b => STATES.flatMap(spare => [true, false].map(held => [a, b, spare, held] as const))),
);

function expectedPhase(states: readonly Copy['state'][], live: readonly Copy['state'][], held: boolean): Phase {
  if (held && states.includes('parsed')) return 'unlocked';
  if (live.includes('parsed')) return 'locked';
  return states.every(state => state === 'empty') ? 'absent' : 'damaged';
}

describe('derivePhase', () => {
  it.each(COMBINATIONS)('of copies %s and %s and a spare %s, session held: %s', (a, b, spare, held) => {
    const phase = derivePhase([copyIn(a, 'a'), copyIn(b, 'b'), copyIn(spare, 'spare-1')], held);
    expect(phase).toBe(expectedPhase([a, b, spare], [a, b], held));
  });
});
