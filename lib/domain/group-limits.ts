/**
 * Above so many traces with one session id nothing is inherited across them: the id stands for all
 * sessions of an exporter. A long conversation with a trace a turn has some hundreds.
 */
export const sessionTracesMax = 1000;
