// Prompts that go another way than to the page's own device.
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright';
import { RawTarget } from './raw-target';
import type { Place } from './virtual-authenticator';

/** Closes the next prompt of a page, which the device has no gesture for; the one after is answered again. */
export async function closeNextPrompt(place: Place): Promise<void> {
  await run(place, refuseOnce);
}

/**
 * Lets a popup or another tab use the passkeys of `owner`, a page of the extension that stays open: what the borrower
 * asks of them is answered there, also behind another tab. Of the answer only `rawId` and the extensions' results come
 * over. New passkeys are made where the device is, because the browser asks for the focus then. Call it once the borrower
 * is rendered, and again after either has loaded anew.
 */
export async function lendPasskeys(owner: Page, borrower: Place): Promise<void> {
  const channelName = randomUUID();
  await run(owner, answerPrompts, channelName);
  await run(borrower, sendPromptsAway, channelName);
}

async function run(place: Place, code: (argument: string) => void, argument = ''): Promise<void> {
  if (place instanceof RawTarget) await place.evaluate(code, argument);
  else await place.evaluate(code, argument);
}

// What follows runs in pages, as text: nothing of this file can be used in it.

function refuseOnce(): void {
  const { credentials } = navigator;
  const original = { create: credentials.create, get: credentials.get };
  credentials.create = credentials.get = () => {
    Object.assign(credentials, original);
    return Promise.reject(new DOMException('closed', 'NotAllowedError'));
  };
}

function answerPrompts(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  const open = new Map<string, AbortController>();
  channel.addEventListener('message', async ({ data: { id, publicKey } }) => {
    if (publicKey === undefined) {
      open.get(id)?.abort();
      return;
    }
    const giveUp = new AbortController();
    open.set(id, giveUp);
    try {
      const credential = await navigator.credentials.get({ publicKey, signal: giveUp.signal });
      const { rawId } = credential as PublicKeyCredential;
      channel.postMessage({ id, rawId, results: (credential as PublicKeyCredential).getClientExtensionResults() });
    } catch (error) {
      channel.postMessage({ id, refusal: error instanceof DOMException ? error.name : 'UnknownError' });
    }
  });
}

function sendPromptsAway(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  navigator.credentials.get = ({ publicKey, signal } = {}) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = crypto.randomUUID();
      signal?.addEventListener('abort', () => {
        channel.postMessage({ id });
        reject(signal.reason);
      });
      channel.addEventListener('message', ({ data }) => {
        if (data.id !== id) return;
        if ('refusal' in data) reject(new DOMException('refused by the lender', data.refusal));
        else resolve({ rawId: data.rawId, getClientExtensionResults: () => data.results } as PublicKeyCredential);
      });
      channel.postMessage({ id, publicKey });
    });
}
