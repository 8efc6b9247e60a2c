import { useEffect, useState } from 'react';
import { send } from '../../lib/browser/messaging';
import type { SignInView } from '../../lib/messages/views';

/**
 * Whether the tab under the popup shows the login page, or null until that is known. Asked again when a sign-in starts or
 * ends, as the page then moves.
 */
export function useLoginPage(signIn: SignInView | null): boolean | null {
  const [onLoginPage, setOnLoginPage] = useState<boolean | null>(null);
  const state = signIn?.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is the reason to ask again.
  useEffect(() => {
    let current = true;
    void send('signin.page', {}).then(reply => {
      if (current) setOnLoginPage(reply.ok && reply.value.onLoginPage);
    });
    return () => {
      current = false;
    };
  }, [state]);
  return onLoginPage;
}
