// @vitest-environment happy-dom
import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CancelSignIn } from './CancelSignIn';
import { render } from './testing/render';

function setUp() {
  const onCancel = vi.fn();
  const { unmount } = render(<CancelSignIn onCancel={onCancel} />);
  return { onCancel, unmount };
}

describe('CancelSignIn', () => {
  it('cancels by its button', () => {
    const { onCancel } = setUp();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel sign-in' }));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('cancels by Escape, wherever the focus is, and keeps the popup open to say so', () => {
    const { onCancel } = setUp();
    const pressed = createEvent.keyDown(document.body, { key: 'Escape' });
    fireEvent(document.body, pressed);
    expect(onCancel).toHaveBeenCalledOnce();
    expect(pressed.defaultPrevented).toBe(true);
  });

  it('leaves other keys alone, and Escape too once nothing is under way', () => {
    const { onCancel, unmount } = setUp();
    fireEvent.keyDown(document.body, { key: 'Enter' });
    unmount();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(onCancel).not.toHaveBeenCalled();
  });
});
