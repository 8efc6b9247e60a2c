import { beforeAll, describe, expect, it } from 'vitest';
import { speakEnglish } from '../testing/english';
import { sampleMainKey, sampleNewKey, sampleRotation } from '../testing/sample-rotation';
import { giveUpWords, stepsOf } from './rotation-words';

const CI = { id: 'ci', name: 'CI', where: '', owner: '', note: '', done: false };

describe('the steps of a rotation', () => {
  it('are those that this key takes', () => {
    expect(stepsOf('documented', sampleMainKey())).toEqual(['guard', 'new-key', 'check', 'revoke']);
    const used = sampleMainKey({ integrations: [CI] });
    expect(stepsOf('documented', used)).toEqual(['guard', 'new-key', 'check', 'integrations', 'revoke']);
    expect(stepsOf('operator', used)).toEqual(['guard', 'new-key', 'authenticator', 'check', 'integrations', 'revoke']);
  });

  it('revoke a compromised key before its integrations follow', () => {
    const exposed = sampleMainKey({ integrations: [CI], compromisedAtMs: 1 });
    expect(stepsOf('documented', exposed).slice(-2)).toEqual(['revoke', 'integrations']);
  });
});

describe('giving up', () => {
  beforeAll(speakEnglish);

  it('is said to leave what it leaves', () => {
    expect(giveUpWords(sampleRotation(), null)).toContain('The key stays as it was.');
    expect(giveUpWords(sampleRotation(), sampleNewKey())).toContain(
      'the old one as it was, the new one saved beside it',
    );
  });

  it('warns where the operator’s new key is saved and signs nobody in yet, and says how it would', () => {
    const operator = sampleRotation({ issue: 'operator' });
    expect(giveUpWords(operator, sampleNewKey())).toMatch(
      /the old one signs in no more.*“It is in use”.*“Sign in with/u,
    );
    expect(giveUpWords(operator, sampleNewKey({ use: 'active' }))).toContain('Both keys stay: the old one as it was');
  });
});
