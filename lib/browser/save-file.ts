import type { Bytes } from '../shared/bytes';

/** How long the browser may take to fetch what it was handed. */
const KEPT_MS = 60_000;

/** Has the browser save bytes as a file, where the person's downloads go. It takes no permission. */
export function saveFile(name: string, bytes: Bytes): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers begin to read only after this task: an address taken back now would make an empty file.
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
