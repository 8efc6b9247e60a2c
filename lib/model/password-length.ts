import { countCodePoints } from './text';

/** The least length of a master password: NIST SP 800-63B's 8 for any password, half as much again where it stands alone. */
const PASSWORD_LEAST_CODE_POINTS = 12;

/** Whether a master password is too short, counted as the vault takes it in: code points after NFKC. */
export function isTooShort(password: string): boolean {
  return countCodePoints(password.normalize('NFKC')) < PASSWORD_LEAST_CODE_POINTS;
}
