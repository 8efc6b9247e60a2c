import { describe, expect, it } from 'vitest';
import { sampleInventoryKey, sampleRotation } from '../testing/sample-rotation';
import { currentStep, stepsOf } from './rotation-words';

const CI = { id: 'ci', name: 'CI', where: '', owner: '', note: '', done: false };

describe('the steps of a rotation', () => {
  it('are those that this key takes', () => {
    expect(stepsOf('documented', sampleInventoryKey())).toEqual(['guard', 'new-key', 'check', 'revoke']);
    const used = sampleInventoryKey({ integrations: [CI] });
    expect(stepsOf('documented', used)).toEqual(['guard', 'new-key', 'check', 'integrations', 'revoke']);
    expect(stepsOf('operator', used)).toEqual(['guard', 'new-key', 'authenticator', 'check', 'integrations', 'revoke']);
  });

  it('revoke a compromised key before its integrations follow', () => {
    const exposed = sampleInventoryKey({ integrations: [CI], compromisedAtMs: 1 });
    expect(stepsOf('documented', exposed).slice(-2)).toEqual(['revoke', 'integrations']);
  });

  it('have the authenticator set up before anybody can sign in with the operator’s key', () => {
    expect(currentStep(null)).toBe('guard');
    expect(currentStep(sampleRotation({ stage: 'check' }))).toBe('check');
    const operator = sampleRotation({ stage: 'check', issue: 'operator' });
    expect(currentStep(operator)).toBe('authenticator');
    expect(currentStep({ ...operator, isAuthenticatorSet: true })).toBe('check');
  });
});
