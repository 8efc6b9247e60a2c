/**
 * Brings the focus to the page's heading, or to its main part where it has none: for whoever pressed a button that is
 * gone now, and would go on from nowhere.
 */
export function focusTop(): void {
  document.querySelector<HTMLElement>('h1[tabindex], main[tabindex]')?.focus();
}
