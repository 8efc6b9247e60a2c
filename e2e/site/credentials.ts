import { randomBytes, randomInt } from 'node:crypto';
import { encodeBase32 } from './base32';

const BACKUP_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const BACKUP_CODE_COUNT = 10;

/** The two account key formats the site issues: bare 64 hex characters, or the same behind `pgp_`. */
export type KeyPrefix = '' | 'pgp_';

/** Makes a new API key. */
export function generateKey(prefix: KeyPrefix): string {
  return prefix + randomBytes(32).toString('hex');
}

/** Whether this has the shape of an account key. */
export function isAccountKey(text: string): boolean {
  return /^(pgp_)?[0-9a-f]{64}$/.test(text);
}

/** Makes a new authenticator secret: 20 bytes, which is 32 base32 characters. */
export function generateSecret(): string {
  return encodeBase32(randomBytes(20));
}

/** Makes the token of a set-up or reset link, a session or a pending sign-in: 64 hex characters. */
export function generateToken(): string {
  return randomBytes(32).toString('hex');
}

/** Makes a set of backup codes, `XXXX-XXXX-XXXX` each. */
export function generateBackupCodes(): string[] {
  const pickCharacter = () => BACKUP_ALPHABET.charAt(randomInt(BACKUP_ALPHABET.length));
  const pickGroup = () => Array.from({ length: 4 }, pickCharacter).join('');
  return Array.from({ length: BACKUP_CODE_COUNT }, () => [pickGroup(), pickGroup(), pickGroup()].join('-'));
}

/** The authenticator link in the exact form the site shows it. */
export function writeOtpauthUri(email: string, secret: string): string {
  const label = `Paramant:${encodeURIComponent(email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`;
}

/** A key as lists show it: enough to tell two apart, not enough to use. */
export function maskKey(key: string): string {
  return `${key.slice(0, key.startsWith('pgp_') ? 8 : 4)}${'\u2022'.repeat(12)}${key.slice(-4)}`;
}
