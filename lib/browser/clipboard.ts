/** Puts a text on the clipboard from a page; false where the browser refuses, as in a window without focus. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
