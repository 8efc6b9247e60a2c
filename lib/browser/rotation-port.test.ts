import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FailureCode } from '../messages/failures';
import { failure } from '../messages/failures';
import { err, ok } from '../shared/result';
import { send } from './messaging';
import { rotationPort } from './rotation-port';

vi.mock('./messaging', () => ({ send: vi.fn() }));

beforeEach(() => void vi.mocked(send).mockReset());

/** A worker whose relay says this of a key; a step is always taken. */
function serve(refusal: FailureCode | null): void {
  vi.mocked(send).mockImplementation(async name =>
    name === 'keys.check' && refusal !== null ? err([failure(refusal)]) : (ok(null) as never),
  );
}

const asked = () => vi.mocked(send).mock.calls.map(([name]) => name);

describe('asking whether the old key is dead', () => {
  it('notes that it is revoked where the relay does not know it', async () => {
    serve('check-refused');
    expect(await rotationPort.checkRevoked('a', 'old')).toEqual([]);
    expect(vi.mocked(send).mock.calls).toEqual([
      ['keys.check', { accountId: 'a', keyId: 'old' }],
      ['keys.rotation-step', { accountId: 'a', step: { do: 'revoked' } }],
    ]);
  });

  it('notes nothing where the relay takes it, and says that', async () => {
    serve(null);
    expect(await rotationPort.checkRevoked('a', 'old')).toEqual([failure('key-still-alive')]);
    expect(asked()).toEqual(['keys.check']);
  });

  it.each(['check-offline', 'check-unclear', 'vault-locked'] as const)(
    'notes nothing where nobody knows: %s',
    async code => {
      serve(code);
      expect(await rotationPort.checkRevoked('a', 'old')).toEqual([failure(code)]);
      expect(asked()).toEqual(['keys.check']);
    },
  );
});
