const hourUs = 60 * 60 * 1_000_000;

/** A session ends when nobody used it for that long. */
export const sessionIdleUs = 12 * hourUs;

/** A session ends then, used or not. */
export const sessionLongestUs = 7 * 24 * hourUs;

/** How long a link to choose a password can be used. */
export const passwordLinkUs = 24 * hourUs;
