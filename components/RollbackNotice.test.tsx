// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { RollbackNotice } from './RollbackNotice';
import { render } from './testing/render';

const rollback = {
  openSavedAtMs: new Date(2026, 4, 3, 9, 30).getTime(),
  seenSavedAtMs: new Date(2026, 10, 23, 14, 5).getTime(),
};

describe('RollbackNotice', () => {
  it('is silent where the newest save is open', () => {
    render(<RollbackNotice rollback={null} onLook={() => undefined} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives both dates and both ways out', () => {
    const [onLook, onKeep] = [vi.fn(), vi.fn()];
    render(<RollbackNotice rollback={rollback} onLook={onLook} onKeep={onKeep} />);
    const words = screen.getByRole('alert').textContent ?? '';
    expect(words).toMatch(/This one was saved: .*May.*2026.*The newer one: .*Nov.*2026/);
    fireEvent.click(screen.getByRole('button', { name: 'Look at the copies' }));
    fireEvent.click(screen.getByRole('button', { name: 'Keep this one' }));
    expect(onLook).toHaveBeenCalledOnce();
    expect(onKeep).toHaveBeenCalledOnce();
  });

  it('leaves the choice to the full page where there is no room for it', () => {
    render(<RollbackNotice rollback={rollback} onLook={() => undefined} />);
    expect(screen.queryByRole('button', { name: 'Keep this one' })).toBeNull();
  });
});
