import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';

/** How many codes the site hands out with a new authenticator. */
export const BACKUP_CODE_COUNT = 10;

/** `XXXX-XXXX-XXXX` of an alphabet without 0, 1, I and O. The site takes the dashes as part of the code. */
const BACKUP_CODE = /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/;

/**
 * Why texts are not the backup codes of an account.
 * - `backup-codes-absent`: there are none.
 * - `backup-codes-count`: `found` instead of `expected`.
 * - `backup-codes-format`: the one at `position`, counted from 1, is none.
 * - `backup-codes-repeated`: the one at `position` has been there before.
 */
export type BackupCodesFailure =
  | { readonly code: 'backup-codes-absent' }
  | { readonly code: 'backup-codes-count'; readonly found: number; readonly expected: number }
  | { readonly code: 'backup-codes-format' | 'backup-codes-repeated'; readonly position: number };

/**
 * Reads the ten codes that the site shows once, white space around them aside. All or nothing: a list with anything odd in
 * it is not what it seems, and a person who believes to have ten codes must have ten.
 */
export function parseBackupCodes(texts: readonly string[]): Result<readonly string[], BackupCodesFailure> {
  const codes = texts.map(text => text.trim());
  if (codes.length === 0) return err({ code: 'backup-codes-absent' });
  if (codes.length !== BACKUP_CODE_COUNT) {
    return err({ code: 'backup-codes-count', found: codes.length, expected: BACKUP_CODE_COUNT });
  }
  const stranger = codes.findIndex(code => !BACKUP_CODE.test(code));
  if (stranger >= 0) return err({ code: 'backup-codes-format', position: stranger + 1 });
  const repeated = codes.findIndex((code, index) => codes.indexOf(code) < index);
  return repeated < 0 ? ok(codes) : err({ code: 'backup-codes-repeated', position: repeated + 1 });
}
