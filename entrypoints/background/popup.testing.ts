// Takes the place of lib/browser/popup where nothing can be opened:
//   vi.mock('../../lib/browser/popup', () => import('./popup.testing'));

/** How often each was opened. */
export const opened = { popups: 0, windows: 0 };

export async function openPopup(): Promise<boolean> {
  opened.popups++;
  return true;
}

export async function openSmallWindow(): Promise<void> {
  opened.windows++;
}
