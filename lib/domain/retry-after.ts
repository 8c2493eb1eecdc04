/** Seconds after which what is away may be there again, as the header Retry-After of a 503. */
export const retryAfterSeconds = "2";
