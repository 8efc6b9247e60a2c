function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

/**
 * Whether an address carries one of the values. Compared decoded: a form writes `'` in other escapes than a script does.
 * Taken apart by hand, since Firefox throws when a content script iterates over search parameters.
 */
export function carries(address: string, values: readonly string[]): boolean {
  // Six boxes are sent as six values.
  const inOne = address
    .split('&')
    .map(part => decodePart(part.split('=')[1] ?? ''))
    .join('');
  const parts = [address, inOne, ...address.split(/[/?&=#]/u).map(decodePart)];
  return values.some(value => parts.some(part => part.includes(value)));
}
