import { useEffect, useState } from 'react';

/** A signal that is aborted when the component goes away, as at a lock: an open passkey prompt goes with it. */
export function useLeaveSignal(): AbortSignal {
  const [leaving] = useState(() => new AbortController());
  useEffect(() => () => leaving.abort(), [leaving]);
  return leaving.signal;
}
