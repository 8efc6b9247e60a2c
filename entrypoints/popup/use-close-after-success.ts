import { useEffect, useRef } from 'react';
import { isPopup } from '../../lib/browser/pages';
import { isSmallWindow } from '../../lib/browser/popup';
import type { SignInView } from '../../lib/messages/views';

const READ_MS = 1_500;

/** Closes the popup, or its small window, when a sign-in that ran while it was open has succeeded, once that could be read. */
export function useCloseAfterSuccess(signIn: SignInView | null): void {
  const ranHere = useRef(false);
  // What is offered besides is to be seen.
  const succeeded = signIn?.state === 'ended' && signIn.outcome === 'signed-in' && signIn.offers.length === 0;
  useEffect(() => {
    if (signIn?.state === 'running') ranHere.current = true;
  }, [signIn]);
  useEffect(() => {
    if (!succeeded || !ranHere.current) return;
    const timer = setTimeout(async () => {
      if (isSmallWindow() || (await isPopup())) window.close();
    }, READ_MS);
    return () => clearTimeout(timer);
  }, [succeeded]);
}
