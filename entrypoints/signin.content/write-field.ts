const TICK_MS = 30;

/**
 * Writes a value where a person would have typed it, and says whether the field kept it. The order matters: the value
 * first and then the event, or frameworks that control the field see nothing (measured on React, Vue and plain pages).
 * Only reading back after the page had its turn proves anything. The caller has focused the field and checked it since.
 */
export async function writeField(field: HTMLInputElement, value: string): Promise<'wrote' | 'field-refused'> {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  await new Promise(resolve => setTimeout(resolve, TICK_MS));
  return field.isConnected && field.value === value ? 'wrote' : 'field-refused';
}
