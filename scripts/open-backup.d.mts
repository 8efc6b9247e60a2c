/** Why a file is refused, in one sentence. */
export class Refusal extends Error {}

export type OpenedEnvelope = {
  readonly vaultId: Buffer;
  readonly generation: number;
  /** What was saved, as JSON. */
  readonly body: { readonly [name: string]: unknown; readonly accounts: readonly unknown[] };
};

export function parseEnvelope(bytes: Buffer): { readonly generation: number; readonly sealed: Buffer };

export function openEnvelope(
  bytes: Buffer,
  wayIn: { readonly password?: string; readonly recoveryCode?: Uint8Array; readonly prfOutput?: Uint8Array },
): Promise<OpenedEnvelope>;

export function openHeld(opened: OpenedEnvelope, recoveryCode: Uint8Array): OpenedEnvelope['body'];

/** The JSON in padded bytes that have authenticated. */
export function readPadded(padded: Buffer): unknown;

export function parseRecoveryCode(text: string): Buffer;
