import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * What `ask` answers, null until it does, and a way to ask again. It is asked when it appears, and anew whenever `asOf`
 * changes, as the vault's revision does with every save. The answer to the last question stands; a null answer is none, and
 * what was known stays. Asking again while a question is open adds nothing to it. `ask` never rejects.
 */
export function useAnswer<T>(
  ask: () => Promise<T | null>,
  asOf: number | string = '',
): readonly [answer: T | null, askAgain: () => void] {
  const [answer, setAnswer] = useState<T | null>(null);
  const [repeats, setRepeats] = useState(0);
  const isOpen = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reasons to ask are these two, and not another closure.
  useEffect(() => {
    let isLast = true;
    isOpen.current = true;
    void ask().then(given => {
      if (!isLast) return;
      isOpen.current = false;
      if (given !== null) setAnswer(given);
    });
    return () => {
      isLast = false;
    };
  }, [asOf, repeats]);
  const askAgain = useCallback(() => {
    if (!isOpen.current) setRepeats(count => count + 1);
  }, []);
  return [answer, askAgain];
}
