// Takes the place of lib/browser/badge where there is no toolbar: see stand-ins.testing.ts.

/** What the button has said over tabs, the latest last: the tab's number, the mark and the title. */
export const onButton: string[] = [];

export async function showOnTab(tabId: number, text: string, title: string): Promise<void> {
  onButton.push(`${tabId} ${text} ${title}`);
}

export async function showDueCount(): Promise<void> {}
