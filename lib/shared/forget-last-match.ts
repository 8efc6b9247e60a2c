/**
 * Takes the last text that a regular expression matched out of the engine's hands: it keeps that text, whole, until another
 * one matches (`RegExp.input`). Called where what was looked at must not outlive its use.
 */
export function forgetLastMatch(): void {
  /^/u.test('');
}
