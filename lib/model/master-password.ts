import { countCodePoints } from './text';

/** NIST 800-63B-4 counts code points and asks for no composition rules; twelve, because this password stands alone. */
export const MASTER_PASSWORD_LEAST_CODE_POINTS = 12;

/** Whether a master password has enough characters, counted in the form that its key is derived from (NFKC). */
export function isLongEnough(password: string): boolean {
  return countCodePoints(password.normalize('NFKC')) >= MASTER_PASSWORD_LEAST_CODE_POINTS;
}
