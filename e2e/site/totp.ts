import { createHmac, timingSafeEqual } from 'node:crypto';

// The site's own TOTP, written apart from lib/totp on purpose: when both agree, neither is merely agreeing with itself.

export type TotpAlgorithm = 'sha1' | 'sha256' | 'sha512';

/** Which time step a code belongs to, and which hash made it. */
export interface TotpMatch {
  readonly step: number;
  readonly algorithm: 'sha1' | 'sha256';
}

const STEP_SECONDS = 30;
const DIGITS = 6;
const STEP_OFFSETS = [0, -1, 1] as const;

/** The 30-second step that `nowMs` falls in. */
export function stepAt(nowMs: number): number {
  return Math.floor(nowMs / 1000 / STEP_SECONDS);
}

/** The code of one step (RFC 4226 truncation over an 8-byte big-endian counter). */
export function computeCode(secret: Uint8Array, step: number, algorithm: TotpAlgorithm, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(counter).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  const truncated = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/**
 * Finds the step within one of now whose code this is, SHA-256 first and then its SHA-1 twin.
 * Steps for which `isBurnt` says true never match, whichever hash made the code.
 */
export function matchCode(
  secret: Uint8Array,
  code: string,
  nowMs: number,
  isBurnt: (step: number) => boolean,
): TotpMatch | undefined {
  if (!/^[0-9]{6}$/.test(code)) return undefined;
  for (const algorithm of ['sha256', 'sha1'] as const) {
    for (const offset of STEP_OFFSETS) {
      const step = stepAt(nowMs) + offset;
      if (step < 0 || isBurnt(step)) continue;
      if (timingSafeEqual(Buffer.from(computeCode(secret, step, algorithm)), Buffer.from(code)))
        return { step, algorithm };
    }
  }
  return undefined;
}
