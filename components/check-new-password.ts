import { failureSentence } from '../lib/browser/sentences';
import { t } from '../lib/browser/text';
import type { PasswordProblem } from '../lib/model/password-strength';
import { findPasswordProblem } from './use-password-strength';
import type { Refusals } from './use-submit';

function problemSentence(problem: PasswordProblem): string {
  if (problem === 'password-too-short') return failureSentence({ code: problem, details: [] });
  return problem === 'password-common' ? t('password.tooCommon') : t('password.tooWeak');
}

/** What is wrong with a newly chosen password and its repetition; nothing where both are fine. */
export async function checkNewPassword(password: string, repeat: string): Promise<Refusals<'password' | 'repeat'>> {
  const problem = await findPasswordProblem(password);
  if (problem !== null) return { password: problemSentence(problem) };
  return password === repeat ? {} : { repeat: t('password.mismatch') };
}
