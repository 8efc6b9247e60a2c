// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveCode } from './LiveCode';
import { render } from './testing/render';
import { sampleCodes } from './testing/sample';

const START = 1_000_000_000_000;

function setUp(validUntilMs: number) {
  const onStale = vi.fn();
  const onCopy = vi.fn();
  render(<LiveCode codes={sampleCodes(validUntilMs)} now={Date.now} onStale={onStale} onCopy={onCopy} />);
  return { onStale, onCopy, output: screen.getByLabelText('Code') };
}

function pass(ms: number) {
  act(() => vi.advanceTimersByTime(ms));
}

describe('LiveCode', () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }));
  afterEach(() => void vi.useRealTimers());

  it('is an output named Code that holds digits only and is not live', () => {
    const { output } = setUp(START + 20_000);
    expect(output.tagName).toBe('OUTPUT');
    expect(output.textContent).toBe('123456');
    expect(output.getAttribute('aria-live')).toBe('off');
  });

  it('flips to the next code exactly at the boundary, wherever in a second that lies', () => {
    const { output } = setUp(START + 12_345);
    pass(12_344);
    expect(output.textContent).toBe('123456');
    pass(1);
    expect(output.textContent).toBe('654321');
  });

  it('shows the next code beforehand, outside the output, under ten seconds before the end', () => {
    const { output } = setUp(START + 12_000);
    expect(document.body.textContent).not.toContain('654321');
    pass(3_000);
    expect(output.textContent).toBe('123456');
    expect(document.body.textContent).toContain('654321');
  });

  it('asks for new codes at the flip and every second until it has them', () => {
    const { onStale } = setUp(START + 2_000);
    expect(onStale).not.toHaveBeenCalled();
    pass(2_000);
    expect(onStale).toHaveBeenCalledTimes(1);
    pass(1_000);
    pass(1_000);
    expect(onStale).toHaveBeenCalledTimes(3);
  });

  it('shows no code and no negative time after the clock jumped past both codes', () => {
    const { output, onStale } = setUp(START + 20_000);
    vi.setSystemTime(START + 3_600_000);
    pass(1_000);
    expect(output.textContent).toBe('');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Copy code' }).disabled).toBe(true);
    expect(document.body.textContent).not.toContain('-');
    expect(onStale).toHaveBeenCalled();
  });

  it('copies what is on screen', () => {
    const { onCopy } = setUp(START + 5_000);
    pass(5_000);
    fireEvent.click(screen.getByRole('button', { name: 'Copy code' }));
    expect(onCopy).toHaveBeenCalledExactlyOnceWith('654321');
  });
});
