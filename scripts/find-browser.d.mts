/** The Chromium to use: LATCHKEY_BROWSER, Playwright's own, one of the system. Throws when LATCHKEY_BROWSER names none. */
export function findChromium(): string | undefined;

/** The Firefox to use: LATCHKEY_FIREFOX, one of the system. Throws when LATCHKEY_FIREFOX names none. */
export function findFirefox(): string | undefined;
