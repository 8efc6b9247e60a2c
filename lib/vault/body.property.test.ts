import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Decode } from '../shared/bytes';
import { ok } from '../shared/result';
import { decodeBody, encodeBody } from './body';
import { arbitraryStoredBody, readStored } from './body.testing';

describe('a body', () => {
  it('is sealed as exactly the form that it is read from, every secret, lone surrogate and control character included', () => {
    fc.assert(
      fc.property(arbitraryStoredBody, stored => {
        expect(JSON.parse(utf8Decode(encodeBody(readStored(stored))) ?? '')).toEqual(stored);
      }),
    );
  });

  it('decodes to what was encoded', () => {
    fc.assert(
      fc.property(arbitraryStoredBody, stored => {
        const body = readStored(stored);
        const decoded = decodeBody(encodeBody(body));
        expect(decoded).toEqual(ok(body));
        expect(decoded.ok && encodeBody(decoded.value)).toEqual(encodeBody(body));
      }),
    );
  });

  it('reveals its secrets in the sealed bytes and nowhere else', () => {
    fc.assert(
      fc.property(arbitraryStoredBody, stored => {
        const body = readStored(stored);
        const printed = JSON.stringify(body);
        for (const { secret } of body.accounts.flatMap(account => account.keys)) {
          expect(printed).not.toContain(secret.reveal());
          expect(utf8Decode(encodeBody(body))).toContain(secret.reveal());
        }
      }),
    );
  });

  it('is refused without an exception, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map(json => new TextEncoder().encode(json)),
        ),
        bytes => {
          expect(decodeBody(new Uint8Array(bytes)).ok).toBe(false);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
