/** Number of messages of a case that its opening is read from. */
export const openingMessages = 12;
