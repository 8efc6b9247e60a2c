// Takes the place of lib/browser/notify where nothing can be notified: see stand-ins.testing.ts.

/** The texts of the notifications about sign-ins, the latest last. */
export const notified: string[] = [];

export async function notifySignIn(_title: string, text: string): Promise<void> {
  notified.push(text);
}
