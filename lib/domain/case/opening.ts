/** Nobody says later than in so many messages of a case what it is about. */
export const openingMessages = 12;
