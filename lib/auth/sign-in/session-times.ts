const hourUs = 60 * 60 * 1_000_000;

/** A session expires after this time without use. */
export const sessionIdleUs = 12 * hourUs;

/** Maximum lifetime of a session. */
export const sessionLongestUs = 7 * 24 * hourUs;

/** Lifetime of a password link. */
export const passwordLinkUs = 24 * hourUs;
