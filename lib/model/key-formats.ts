/** The forms in which a key goes where it is used: itself, two headers, a request that tries it, a line of settings. */
export const KEY_FORMATS = ['raw', 'bearer', 'x-api-key', 'curl', 'env'] as const;

export type KeyFormat = (typeof KEY_FORMATS)[number];

/** Answers whether a key is alive (docs/site.md), so the line can be tried as it stands. */
export const CHECK_URL = 'https://relay.paramant.app/v2/check-key';

/** A text as one word of a POSIX shell: nothing in it means anything but itself. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A key, in the clear, in one of the forms. No form ends in a line break, so that nothing runs by being pasted. */
export function formatKey(key: string, format: KeyFormat): string {
  switch (format) {
    case 'raw':
      return key;
    case 'bearer':
      return `Authorization: Bearer ${key}`;
    case 'x-api-key':
      return `X-Api-Key: ${key}`;
    case 'curl':
      return `curl -H ${quoteForShell(`X-Api-Key: ${key}`)} ${CHECK_URL}`;
    case 'env':
      return `PARAMANT_API_KEY=${key}`;
  }
}
