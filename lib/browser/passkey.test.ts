import { describe, expect, it } from 'vitest';
import { createRepeatableRandom } from '../shared/random.testing';
import { canUsePasskeys, createPasskey, touchPasskey } from './passkey';

const random = createRepeatableRandom(5);
const ID = random(32);
const OTHER_ID = random(16);
const PRF_INPUT = random(32);
const PRF_OUTPUT = random(32);
const NEW = { name: 'Anna’s laptop', prfInput: PRF_INPUT, exclude: [], random };

type Prf = AuthenticationExtensionsPRFOutputs | undefined;
type Answer = Prf | Error | null;
type Options = PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions;

/** A platform that answers each prompt in turn with the passkey `ID` and these prf outputs, with nothing, or by throwing. */
function createContainer(...answers: readonly Answer[]) {
  const asked: { readonly kind: 'create' | 'get'; readonly options: Options }[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const answer = (kind: 'create' | 'get') => async (options?: CredentialCreationOptions & CredentialRequestOptions) => {
    asked.push({ kind, options: options?.publicKey as Options });
    signals.push(options?.signal);
    options?.signal?.throwIfAborted();
    const next = answers[asked.length - 1];
    if (next instanceof Error) throw next;
    if (next === null) return null;
    return { rawId: ID.buffer, getClientExtensionResults: () => (next === undefined ? {} : { prf: next }) };
  };
  const container = { create: answer('create'), get: answer('get') } as unknown as CredentialsContainer;
  return { container, asked, signals };
}

const refusal = (name: string) => new DOMException('no', name);
const TOUCHED = { ok: true, value: { credentialId: ID, prfOutput: PRF_OUTPUT } };

describe('canUsePasskeys', () => {
  const chromium = { protocol: 'chrome-extension:' };
  const saying = (capabilities: Record<string, boolean>) => ({ getClientCapabilities: async () => capabilities });

  it.each([
    ['knows prf', saying({ 'extension:prf': true }), true],
    ['knows no prf', saying({ 'extension:prf': false }), false],
    ['does not speak of prf', saying({ conditionalGet: true }), true],
    ['cannot say', {}, true],
    ['fails to say', { getClientCapabilities: () => Promise.reject(refusal('UnknownError')) }, true],
  ])('where the browser %s', async (_, PublicKeyCredential, offered) => {
    expect(await canUsePasskeys({ location: chromium, PublicKeyCredential })).toBe(offered);
  });

  it('says no where the browser has no WebAuthn', async () => {
    expect(await canUsePasskeys({ location: chromium })).toBe(false);
  });

  it('says no in Firefox, which refuses it to extensions', async () => {
    const PublicKeyCredential = saying({ 'extension:prf': true });
    expect(await canUsePasskeys({ location: { protocol: 'moz-extension:' }, PublicKeyCredential })).toBe(false);
  });
});

describe('createPasskey', () => {
  it('makes a passkey of the extension’s own origin, with the person verified and no attestation', async () => {
    const { container, asked } = createContainer({ enabled: true, results: { first: PRF_OUTPUT.buffer } });
    expect(await createPasskey({ ...NEW, exclude: [OTHER_ID] }, container)).toEqual(TOUCHED);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      kind: 'create',
      options: {
        rp: { name: 'Latchkey' },
        user: { name: 'Anna’s laptop', displayName: 'Anna’s laptop' },
        pubKeyCredParams: [{ alg: -8 }, { alg: -7 }, { alg: -257 }],
        authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
        attestation: 'none',
        excludeCredentials: [{ type: 'public-key', id: OTHER_ID }],
        extensions: { prf: { eval: { first: PRF_INPUT } } },
      },
    });
    expect(asked[0]?.options.rp).not.toHaveProperty('id');
    expect(asked[0]?.options.challenge.byteLength).toBe(32);
  });

  it('gives each passkey a user id of its own, so that none takes the place of another', async () => {
    const { container, asked } = createContainer(
      { results: { first: PRF_OUTPUT } },
      { results: { first: PRF_OUTPUT } },
    );
    await createPasskey(NEW, container);
    await createPasskey(NEW, container);
    const [first, second] = asked.map(({ options }) => options.user.id);
    expect(first?.byteLength).toBe(16);
    expect(first).not.toEqual(second);
  });

  it('asks the new passkey once more where making it gave no output yet', async () => {
    const { container, asked } = createContainer({ enabled: true }, { results: { first: PRF_OUTPUT } });
    expect(await createPasskey(NEW, container)).toEqual(TOUCHED);
    expect(asked.map(({ kind }) => kind)).toEqual(['create', 'get']);
    expect(asked[1]?.options).toMatchObject({
      allowCredentials: [{ id: ID }],
      extensions: { prf: { evalByCredential: { [base64UrlOf(ID)]: { first: PRF_INPUT } } } },
    });
  });

  it.each<[string, Answer]>([
    ['says nothing of prf', undefined],
    ['says that it has none', { enabled: false }],
  ])('refuses a passkey that %s, without a second prompt', async (_, answer) => {
    const { container, asked } = createContainer(answer);
    expect(await createPasskey(NEW, container)).toEqual({ ok: false, error: 'passkey-no-prf' });
    expect(asked).toHaveLength(1);
  });

  it('refuses a passkey that promises an output and gives none when asked again', async () => {
    const { container, asked } = createContainer({ enabled: true }, { enabled: true });
    expect(await createPasskey(NEW, container)).toEqual({ ok: false, error: 'passkey-no-prf' });
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['the person closes the prompt', refusal('NotAllowedError'), 'passkey-cancelled'],
    ['the prompt is aborted', refusal('AbortError'), 'passkey-cancelled'],
    ['the device has one of those left out', refusal('InvalidStateError'), 'passkey-already-there'],
    ['the origin is refused', refusal('SecurityError'), 'passkey-unavailable'],
    ['nothing fits', refusal('NotSupportedError'), 'passkey-unavailable'],
    ['something breaks', new TypeError('no'), 'passkey-unavailable'],
    ['nothing comes back', null, 'passkey-unavailable'],
  ])('tells when %s', async (_, answer, error) => {
    expect(await createPasskey(NEW, createContainer(answer).container)).toEqual({ ok: false, error });
  });

  it('tells when the person closes the second prompt', async () => {
    const { container } = createContainer({ enabled: true }, refusal('NotAllowedError'));
    expect(await createPasskey(NEW, container)).toEqual({ ok: false, error: 'passkey-cancelled' });
  });
});

describe('touchPasskey', () => {
  // An id whose base64 has both signs that the alphabet for addresses writes in another way.
  const AWKWARD_ID = Uint8Array.of(0xfb, 0xff, 0xfe, 0x00);
  const CHOICES = [
    { credentialId: ID, prfInput: PRF_INPUT },
    { credentialId: AWKWARD_ID, prfInput: OTHER_ID },
  ];

  it('asks for one of the passkeys, verified, each with a PRF input of its own, and says which one answered', async () => {
    const { container, asked } = createContainer({ results: { first: PRF_OUTPUT } });
    expect(await touchPasskey(CHOICES, undefined, container)).toEqual(TOUCHED);
    expect(asked[0]).toMatchObject({
      kind: 'get',
      options: {
        allowCredentials: [
          { type: 'public-key', id: ID },
          { type: 'public-key', id: AWKWARD_ID },
        ],
        userVerification: 'required',
        extensions: {
          prf: { evalByCredential: { [base64UrlOf(ID)]: { first: PRF_INPUT }, '-__-AA': { first: OTHER_ID } } },
        },
      },
    });
    expect(asked[0]?.options).not.toHaveProperty('rpId');
  });

  it('copies what the platform gave, whatever part of a buffer it is', async () => {
    const platform = new Uint8Array(64).fill(9, 16, 48);
    const { container } = createContainer({ results: { first: platform.subarray(16, 48) } });
    const touched = await touchPasskey(CHOICES, undefined, container);
    platform.fill(0);
    expect(touched).toMatchObject({ ok: true, value: { prfOutput: new Uint8Array(32).fill(9) } });
  });

  it.each<[string, Answer, string]>([
    ['gives no output', undefined, 'passkey-no-prf'],
    ['gives an output of another length', { results: { first: new Uint8Array(64) } }, 'passkey-no-prf'],
    ['is not touched in time', refusal('NotAllowedError'), 'passkey-cancelled'],
    ['is refused by the browser', refusal('SecurityError'), 'passkey-unavailable'],
  ])('tells when the passkey %s', async (_, answer, error) => {
    expect(await touchPasskey(CHOICES, undefined, createContainer(answer).container)).toEqual({ ok: false, error });
  });

  it('never asks for just any passkey', async () => {
    const { container, asked } = createContainer();
    expect(await touchPasskey([], undefined, container)).toEqual({ ok: false, error: 'passkey-unavailable' });
    expect(asked).toEqual([]);
  });
});

describe('a page that gives up', () => {
  it('hands its signal to both prompts', async () => {
    const { signal } = new AbortController();
    const { container, signals } = createContainer({ enabled: true }, { results: { first: PRF_OUTPUT } });
    await createPasskey({ ...NEW, signal }, container);
    expect(signals).toEqual([signal, signal]);
  });

  it('ends the prompt as cancelled, whatever its reason', async () => {
    const signal = AbortSignal.abort(new Error('locked'));
    const choices = [{ credentialId: ID, prfInput: PRF_INPUT }];
    const cancelled = { ok: false, error: 'passkey-cancelled' };
    expect(await createPasskey({ ...NEW, signal }, createContainer().container)).toEqual(cancelled);
    expect(await touchPasskey(choices, signal, createContainer().container)).toEqual(cancelled);
  });
});

function base64UrlOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
