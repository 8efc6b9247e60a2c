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
export function carries(address: string, values: ReadonlySet<string>): boolean {
  const parts = [address, ...address.split(/[/?&=#]/u).map(decodePart)];
  return Array.from(values).some(value => parts.some(part => part.includes(value)));
}
