// A device with passkeys and a person who answers its prompts, made by the browser itself (DevTools protocol, domain
// WebAuthn). It belongs to the target that it was added to, through every navigation of it, and to no other: not to another
// tab, not to the popup, and each target has one at most. Copying credentials over does not help, since the protocol
// carries no PRF secret: the copy answers without an output. So a page that has a device lends it (lend-passkeys.ts).
import type { Page } from 'playwright';
import { RawTarget } from './raw-target';

/** Where passkeys are used: a tab or small window, or the real popup (`popup.target`). */
export type Place = Page | RawTarget;

/** A passkey as the device keeps it. The id is base64. */
export type StoredPasskey = { readonly credentialId: string; readonly userName?: string };

type Send = <T>(method: string, params?: object) => Promise<T>;

async function openSession(place: Place): Promise<Send> {
  if (place instanceof RawTarget) return (method, params) => place.send(method, params);
  const session = await place.context().newCDPSession(place);
  return (method, params) => session.send(method as never, params as never);
}

/** A device built into the computer, with its person at the finger sensor. Its passkeys die with it. */
export class VirtualAuthenticator {
  readonly #send: Send;
  readonly #authenticatorId: string;

  private constructor(send: Send, authenticatorId: string) {
    this.#send = send;
    this.#authenticatorId = authenticatorId;
  }

  /** Adds one to a tab or popup. Without PRF it makes passkeys that sign in and open no vault. */
  static async add(place: Place, { hasPrf = true } = {}): Promise<VirtualAuthenticator> {
    const send = await openSession(place);
    await send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    };
    const added = await send<{ authenticatorId: string }>('WebAuthn.addVirtualAuthenticator', { options });
    return new VirtualAuthenticator(send, added.authenticatorId);
  }

  /** Unplugs it: prompts stay open, as where a person has no device at hand, until the page gives up. */
  async remove(): Promise<void> {
    await this.#call('removeVirtualAuthenticator');
  }

  /** Every passkey on it. */
  async list(): Promise<readonly StoredPasskey[]> {
    return (await this.#call<{ credentials: readonly StoredPasskey[] }>('getCredentials')).credentials;
  }

  /** Deletes a passkey, as a person does in the settings of their device. */
  async delete({ credentialId }: StoredPasskey): Promise<void> {
    await this.#call('removeCredential', { credentialId });
  }

  /** From now on every finger is a wrong one. That is for good: the device blocks itself after a few, within one prompt. */
  async refuseFingers(): Promise<void> {
    await this.#call('setUserVerified', { isUserVerified: false });
  }

  /** Whether prompts are answered at once, or stay open until the page gives up. */
  async setPresent(isPresent: boolean): Promise<void> {
    await this.#call('setAutomaticPresenceSimulation', { enabled: isPresent });
  }

  #call<T>(method: string, params: object = {}): Promise<T> {
    return this.#send(`WebAuthn.${method}`, { authenticatorId: this.#authenticatorId, ...params });
  }
}
