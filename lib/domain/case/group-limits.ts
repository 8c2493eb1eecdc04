/**
 * Above so many traces with one session id nothing is inherited across them: the id stands for all
 * sessions of an exporter. A long conversation with a trace a turn has some hundreds.
 */
export const sessionTracesMax = 1000;

/**
 * Above so many cases of one customer id none is linked to another: the id stands for everybody whom an
 * exporter does not know. A person who opened a case a day would need three years.
 */
export const customerCasesMax = 1000;
