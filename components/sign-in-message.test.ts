import { beforeAll, describe, expect, it } from 'vitest';
import type { SignInView } from '../lib/messages/views';
import { latestOf, signInMessage } from './sign-in-message';
import { speakEnglish } from './testing/english';

const ENDED_AT = 1_000_000;
const ended = (outcome: 'signed-in' | 'rejected' | 'field-refused', details: readonly string[] = []): SignInView => ({
  state: 'ended',
  accountId: 'account-1',
  outcome,
  details,
  hints: [],
  offers: [],
  endedAtMs: ENDED_AT,
});

describe('signInMessage', () => {
  beforeAll(speakEnglish);

  it('says that a sign-in runs, or waits for the next code', () => {
    const running = { state: 'running', accountId: 'account-1', mode: 'full' } as const;
    expect(signInMessage({ ...running, waitsUntilMs: null }, 0, null)?.text).toBe('Signing in…');
    expect(signInMessage({ ...running, waitsUntilMs: 9_000 }, 8_999, null)?.text).toContain('Waiting: ');
    expect(signInMessage({ ...running, waitsUntilMs: 9_000 }, 9_000, null)?.text).toBe('Signing in…');
    expect(signInMessage({ ...running, waitsUntilMs: null }, 0, 'Client')?.text).toBe('Signing in as Client…');
    const filling = { ...running, mode: 'fill', waitsUntilMs: null } as const;
    expect(signInMessage(filling, 0, null)?.text).toContain('when you are ready');
  });

  it('tells success as status and anything else as alert', () => {
    expect(signInMessage(ended('signed-in', ['2', '2']), ENDED_AT, null)).toMatchObject({
      kind: 'status',
      text: 'Signed in. 2 of 2 filled.',
    });
    expect(signInMessage(ended('rejected'), ENDED_AT, null)?.kind).toBe('alert');
  });

  it('names the field that refused in words', () => {
    expect(signInMessage(ended('field-refused', ['key']), ENDED_AT, null)?.text).toContain('field for the API key');
  });

  it('forgets an outcome after five minutes', () => {
    expect(signInMessage(ended('rejected'), ENDED_AT + 299_999, null)).not.toBeNull();
    expect(signInMessage(ended('rejected'), ENDED_AT + 300_000, null)).toBeNull();
  });
});

describe('latestOf', () => {
  it('takes the later message, whichever place it comes from', () => {
    const early = { kind: 'status', text: 'early', atMs: 1 } as const;
    const late = { kind: 'alert', text: 'late', atMs: 2 } as const;
    expect(latestOf(early, late)).toBe(late);
    expect(latestOf(late, early)).toBe(late);
    expect(latestOf(null, early)).toBe(early);
    expect(latestOf(early, null)).toBe(early);
    expect(latestOf(null, null)).toBeNull();
  });
});
