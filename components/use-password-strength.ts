import { useDeferredValue, useEffect, useState } from 'react';
import type { PasswordProblem, PasswordStrength } from '../lib/model/password-strength';

function load() {
  return import('../lib/model/password-strength');
}

/** What keeps a text from being a master password, or null. */
export async function findPasswordProblem(password: string): Promise<PasswordProblem | null> {
  return (await load()).passwordProblem(password);
}

/** How strong a password is, or null while there is none or the estimator is still loading. */
export function usePasswordStrength(password: string): PasswordStrength | null {
  const [judge, setJudge] = useState<((password: string) => PasswordStrength) | null>(null);
  // Typing never waits for the estimate.
  const judged = useDeferredValue(password);
  useEffect(() => {
    let current = true;
    void load().then(({ passwordStrength }) => {
      if (current) setJudge(() => passwordStrength);
    });
    return () => {
      current = false;
    };
  }, []);
  return judge === null || judged === '' ? null : judge(judged);
}
