import { describe, expect, it } from 'vitest';
import { LatestSender } from './latest-sender';

/** A sender whose sends arrive, or do not, when a test says so. */
function setUp() {
  const sent: string[] = [];
  const underWay: ((arrived: boolean) => void)[] = [];
  const sender = new LatestSender<string>(state => {
    sent.push(state);
    return new Promise(resolve => underWay.push(resolve));
  });
  /** Ends the send that is under way, and lets what follows from it happen. */
  const end = async (arrived = true) => {
    underWay.shift()?.(arrived);
    await new Promise(resolve => setTimeout(resolve));
  };
  return { sender, sent, end };
}

describe('LatestSender', () => {
  it('sends at once, one at a time, and of what waits the last only', async () => {
    const { sender, sent, end } = setUp();
    for (const state of ['a', 'ab', 'abc']) sender.push(state);
    expect(sent).toEqual(['a']);
    await end();
    expect(sent).toEqual(['a', 'abc']);
    await end();
    sender.push('d');
    expect(sent).toEqual(['a', 'abc', 'd']);
  });

  it('sends once more what did not arrive, unless something newer waits', async () => {
    const { sender, sent, end } = setUp();
    sender.push('a');
    await end(false);
    expect(sent).toEqual(['a', 'a']);
    await end(false);
    expect(sent).toEqual(['a', 'a']);
    sender.push('b');
    sender.push('c');
    await end(false);
    expect(sent).toEqual(['a', 'a', 'b', 'c']);
  });

  it('is settled once the last of all has gone out', async () => {
    const { sender, end } = setUp();
    let settled = false;
    sender.push('a');
    sender.push('b');
    void sender.settled().then(() => {
      settled = true;
    });
    await end();
    expect(settled).toBe(false);
    await end();
    expect(settled).toBe(true);
    await sender.settled();
  });

  it('sends nothing while it is paused, and then the last of what came', async () => {
    const { sender, sent, end } = setUp();
    sender.push('a');
    const paused = sender.pause();
    sender.push('b');
    await end();
    await end();
    await paused;
    sender.push('c');
    sender.push('d');
    expect(sent).toEqual(['a', 'b']);
    sender.resume();
    expect(sent).toEqual(['a', 'b', 'd']);
  });

  it('has nothing to send where nothing came while it was paused', async () => {
    const { sender, sent } = setUp();
    await sender.pause();
    sender.resume();
    expect(sent).toEqual([]);
    await sender.settled();
  });
});
