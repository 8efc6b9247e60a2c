/** How large a picture may be on its longer side as it is sent to the worker, in pixels: a larger one is sent smaller. */
export const LARGEST_SENT_SIDE = 2_048;
