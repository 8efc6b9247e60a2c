/** The master password of every vault that a check makes: strong enough to be taken, and nobody's. */
export const MASTER_PASSWORD = 'walnut orbit teacup lantern';
