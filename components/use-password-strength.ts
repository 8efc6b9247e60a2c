import { useDeferredValue } from 'react';
import type { PasswordProblem, PasswordStrength } from '../lib/model/password-strength';
import { useAnswer } from './use-answer';

function load() {
  return import('../lib/model/password-strength');
}

/** What keeps a text from being a master password, or null. */
export async function findPasswordProblem(password: string): Promise<PasswordProblem | null> {
  return (await load()).passwordProblem(password);
}

/** How strong a password is, or null while there is none or the estimator is still loading. */
export function usePasswordStrength(password: string): PasswordStrength | null {
  const [estimator] = useAnswer(load);
  // Typing never waits for the estimate.
  const judged = useDeferredValue(password);
  return estimator === null || judged === '' ? null : estimator.passwordStrength(judged);
}
